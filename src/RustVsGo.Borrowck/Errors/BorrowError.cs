using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Something that the checker found. Knows places and symbols; what is said about it is the reporter's business.</summary>
/// <param name="Syntax">The expression, or the statement, where it happens.</param>
/// <param name="Name">The place, as the source writes it.</param>
public abstract record BorrowError(SyntaxNode Syntax, string Name)
{
    /// <summary>The highest authority among the contracts that are involved: what rests on the catalog alone is no more than a warning.</summary>
    public Authority Authority { get; init; }

    /// <summary>The variable or parameter that the place starts in; null for <c>this</c> and temporaries.</summary>
    public Binding? Binding { get; init; }

    /// <summary>Where <see cref="Syntax"/> is a nested function, or a call of one: the expression in its body that needs the place.</summary>
    public SyntaxNode? UseInClosure { get; init; }

    /// <summary>Of a place in <c>this</c>: the member that lent it.</summary>
    public ISymbol? Member { get; init; }
}

/// <summary>E0382.</summary>
/// <param name="Syntax">The use.</param>
/// <param name="Name">The place that lost its value: the used one or, where no move path is closer, one around it.</param>
/// <param name="Use">What the use does.</param>
/// <param name="IsPartial">Whether only a part of the used place lost its value.</param>
/// <param name="Moves">Where, on the paths that lead here.</param>
/// <param name="IsDroppedOnSomePathOnly">Whether it is a plain value that was dropped, and another path leads here without a drop.</param>
public sealed record UseAfterMove(
    SyntaxNode Syntax,
    string Name,
    UseAfterMoveKind Use,
    bool IsPartial,
    ImmutableArray<MoveSite> Moves,
    bool IsDroppedOnSomePathOnly) : BorrowError(Syntax, Name)
{
    /// <summary>Whether the value is only handed to somebody else, who may not look into it.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether some path leads here on which nothing was moved.</summary>
    public bool HasPathWithoutMove { get; init; }

    /// <summary>Of a delegate that can be called once: the moves in its body for which it can, each with what is moved.</summary>
    public ImmutableArray<(SyntaxNode Syntax, string Name)> CapturedMoves { get; init; } = ImmutableArray<(SyntaxNode, string)>.Empty;
}

/// <summary>E0499, E0502, E0503, E0505, E0506, E0597, E0716: an access while a loan is live.</summary>
/// <param name="Syntax">The access.</param>
/// <param name="Name">The accessed place.</param>
/// <param name="Kind">How they collide.</param>
/// <param name="BorrowSyntax">Where the loan was taken.</param>
/// <param name="BorrowedName">What was borrowed.</param>
/// <param name="IsBorrowExclusive">Whether the loan is an exclusive one.</param>
/// <param name="IsTemporary">Whether the borrowed value has no name.</param>
/// <param name="LaterUse">Where the loan is needed again; null when at this very place, unless a call there was given it.</param>
/// <param name="IsInPreviousIteration">Whether the loan was taken in an earlier turn of a loop.</param>
/// <param name="IsLaterUseInLoop">Whether the later use is in the next turn of a loop.</param>
/// <param name="Move">For a move: what takes the value.</param>
/// <param name="End">For a value that does not live long enough: the declaration whose scope or <c>using</c> ends, or the statement of a temporary.</param>
public sealed record BorrowConflict(
    SyntaxNode Syntax,
    string Name,
    ConflictKind Kind,
    SyntaxNode BorrowSyntax,
    string BorrowedName,
    bool IsBorrowExclusive,
    bool IsTemporary,
    LaterUse? LaterUse,
    bool IsInPreviousIteration,
    bool IsLaterUseInLoop,
    MoveCause? Move,
    SyntaxNode? End) : BorrowError(Syntax, Name)
{
    /// <summary>Where a nested function took the loan: the expression in its body that needs the place.</summary>
    public SyntaxNode? BorrowInClosure { get; init; }
}

/// <summary>E0507, E0508, E0509.</summary>
/// <param name="Syntax">The move.</param>
/// <param name="Name">The place.</param>
/// <param name="Kind">Why it may not be moved.</param>
/// <param name="Root">The variable that holds the borrow, or around the place.</param>
/// <param name="Cause">What would take it.</param>
public sealed record IllegalMove(SyntaxNode Syntax, string Name, IllegalMoveKind Kind, ISymbol? Root, MoveCause Cause) : BorrowError(Syntax, Name)
{
    /// <summary>Of a move out of a captured variable: the nested function that moves it.</summary>
    public SyntaxNode? Closure { get; init; }

