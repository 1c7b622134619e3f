using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Borrowck.Ir;

/// <summary>One step of a body. <see cref="Origin"/> leads back to the source (<see cref="Body.Origins"/>).</summary>
public abstract record Statement(int Origin)
{
    /// <summary>Whether it stands inside a <c>lock</c>.</summary>
    public bool IsInLock { get; internal set; }

    /// <summary>Who says what the statement does, where a contract does.</summary>
    public Authority Authority { get; internal set; }

    /// <summary>The place that an assignment, or the result of a call, gives a value; null for all else.</summary>
    internal Place? Written => this switch
    {
        Assign assign => assign.Target,
        Call call => call.Target,
        _ => null,
    };
}

/// <summary><c>target = value</c>.</summary>
public sealed record Assign(int Origin, Place Target, Rvalue Value) : Statement(Origin)
{
    // What few assignments have stands apart: most of what a body holds are assignments.
    private Rare _rare = Rare.None;

    private Place _target = Target;
    private Rvalue _value = Value;

    public Place Target
    {
        get => _target;
        init => _target = value;
    }

    public Rvalue Value
    {
        get => _value;
        init => _value = value;
    }

    /// <summary>The whole assignment, where <see cref="Statement.Origin"/> is the value alone; -1 where there is no difference.</summary>
    public int WriteOrigin { get; init; } = -1;

    /// <summary>
    /// The place that the variable read here is a name for: a pattern variable is a borrow of what it matched until its value is taken,
    /// and what is taken then is the value of that place.
    /// </summary>
    public Place? Named
    {
        get => _rare.Named;
        init => _rare = value is null && _rare.Named is null ? _rare : _rare with { Named = value };
    }

    /// <summary>Whether it takes what <see cref="Named"/> says, although the target need not keep it.</summary>
    public bool Takes
    {
        get => _rare.Takes;
        init => _rare = value == _rare.Takes ? _rare : _rare with { Takes = value };
    }

    /// <summary>Of a resolved statement that takes the value of a named place: what it was taken through, which is gone as well.</summary>
    public Place? Through
    {
        get => _rare.Through;
        init => _rare = value is null && _rare.Through is null ? _rare : _rare with { Through = value };
    }

    /// <summary>Of a capture, whose <see cref="Statement.Origin"/> is the nested function: the expression in its body that needs the place; -1 for all else.</summary>
    public int CapturedUse
    {
        get => _rare.CapturedUse;
        init => _rare = value == _rare.CapturedUse ? _rare : _rare with { CapturedUse = value };
    }

    /// <summary>Puts what modes say into it, in place: the body that is resolved is the only one that has it, and most of what it holds are assignments.</summary>
    internal void Resolve(Place target, Rvalue value, Place? named, Place? through)
    {
        (_target, _value) = (target, value);
        if (named is not null || through is not null || _rare.Named is not null)
        {
            _rare = _rare with { Named = named, Through = through };
        }
    }

    /// <summary>The same with other places; this one where they are no others.</summary>
    public Assign With(Place target, Rvalue value, Place? named) =>
        target.IsSame(Target) && ReferenceEquals(value, Value) && IsSame(named, Named) ? this : this with { Target = target, Value = value, Named = named };

    private static bool IsSame(Place? place, Place? other) => place is { } one ? other is { } two && one.IsSame(two) : other is null;

    private sealed record Rare(Place? Named, bool Takes, Place? Through, int CapturedUse)
    {
        public static Rare None { get; } = new(Named: null, Takes: false, Through: null, CapturedUse: -1);
    }
}

/// <summary>
/// A call, creation or other operation that takes what its arguments hold. Arguments are temporaries that were filled before,
/// in the order of evaluation; borrows among them that were only reserved begin here.
/// </summary>
/// <param name="Origin">The call in the source.</param>
/// <param name="Target">Where the result goes; null when it is plain or discarded.</param>
/// <param name="Arguments">The temporaries, receiver first.</param>
/// <param name="Sources">Positions in <paramref name="Arguments"/> whose loans the result holds.</param>
/// <param name="Stores">Pairs of positions: the loans of the first flow into what the second one borrows or is.</param>
/// <param name="ResultMode">What the target holds afterwards.</param>
/// <param name="Callee">The method, for explanations; null for a built-in operation.</param>
public sealed record Call(
    int Origin,
    Place? Target,
    ImmutableArray<int> Arguments,
    ImmutableArray<int> Sources,
    ImmutableArray<(int From, int To)> Stores,
    Mode ResultMode,
    ISymbol? Callee) : Statement(Origin)
{
    /// <summary>Whether the result is a borrow that no attribute speaks about.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether it calls a delegate about whose result nobody says anything: of the loans of the delegate the result holds those that its body returns.</summary>
    public bool IsOfDelegate { get; init; }

    /// <summary>
    /// Whether what it stores becomes an element of a collection of functions: the collection holds what they borrow of values of move types. What
    /// somebody still does with a plain object that they captured, nobody knows.
    /// </summary>
    public bool Collects { get; init; }

    /// <summary>Of a delegate that is made: the moves in its body of what it captures, for which it can be called once.</summary>
    public ImmutableArray<CapturedMove> CapturedMoves { get; init; } = ImmutableArray<CapturedMove>.Empty;
}

