using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Borrowck.Ir;

/// <summary>A variable of a <see cref="Body"/>.</summary>
public sealed class LocalDecl
{
    public LocalDecl(int index, LocalKind kind, ISymbol? symbol, ITypeSymbol? type, bool isMoveType)
    {
        Index = index;
        Kind = kind;
        Symbol = symbol;
        Type = type;
        IsMoveType = isMoveType;
    }

    public int Index { get; }

    public LocalKind Kind { get; }

    /// <summary>Whether it is there before the body begins, without being a parameter: a captured variable, or <c>this</c>. A nested function captures both.</summary>
    public bool IsFromAround => Kind is LocalKind.Upvar or LocalKind.This;

    /// <summary>The variable or parameter; null for a temporary.</summary>
    public ISymbol? Symbol { get; }

    public ITypeSymbol? Type { get; }

    /// <summary>Whether values of its type have one owner.</summary>
    public bool IsMoveType { get; }

    /// <summary>Who says that its values have one owner, or are owned or borrowed here.</summary>
    public Authority Authority { get; set; }

    /// <summary>Whether its type holds borrows of other values.</summary>
    public bool CarriesBorrows { get; set; }

    /// <summary>Whether it does nothing until somebody asks: a sequence that is not enumerated yet, a delegate that is not called yet.</summary>
    public bool IsLazy { get; set; }

    /// <summary>Whether the name stands for what a <c>ref</c> points at: places start with <see cref="ProjectionKind.Deref"/>.</summary>
    public bool IsRef => RefBorrow is not null;

    /// <summary>For a <c>ref</c>: what may be done through it.</summary>
    public BorrowKind? RefBorrow { get; set; }

    /// <summary>Whether it is written and read once inside one statement, so that no analysis needs to follow it.</summary>
    public bool IsTransient { get; set; }

    /// <summary>Whether a <c>foreach</c> fills it with elements of what it runs over.</summary>
    public bool IsElement { get; set; }

    /// <summary>Whether what it holds is there when the variable is gone: a plain object, or a plain struct that is a handle, copied and released by hand.</summary>
    public bool OutlivesName { get; set; }

    /// <summary>Whether it is given, somewhere, a plain value that a contract calls shared.</summary>
    public bool MayBeShared { get; set; }

    /// <summary>
    /// Whether the value that it starts with has to be dropped or given away by whoever gets it: a new value of a type with a destructor, where somebody
    /// says that it is owned and no mere default does. <see cref="DutyAuthority"/> says who.
    /// </summary>
    public bool OwesDrop { get; set; }

    /// <summary>Whether it keeps such a value that nothing else refers to (<c>new StreamReader(File.OpenRead(path))</c>), and has to be dropped for it.</summary>
    public bool KeepsOwed { get; set; }

    /// <summary>Whether it is the result of a call that is dropped together with its receiver (<c>this: [Keeps]</c>).</summary>
    public bool EndsReceiver { get; set; }

    /// <summary>The member that made such a value; null for a parameter.</summary>
    public ISymbol? MadeBy { get; set; }

    /// <summary>Who says that the value has to be dropped.</summary>
    public Authority DutyAuthority { get; set; }

    /// <summary>What a parameter, <c>this</c> or an upvar holds when the body starts.</summary>
    public Mode EntryMode { get; set; }

    /// <summary>Where it is declared (<see cref="Body.Origins"/>), once somebody asked; -1 before.</summary>
    internal int DeclarationOrigin { get; set; } = -1;

    public string Name => Kind == LocalKind.This ? "this" : Symbol?.Name ?? "";

    /// <summary>Of the plain object that a member refers to: the local whose member it is; -1 for a static, and for all else.</summary>
    public int ReferredFrom { get; set; } = -1;

    /// <summary>Of a temporary that was read from a static: that static.</summary>
    public ISymbol? Static { get; set; }

    /// <summary>Whether it is a tuple or array that was made of what its elements hold: with borrows in it, an element that is read is that borrow.</summary>
    public bool HoldsBorrows { get; set; }
}