    /// <summary>Of a move out of a captured variable: the parameter that may call the function again; null where this body does.</summary>
    public ISymbol? CalledAgainBy { get; init; }

    /// <summary>Of what a call gave as borrowed: the called member, or its property.</summary>
    public ISymbol? LentBy { get; init; }

    /// <summary>The type of the value, where it is one of which each value has one owner.</summary>
    public ITypeSymbol? MoveType { get; init; }
}

/// <summary>A value that has to be dropped, and that nobody drops or takes on some path without an exception.</summary>
/// <param name="Syntax">What made it, or the parameter that owns it.</param>
/// <param name="Name">The variable that it is lost with or, where it has none, the expression.</param>
/// <param name="Kind">How it is lost.</param>
/// <param name="LostAt">The declaration whose scope ends, the statement that ends, or the assignment.</param>
/// <param name="Drops">Where other paths drop it, in the order of the source.</param>
/// <param name="Gifts">Where other paths give it away.</param>
public sealed record NotDropped(SyntaxNode Syntax, string Name, LossKind Kind, SyntaxNode LostAt, ImmutableArray<SyntaxNode> Drops, ImmutableArray<SyntaxNode> Gifts) : BorrowError(Syntax, Name)
{
    /// <summary>Where another path drops it or gives it away; null where none does.</summary>
    public SyntaxNode? DroppedElsewhere => Drops.IsEmpty ? Gifts.IsEmpty ? null : Gifts[0] : Drops[0];

    /// <summary>The member that made it; null for a parameter, and for what was awaited.</summary>
    public ISymbol? Creator { get; init; }

    /// <summary>Its type.</summary>
    public ITypeSymbol? Type { get; init; }
}

/// <summary>A plain value is dropped that somebody else owns by then, who will drop it as well.</summary>
/// <param name="Syntax">The drop.</param>
/// <param name="Name">The place.</param>
/// <param name="Drop">What drops it.</param>
/// <param name="GivenAt">Where it was given away.</param>
/// <param name="Owner">To whom.</param>
public sealed record DroppedTwice(SyntaxNode Syntax, string Name, MoveCause Drop, SyntaxNode GivenAt, MoveCause Owner) : BorrowError(Syntax, Name);

/// <summary>E0594, E0596.</summary>
/// <param name="Syntax">The write.</param>
/// <param name="Name">The place.</param>
/// <param name="IsAssignment">Whether it is assigned (E0594), not exclusively borrowed (E0596).</param>
/// <param name="Root">The variable that holds the shared borrow.</param>
public sealed record WriteThroughShared(SyntaxNode Syntax, string Name, bool IsAssignment, ISymbol? Root) : BorrowError(Syntax, Name);

/// <summary>E0521, E0621: a borrow that the caller lent leaves the body by a way that the signature does not name.</summary>
/// <param name="Syntax">What is returned or stored.</param>
/// <param name="Name">The expression.</param>
/// <param name="Source">The parameter or captured variable that the borrow comes from; null for the receiver.</param>
/// <param name="IsReturned">Whether it is returned, not stored.</param>
/// <param name="NamesOthers">Whether it goes where borrows may go (a result that borrows from others, a field that holds a borrow), but not this one.</param>
public sealed record BorrowEscapes(SyntaxNode Syntax, string Name, ISymbol? Source, bool IsReturned, bool NamesOthers) : BorrowError(Syntax, Name)
{
    /// <summary>The function whose signature it leaves against.</summary>
    public ISymbol? Signature { get; init; }

    /// <summary>Whether <see cref="Source"/> is a variable that a nested function has for itself, and the borrow of it is stored in a captured one.</summary>
    public bool IsInCapture { get; init; }

    /// <summary>Of what is stored in a captured variable: whether <see cref="Source"/> is the nested function's own, and not another capture.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it may live for ever, so that all such ways of one parameter are one mistake: that it is borrowed (rustc's <c>'static</c>).</summary>
    public bool IsForever { get; init; }

    /// <summary>Of what is stored: what keeps it.</summary>
    public MoveCause Cause { get; init; } = MoveCause.Stored;
}