/// <summary>A read that takes nothing: a plain value copied out, a null test, an operand of an operation that the model does not describe.</summary>
/// <param name="Origin">The expression.</param>
/// <param name="Place">What is read.</param>
/// <param name="Kind">How closely it looks.</param>
public sealed record Use(int Origin, Place Place, UseKind Kind) : Statement(Origin)
{
    /// <summary>
    /// Of an <see cref="UseKind.Invoke"/>: the parameter for which the delegate is passed to somebody who calls it once; null where it is called here.
    /// Of a <see cref="UseKind.Repeat"/>: the parameter that may call it again.
    /// </summary>
    public ISymbol? PassedFor { get; init; }

    /// <summary>Whether the value is only handed to somebody else, who may not look into it.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>
    /// Whether it is the receiver of a call behind which nobody knows whether it still has to be dropped: the result may well be the receiver again
    /// (<c>builder.With(x)</c>), or the method is called like one that closes it.
    /// </summary>
    public bool MayEndDuty { get; init; }

    /// <summary>The same of another place; this one where it is no other.</summary>
    public Use At(Place place) => place.IsSame(Place) ? this : this with { Place = place };
}

/// <summary>The value of a place is destroyed.</summary>
/// <param name="Origin">The call, or the <c>using</c> variable.</param>
/// <param name="Place">What is dropped.</param>
/// <param name="Cause">By whom.</param>
/// <param name="Idempotent">Whether a second drop is harmless.</param>
public sealed record Drop(int Origin, Place Place, MoveCause Cause, bool Idempotent) : Statement(Origin)
{
    /// <summary>As <see cref="Assign.Named"/>.</summary>
    public Place? Named { get; init; }

    /// <summary>As <see cref="Assign.Through"/>.</summary>
    public Place? Through { get; init; }

    /// <summary>The same of another place; this one where it is no other.</summary>
    public Drop At(Place place) => place.IsSame(Place) ? this : this with { Place = place };
}

/// <summary>The scope of a local ends.</summary>
public sealed record StorageDead(int Origin, int Local) : Statement(Origin);

/// <summary>Behind it the local holds no value that anybody would have to drop.</summary>
/// <param name="Origin">Where that is so.</param>
/// <param name="Local">The local.</param>
/// <param name="IsCertain">Whether a test found <c>null</c>; else somebody has a part of it that may end it, as far as anybody says.</param>
public sealed record DutyEnds(int Origin, int Local, bool IsCertain) : Statement(Origin);

/// <summary>Here the body may be left because something is thrown that it does not handle. Only where somebody asks for such ways out.</summary>
public sealed record Throws(int Origin) : Statement(Origin);

/// <summary>On the way out of a call that threw: what it was given is back, for a consuming call that throws is taken not to have consumed.</summary>
public sealed record Restore(int Origin, Place Place) : Statement(Origin);

/// <summary>What a local holds is stored where the body cannot follow it: a static, a field of a plain object, an element of a plain array.</summary>
public sealed record Escape(int Origin, int Local) : Statement(Origin)
{
    /// <summary>Whether it goes to a place that is said to hold a borrow.</summary>
    public bool MayHoldBorrows { get; init; }

    /// <summary>As <see cref="Call.Collects"/>.</summary>
    public bool Collects { get; init; }

    /// <summary>The local that what keeps it belongs to: what is borrowed of that lives as long. -1 where nobody knows of one.</summary>
    public int Keeper { get; init; } = -1;

    /// <summary>What keeps it.</summary>
    public MoveCause Cause { get; init; } = MoveCause.Stored;
}
