using CsCheck;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Tests.Support;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Reference;

/// <summary>Bodies of up to six blocks over four variables, with any edges and any statements.</summary>
internal static class RandomBodies
{
    private const int Locals = 4;

    private static readonly Projection[][] s_owned = [[], [A], [B], [A, A], [A, B], [Element]];

    private static readonly Projection[][] s_any = [.. s_owned, [Exclusive], [Shared], [Exclusive, A], [A, Exclusive], [A, Shared, B]];

    private static readonly Gen<int> s_local = Gen.Int[0, Locals - 1];

    private static readonly Gen<Place> s_place = Gen.Select(s_local, Gen.Int[0, s_any.Length - 1].Select(static i => s_any[i]), static (local, steps) => Place(local, steps));

    // Half of all targets are whole variables, as they are in code.
    private static readonly Gen<Place> s_target = Gen.OneOf(s_local.Select(static local => Place(local)), s_place);

    private static readonly Gen<BorrowKind> s_kind = Gen.Bool.Select(static shared => shared ? BorrowKind.Shared : BorrowKind.Exclusive);

    private static readonly Gen<Statement> s_call = Gen.Select(
        Gen.Int[-1, Locals - 1],
        s_local.Array[1, 3],
        Gen.Bool.Array[3],
        Gen.Int[0, 2],
        Gen.Int[-3, 2],
        static (target, arguments, isSource, from, to) => BodyBuilder.Call(
            target < 0 ? null : target,
            arguments,
            [.. Enumerable.Range(0, arguments.Length).Where(i => isSource[i])],
            to < 0 ? [] : [(from % arguments.Length, to % arguments.Length)]));

    private static readonly Gen<Statement> s_statement = Gen.Frequency(
        (4, Gen.Select(s_target, s_place, static (target, source) => BodyBuilder.Move(target, source))),
        (2, Gen.Select(s_target, s_place, static (target, source) => BodyBuilder.Copy(target, source))),
        (4, Gen.Select(s_target, s_kind, s_place, Gen.Bool, static (target, kind, place, twoPhase) => BodyBuilder.Borrow(target, kind, place, twoPhase))),
        (2, s_target.Select(BodyBuilder.Fresh)),
        (2, s_place.Select(BodyBuilder.Use)),
        (1, s_place.Select(BodyBuilder.Drop)),
        (1, s_local.Select(BodyBuilder.Dead)),
        (3, s_call));

    private static readonly Gen<(Statement[] Statements, int[] Successors)> s_block =
        Gen.Select(s_statement.Array[0, 5], Gen.Int[0, 99].Array[0, 3]);

    public static readonly Gen<Body> Any = Gen.Select(
        s_block.Array[1, 6],
        Gen.Int[-2, Locals - 1],
        static (blocks, result) =>
        {
            var builder = new BodyBuilder(Locals);
            foreach (var (statements, _) in blocks)
                builder.Block(statements);
            for (var i = 0; i < blocks.Length; i++)
                builder.Edge(i, [.. blocks[i].Successors.Select(successor => successor % blocks.Length).Distinct()]);
            return builder.Returns(Math.Max(result, -1)).Build();
        });
}
