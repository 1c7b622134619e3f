using System;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// What a local holds: nothing the model knows, a value that it owns, or a borrow of somebody else's.
/// A set, because paths that meet may bring different modes (docs/ownership-model.md, section 2, "Locals"): borrowed wins over owned, owned over plain.
/// </summary>
[Flags]
public enum Mode : byte
{
    None = 0,
    Plain = 1,
    Owned = 2,
    Shared = 4,
    Exclusive = 8,

    /// <summary>A delegate that can be called once, because its body moves what it captured (Rust's <c>FnOnce</c>).</summary>
    Once = 16,

    /// <summary>A delegate whose type says nothing of its result, and whose body lends a shared borrow of what it captured.</summary>
    LendsShared = 32,

    /// <summary>As <see cref="LendsShared"/>, with an exclusive borrow.</summary>
    LendsExclusive = 64,

    /// <summary>A value of a move type without an owner (<c>[Shared]</c>): used and changed as a plain one, but not taken (Rust's <c>Rc</c>).</summary>
    Unowned = 128,
}

/// <summary>Questions about a <see cref="Mode"/>.</summary>
public static class ModeExtensions
{
    /// <summary>Whether the local is a borrow on some path.</summary>
    public static bool IsBorrowed(this Mode mode) => (mode & (Mode.Shared | Mode.Exclusive)) != 0;

    /// <summary>Whether the local owns what it holds on every path that knows of a mode.</summary>
    public static bool IsOwned(this Mode mode) => (mode & Mode.Owned) != 0 && !mode.IsBorrowed();

    /// <summary>Whether the local neither owns nor borrows, as far as anybody says.</summary>
    public static bool IsPlain(this Mode mode) => (mode & ~(Mode.Plain | Mode.Unowned)) == 0;

    /// <summary>Whether the local may hold what nobody owns, and no borrow.</summary>
    public static bool IsUnowned(this Mode mode) => (mode & Mode.Unowned) != 0 && !mode.IsBorrowed();

    /// <summary>Whether the local is a shared borrow on some path, so that nothing may be changed through it.</summary>
    public static bool IsShared(this Mode mode) => (mode & Mode.Shared) != 0;

    /// <summary>What a delegate that lends <paramref name="result"/> holds: how it lends, or nothing.</summary>
    public static Mode OfLender(this Mode result) =>
        result.IsShared() ? Mode.LendsShared : result.IsBorrowed() ? Mode.LendsExclusive : Mode.None;

    /// <summary>What the call of a delegate gives that holds <paramref name="lender"/>: a borrow, if it may be one that lends; null where it is none.</summary>
    public static Mode? Lent(this Mode lender) =>
        (lender & Mode.LendsShared) != 0 ? Mode.Shared : (lender & Mode.LendsExclusive) != 0 ? Mode.Exclusive : null;
}
