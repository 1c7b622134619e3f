using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// A method, accessor, initializer or nested function as the checker sees it: locals, blocks of statements, edges (rustc's <c>mir::Body</c>).
/// Block 0 is the entry.
/// </summary>
public sealed class Body
{
    private int[]? _reversePostorder;
    private ListsByNumber<Statement>? _writes;
    private Edges? _successors;
    private Edges? _predecessors;
    private PointNumbers? _points;

    public Segmented<LocalDecl> Locals { get; } = new();

    public Segmented<Block> Blocks { get; } = new();

    /// <summary>What <see cref="Statement.Origin"/> indexes: the syntax that each statement comes from.</summary>
    public Segmented<SyntaxNode> Origins { get; } = new();

    /// <summary>Whose body it is: the function whose signature holds here, or the field or property of an initializer.</summary>
    public ISymbol? Owner { get; set; }

    /// <summary>The member whose receiver <c>this</c> is: <see cref="Owner"/>, or what a nested function stands in.</summary>
    public ISymbol? Member
    {
        get
        {
            var member = Owner;
            while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            {
                member = member.ContainingSymbol;
            }

            return member;
        }
    }

    /// <summary>The local that holds what the body returns, or -1: it is read when the body is left.</summary>
    public int Result { get; set; } = -1;

    /// <summary>Every mode that the result may have, once modes are resolved.</summary>
    public Mode ResultMode { get; set; }

    /// <summary>
    /// The locals whose borrows the result may hold, by the body's own signature; null where nothing is said about it (a lambda, an iterator).
    /// </summary>
    public HashSet<int>? ReturnSources { get; set; }

    /// <summary>Whether the result is a borrow from <see cref="ReturnSources"/> and from nothing else, what a nested function captured included.</summary>
    public bool IsResultNamed { get; set; }

    /// <summary>The parameters whose borrows the receiver may keep, by the body's own signature (<c>CapturedBy = "this"</c>).</summary>
    public HashSet<int> KeptParameters { get; } = new();

    /// <summary>Whether something is stored where this body cannot follow it.</summary>
    public bool HasEscapes { get; set; }

    /// <summary>Whether some value in it has to be dropped (<see cref="LocalDecl.OwesDrop"/>), or one is dropped that need not be.</summary>
    public bool OwesDrops { get; set; }

    /// <summary>Whether it is the body of a lambda or local function: what it captures belongs to the body around it.</summary>
    public bool IsNested { get; set; }

    /// <summary>
    /// Whether what <paramref name="local"/> is given it holds to the end, whatever it is given later: a variable of the body around a nested function,
    /// whose type in Rust names a region of that body, which is live at every point of this one.
    /// </summary>
    public bool HoldsToTheEnd(int local) =>
        IsNested && Locals[local] is { Kind: LocalKind.Upvar } around && (around.IsMoveType || (around.CarriesBorrows && IsDeclaredHere(around.Type)));

    private static bool IsDeclaredHere(ITypeSymbol? type) => type is { Locations: { Length: > 0 } locations } && locations[0].IsInSource;

    /// <summary>Whether a borrow could leave the body: only then it matters what the caller lent.</summary>
    public bool LetsBorrowsOut => HasEscapes || IsNested || (Result >= 0 && ReturnSources is not null);

    /// <summary>
    /// The blocks that can be reached, each before those it leads to (loops aside). Successors are followed from the last,
    /// as rustc's <c>Postorder</c> does: so blocks come in the order in which rustc visits them, which decides between reports of one mistake.
    /// </summary>
    public int[] ReversePostorder => _reversePostorder ??= ComputeReversePostorder();

    /// <summary>Where control goes from each block. Put together when first asked for: ask when no edge is added any more.</summary>
    internal Edges Successors => _successors ??= Edges.From(Blocks.Count, block => Blocks[block].Successors.Count, (block, index) => Blocks[block].Successors[index]);

    /// <summary>The numbers of its statements. Put together when first asked for, and anew behind <see cref="StatementsWereAdded"/>.</summary>
    public PointNumbers Points => _points ??= new PointNumbers(this);

    /// <summary>Where control comes from, as <see cref="Successors"/>.</summary>
    internal Edges Predecessors => _predecessors ??= Successors.Reversed();

    /// <summary>
    /// The blocks that can be reached, as rustc's <c>Preorder</c> finds them: in this order rustc numbers loans, and of several that an access
    /// conflicts with it names the first.
    /// </summary>
    public IEnumerable<int> Preorder()
    {
        var visited = new bool[Blocks.Count];
        var stack = new Stack<int>();
        if (Blocks.Count > 0)
        {
            stack.Push(0);
        }

        while (stack.Count > 0)
        {
            var block = stack.Pop();
            if (visited[block])
            {
                continue;
            }

            visited[block] = true;
            foreach (var successor in Successors[block])
            {
                stack.Push(successor);
            }

            yield return block;
        }
    }

    /// <summary>Of a capture at <paramref name="point"/>: the expression in the nested function that needs the place; null for all else.</summary>
    public SyntaxNode? CapturedUseAt(Point point)
    {
        var statements = Blocks[point.Block].Statements;
        return point.Statement < statements.Count && statements[point.Statement] is Assign { CapturedUse: >= 0 and var use } ? Origins[use] : null;
    }

    /// <summary>
    /// The statements that write <paramref name="local"/> as a whole, in the order of the blocks. Gathered when first asked for, of all locals at
    /// once: ask when no statement is added or replaced any more.
    /// </summary>
    internal ListsByNumber<Statement>.Items WritesOf(int local) => (_writes ??= Writes())[local];

    /// <summary>To be called by who adds statements when somebody may have asked for <see cref="Points"/>.</summary>
    public void StatementsWereAdded() => _points = null;

    private ListsByNumber<Statement> Writes()
    {
        var writes = new ListsByNumber<Statement>(Locals.Count);
        foreach (var block in Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement.Written is { IsLocal: true } written)
                {
                    writes.Add(written.Local, statement);
                }
            }
        }

        return writes;
    }

    private int[] ComputeReversePostorder()
    {
        var order = new List<int>(Blocks.Count);
        var state = new int[Blocks.Count];
        var visited = new bool[Blocks.Count];
        var stack = new Stack<int>();
        if (Blocks.Count > 0)
        {
            stack.Push(0);
            visited[0] = true;
        }

        while (stack.Count > 0)
        {
            var block = stack.Peek();
            var successors = Blocks[block].Successors;
            if (state[block] < successors.Count)
            {
                var next = successors[successors.Count - 1 - state[block]++];
                if (!visited[next])
                {
                    visited[next] = true;
                    stack.Push(next);
                }
            }
            else
            {
                order.Add(block);
                stack.Pop();
            }
        }

        order.Reverse();
        return order.ToArray();
    }
}
