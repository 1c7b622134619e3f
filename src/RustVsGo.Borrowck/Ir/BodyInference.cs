using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// What is known of a body only after its loans were followed, and changes how it is lowered: the body is then lowered and checked once more.
/// Nested functions whose delegate leaves the body take what they capture (Rust asks the programmer to write <c>move</c>); borrows that no
/// attribute speaks about are exclusive where a use mutates through them (Rust infers so what a closure captures); what a pattern named is
/// taken where it is given away later (Rust asks the programmer to leave out <c>ref</c>); nested functions copy the borrows that they capture
/// (in Rust the variable's type says that it holds one).
/// </summary>
internal sealed class BodyInference
{
    private readonly HashSet<SyntaxNode> _escaping = new();
    private readonly HashSet<SyntaxNode> _exclusive = new();
    private readonly HashSet<SyntaxNode> _taken = new();
    private readonly Dictionary<SyntaxNode, ISymbol> _takenBefore = new();
    private readonly HashSet<SyntaxNode> _extended = new();
    private readonly Dictionary<ISymbol, Mode> _borrows = new(SymbolEqualityComparer.Default);
    private HashSet<int>? _givenAway;

    /// <summary>Whether something was learned since the last <see cref="StartRound"/>.</summary>
    public bool HasGrown { get; private set; }

    public bool Escapes(SyntaxNode function) => _escaping.Contains(function);

    public bool IsExclusive(SyntaxNode member) => _exclusive.Contains(member);

    /// <summary>Whether the value that is read or matched at <paramref name="name"/> has to be taken, because a later use gives it away.</summary>
    public bool IsTaken(SyntaxNode name) => _taken.Contains(name);

    /// <summary>The variable of a pattern that takes the value of its place before <paramref name="assignment"/> replaces it, or null.</summary>
    public ISymbol? TakenBefore(SyntaxNode assignment) => _takenBefore.TryGetValue(assignment, out var name) ? name : null;

    /// <summary>Whether a variable of the pattern that <paramref name="matched"/> is matched with is used behind the statement.</summary>
    public bool IsExtended(SyntaxNode matched) => _extended.Contains(matched);

    /// <summary>What <paramref name="variable"/> was found to borrow by when a nested function took it by value, or null.</summary>
    public Mode? BorrowIn(ISymbol variable) => _borrows.TryGetValue(variable, out var mode) ? mode : null;

    /// <summary>Lets nested functions know that <paramref name="variable"/> holds a borrow.</summary>
    /// <returns>Whether it was not known yet.</returns>
    public bool AddBorrow(ISymbol variable, Mode mode)
    {
        if (_borrows.ContainsKey(variable))
        {
            return false;
        }

        _borrows.Add(variable, mode);
        return HasGrown = true;
    }

    /// <summary>Whether some statement takes, under the name <paramref name="local"/>, the value of the place that it names.</summary>
    public bool IsGivenAway(Body body, int local) => (_givenAway ??= GivenAway(body)).Contains(local);

    /// <summary>Lets the pattern variable <paramref name="local"/>, if something gives it away, take its value before <paramref name="assignment"/> replaces it.</summary>
    /// <returns>Whether it did not do so yet.</returns>
    public bool TryTakeBefore(Body body, SyntaxNode assignment, int local)
    {
        if (body.Locals[local].Symbol is not { } name || _takenBefore.ContainsKey(assignment) || !IsGivenAway(body, local))
        {
            return false;
        }

        _takenBefore.Add(assignment, name);
        return HasGrown = true;
    }

    /// <summary>Lets the temporary that is <paramref name="matched"/> live as long as the variables of the pattern.</summary>
    /// <returns>Whether it did not do so yet.</returns>
    public bool TryExtend(SyntaxNode matched)
    {
        var isNew = _extended.Add(matched);
        HasGrown |= isNew;
        return isNew;
    }

    public void AddEscaping(SyntaxNode function) => HasGrown |= _escaping.Add(function);

    public void StartRound()
    {
        HasGrown = false;
        _givenAway = null;
    }

    /// <summary>
    /// Makes the inferred borrows exclusive that <paramref name="local"/> may hold, following it back through copies, and with them those
    /// that they go through.
    /// </summary>
    /// <returns>Whether there is one that was not exclusive yet, and nothing that <paramref name="local"/> may hold has to stay shared.</returns>
    public bool TryMakeExclusive(Body body, int local)
    {
        var borrows = new List<SyntaxNode>();
        var found = false;
        if (MayBeExclusive(body, local, borrows, new HashSet<int>()))
        {
            foreach (var borrow in borrows)
            {
                found |= _exclusive.Add(borrow);
            }
        }

        HasGrown |= found;
        return found;
    }

    /// <summary>
    /// Lets <paramref name="local"/>, which may hold a borrow of a place that a pattern named, take the value of that place instead, following
    /// it back through copies.
    /// </summary>
    /// <param name="mayBeTaken">Whether the value of a place may be taken at all.</param>
    /// <returns>Whether there is such a place that was not taken yet.</returns>
    public bool TryTake(Body body, int local, Func<Place, bool> mayBeTaken)
    {
        var found = Take(body, local, mayBeTaken, new HashSet<int>());
        HasGrown |= found;
        return found;
    }

