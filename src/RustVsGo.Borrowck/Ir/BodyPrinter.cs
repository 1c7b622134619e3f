using System.Collections.Generic;
using System.Text;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// Writes a body in a form that reads like rustc's MIR dumps (<c>_1 = &amp;mut _0.A</c>), for tests and for people.
/// </summary>
public static class BodyPrinter
{
    public static string Print(Body body)
    {
        var text = new StringBuilder();
        foreach (var block in body.Blocks)
        {
            if (block.Index != 0 && body.Predecessors[block.Index].Count == 0)
            {
                continue;
            }

            text.Append("bb").Append(block.Index).Append(":\n");
            foreach (var statement in block.Statements)
            {
                text.Append("  ").Append(Print(body, statement)).Append('\n');
            }

            text.Append(block.IsReturn ? "  return" : "  goto").Append(block.Successors.Count == 0 ? "" : " ");
            text.Append(string.Join(", ", Names(block.Successors))).Append('\n');
        }

        return text.ToString();
    }

    public static string Print(Body body, Place place)
    {
        var local = body.Locals[place.Local];
        var text = local.Name.Length > 0 ? local.Name : "_" + local.Index;
        foreach (var projection in place.Projections)
        {
            text = projection.Kind switch
            {
                ProjectionKind.Deref => "(*" + text + ")",
                ProjectionKind.Element => text + "[_]",
                _ => text + "." + projection.Member!.Name,
            };
        }

        return text;
    }

    public static string Print(Body body, Statement statement) => statement switch
    {
        Assign assign => Print(body, assign.Target) + " = " + Print(body, assign.Value),
        Call call => (call.Target is { } target ? Print(body, target) + " = " : "") + "call " + (call.Callee?.Name ?? "") + "("
            + string.Join(", ", Locals(body, call.Arguments)) + ")",
        Use use => "use " + use.Kind.ToString().ToLowerInvariant() + " " + Print(body, use.Place),
        Drop drop => "drop " + Print(body, drop.Place),
        Escape escape => "escape " + Print(body, new Place(escape.Local)),
        Restore restore => "restore " + Print(body, restore.Place),
        Throws => "throws",
        DutyEnds ended => "duty ends " + Print(body, new Place(ended.Local)),
        StorageDead dead => "dead " + Print(body, new Place(dead.Local)),
        _ => statement.ToString(),
    };

    private static string Print(Body body, Rvalue value) => value switch
    {
        Read { Operand: var operand } => operand.Kind.ToString().ToLowerInvariant() + " " + Print(body, operand.Place),
        Borrow borrow => "&" + (borrow.Strength == LoanStrength.Full ? "" : borrow.Strength.ToString().ToLowerInvariant() + " ") + (borrow.TwoPhase ? "two-phase " : "") + (borrow.Kind == BorrowKind.Exclusive ? "mut " : "") + Print(body, borrow.Place),
        Fresh fresh => fresh.Mode.ToString().ToLowerInvariant(),
        _ => value.ToString(),
    };

    private static IEnumerable<string> Locals(Body body, IEnumerable<int> locals)
    {
        foreach (var local in locals)
        {
            yield return local < 0 ? "const" : Print(body, new Place(local));
        }
    }

    private static IEnumerable<string> Names(Block.SuccessorList blocks)
    {
        foreach (var block in blocks)
        {
            yield return "bb" + block;
        }
    }
}
