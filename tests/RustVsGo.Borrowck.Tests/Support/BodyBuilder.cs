using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Tests.Support;

/// <summary>Makes bodies by hand. A block is given by its statements; edges are added by number.</summary>
internal sealed class BodyBuilder
{
    private readonly Body _body = new();

    /// <param name="locals">How many variables there are; they are called <c>_0</c>, <c>_1</c>, ….</param>
    public BodyBuilder(int locals)
    {
        for (var i = 0; i < locals; i++)
            _body.Locals.Add(new LocalDecl(i, LocalKind.Variable, symbol: null, type: null, isMoveType: true));
        _body.Origins.Add(SyntaxFactory.EmptyStatement());
    }

    public BodyBuilder Block(params Statement[] statements)
    {
        var block = new Block(_body.Blocks.Count);
        foreach (var statement in statements)
            block.Statements.Add(statement);
        _body.Blocks.Add(block);
        return this;
    }

    public BodyBuilder Edge(int from, params int[] to)
    {
        foreach (var block in to)
            _body.Blocks[from].Successors.Add(block);
        return this;
    }

    /// <summary>The local that the caller reads when the body returns.</summary>
    public BodyBuilder Returns(int local)
    {
        _body.Result = local;
        return this;
    }

    /// <summary>Every block without a successor returns, but for those given.</summary>
    public Body Build(params int[] unwinding)
    {
        foreach (var block in _body.Blocks)
            block.IsReturn = block.Successors.Count == 0 && !unwinding.Contains(block.Index);
        return _body;
    }

    public static Statement Move(Place target, Place source) => Read(OperandKind.Move, target, source);

    public static Statement Copy(Place target, Place source) => Read(OperandKind.Copy, target, source);

    public static Statement Fresh(Place target) => new Assign(0, target, new Fresh(Mode.Owned));

    public static Statement Borrow(Place target, BorrowKind kind, Place place, bool twoPhase = false) =>
        new Assign(0, target, new Borrow(kind, place, twoPhase, Direct: false));

    public static Statement Use(Place place) => new Use(0, place, UseKind.Borrow);

    public static Statement Drop(Place place) => new Drop(0, place, MoveCause.UsingEnded, Idempotent: false);

    public static Statement Dead(int local) => new StorageDead(0, local);

    /// <summary>A call whose result holds what the arguments at the positions <paramref name="sources"/> hold.</summary>
    public static Statement Call(int? target, int[] arguments, int[]? sources = null, (int From, int To)[]? stores = null) =>
        new Call(
            0,
            target is { } local ? new Place(local) : null,
            [.. arguments],
            sources is null ? ImmutableArray<int>.Empty : [.. sources],
            stores is null ? ImmutableArray<(int From, int To)>.Empty : [.. stores],
            Mode.Plain,
            Callee: null);

    private static Statement Read(OperandKind kind, Place target, Place source) =>
        new Assign(0, target, new Read(new Operand(kind, source, Gives: false, MoveCause.Assigned, IsMoveType: true)));
}