    private bool Take(Body body, int local, Func<Place, bool> mayBeTaken, HashSet<int> seen)
    {
        if (!seen.Add(local))
        {
            return false;
        }

        var found = false;
        foreach (var statement in body.WritesOf(local))
        {
            switch (statement)
            {
                case Assign { Named: { } named } assign when MayTake(body, named, mayBeTaken, new HashSet<int>()):
                    found |= _taken.Add(body.Origins[KeyOf(assign)]);
                    break;
                case Assign { Named: not null }:
                    break;
                case Assign { Value: Read { Operand.Place: { IsLocal: true } place } }:
                    found |= Take(body, place.Local, mayBeTaken, seen);
                    break;
                // What is returned as a borrow stays one, whoever has the value.
                case Assign { Value: Borrow { TwoPhase: false, Place: { IsIndirect: true, Projections.Length: 1 } place } } when local != body.Result:
                    found |= Take(body, place.Local, mayBeTaken, seen);
                    break;
                case Assign { Value: Borrow { IsCapture: true, Place: var place } } assign when IsName(body, place.Local, mayBeTaken):
                    // A delegate that takes what it captures takes the named value.
                    found |= _escaping.Add(body.Origins[assign.Origin]);
                    break;
                case Call call when call.ResultMode == Mode.None || call.Callee is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }:
                    foreach (var source in call.Sources)
                    {
                        found |= Take(body, call.Arguments[source], mayBeTaken, seen);
                    }

                    break;
            }
        }

        return found;
    }

    // `while (d.Next is { } n) d = n;`: what `d` borrows here it would own, if it took what it is assigned.
    private static bool MayTake(Body body, Place named, Func<Place, bool> mayBeTaken, HashSet<int> seen)
    {
        if (mayBeTaken(named))
        {
            return true;
        }

        return !named.IsLocal
            && named.Projections[0].Kind == ProjectionKind.Deref
            && !body.Locals[named.Local].IsRef
            && mayBeTaken(new Place(named.Local, named.Projections.RemoveAt(0)))
            && WouldOwn(body, named.Local, mayBeTaken, seen);
    }

    private static bool WouldOwn(Body body, int local, Func<Place, bool> mayBeTaken, HashSet<int> seen)
    {
        if (!seen.Add(local))
        {
            return true;
        }

        if (body.Locals[local].EntryMode.IsBorrowed() || body.WritesOf(local).IsEmpty)
        {
            return !body.Locals[local].EntryMode.IsBorrowed();
        }

        foreach (var statement in body.WritesOf(local))
        {
            var owns = statement switch
            {
                Call call => call.ResultMode == Mode.Owned,
                Assign { Named: { } named } => MayTake(body, named, mayBeTaken, seen),
                Assign { Value: Read { Operand: { Kind: OperandKind.Copy, Place: { IsLocal: true } source } } } => WouldOwn(body, source.Local, mayBeTaken, seen),
                Assign { Value: Read { Operand.Kind: OperandKind.Move } } => true,
                Assign { Value: Fresh { Mode: Mode.None or Mode.Owned } } => true,
                _ => false,
            };
            if (!owns)
            {
                return false;
            }
        }

        return true;
    }

    // The variables that a statement takes the value of the place from that they name.
    private static HashSet<int> GivenAway(Body body)
    {
        var locals = new HashSet<int>();
        foreach (var block in body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is Assign { Through: { } taken })
                {
                    locals.Add(taken.Local);
                }
                else if (statement is Drop { Through: { } dropped })
                {
                    locals.Add(dropped.Local);
                }
            }
        }

        return locals;
    }

    private static bool IsName(Body body, int local, Func<Place, bool> mayBeTaken)
    {
        foreach (var statement in body.WritesOf(local))
        {
            if (statement is Assign { Named: { } named } && mayBeTaken(named))
            {
                return true;
            }
        }

        return false;
    }

    // A pattern's variable is told from what it matched by the pattern.
    private static int KeyOf(Assign assign) => assign is { Value: Borrow { IsInferred: true }, WriteOrigin: >= 0 } ? assign.WriteOrigin : assign.Origin;

    // A variable that goes round in a loop asks of itself what is being asked.
    private static bool MayBeExclusive(Body body, int local, List<SyntaxNode> borrows, HashSet<int> seen)
    {
        if (!seen.Add(local))
        {
            return true;
        }

        if (body.Locals[local].EntryMode.IsShared())
        {
            return false;
        }

        foreach (var statement in body.WritesOf(local))
        {
            if (!MayBeExclusive(body, statement, borrows, seen))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayBeExclusive(Body body, Statement definition, List<SyntaxNode> borrows, HashSet<int> seen)
    {
        switch (definition)
        {
            case Call { IsInferred: true } call:
                borrows.Add(body.Origins[call.Origin]);
                return true;
            case Call { ResultMode: Mode.None } call:
                foreach (var source in call.Sources)
                {
                    if (!MayBeExclusive(body, call.Arguments[source], borrows, seen))
                    {
                        return false;
                    }
                }

                return true;
            case Call call:
                return !call.ResultMode.IsShared();
            case Assign { Value: Fresh { Mode: var mode } }:
                return !mode.IsShared();
            case Assign { Value: Read { Operand: { Kind: OperandKind.Copy, Place: var place } } }:
                return place.IsLocal ? MayBeExclusive(body, place.Local, borrows, seen) : !place.IsBehindShared;
            case Assign { Value: Borrow borrow } assign when borrow.IsInferred || borrow.Kind == BorrowKind.Exclusive:
                // What lies behind a borrow that somebody calls shared stays shared.
                if (borrow.Place.IsBehindShared
                    && (borrow.Place.IsBehindSharedInside || !MayBeExclusive(body, borrow.Place.Local, borrows, seen)))
                {
                    return false;
                }

                if (borrow.IsInferred)
                {
                    borrows.Add(body.Origins[KeyOf(assign)]);
                }

                return true;
            case Assign { Value: Borrow }:
                return false;
            default:
                return true;
        }
    }
}
