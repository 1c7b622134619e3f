using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Lowering;
using RustVsGo.Borrowck.Modes;

namespace RustVsGo.Borrowck.Tests.Support;

/// <summary>Lowers the method <c>Test</c> of a program to a resolved body, and writes it in a form that does not depend on numbering.</summary>
internal static partial class Lowered
{
    private const string Prelude =
        """

        [Owned] public class Part { public int Size; }
        [Owned] public class Config
        {
            public int Port;
            public Part Left = new(), Right = new();
            public int Count() => Port;
            [Mutates] public void Bump() => Port++;
            [Consumes] public Part Into() => new();
            [return: Borrowed] public Part View() => Left;
        }
        [Owned] public class Conn : IDisposable { public void Ping() { } public void Dispose() { } }
        [Owned] public struct Guard : IDisposable { public void Ping() { } public void Dispose() { } }
        [Owned] public class Bag { [Borrowed] Config _kept; [Mutates] public void Keep([Borrowed(CapturedBy = "this")] Config config) => _kept = config; }
        public static class Api
        {
            public static Config Make() => new();
            public static Part MakePart() => new();
            public static Conn Open() => new();
            public static Guard Enter() => new();
            public static void Take([Owned] Config config) { }
            public static void Take([Owned] Part part) { }
            public static void Look([Borrowed] Config config) { }
            public static void Look([Borrowed] Part part) { }
            public static void Edit([BorrowedMut] Config config) { }
            public static void Mix([Owned] Config a, [Borrowed] Config b, [BorrowedMut] Config c) { }
            public static void Risky() { }
            public static void Run([Borrowed] Action action) { }
        }
        """;

    /// <summary>The body of a method <c>Test</c> with these statements, conditions <c>c</c> and <c>d</c> and a number <c>n</c>.</summary>
    public static Body Statements(string statements) => Method("static void Test(bool c, bool d, int n) { " + statements + " }");

    /// <summary>The body of the method <c>Test</c> among the members of a class.</summary>
    public static Body Method(string members)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var text = "using System; using System.Collections.Generic; using RustVsGo; using static Api; class Tests { " + members + " }" + Prelude;
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: cancellation);
        var compilation = CSharpCompilation.Create("Test", [tree], TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.Text == "Test");
        var graph = ControlFlowGraph.Create((IMethodBodyOperation)model.GetOperation(method, cancellation)!, cancellation);
        var contracts = new ContractModel(compilation);
        var errors = new List<BorrowError>();
        var inference = new BodyInference();
        var nested = new NestedBodies(graph, parent: null, new BodyBorrowChecker(contracts), inference, errors, cancellation);
        var body = BodyLowering.Lower([new BodyPart(graph, nested)], model.GetDeclaredSymbol(method, cancellation)!, fields: [], invoke: null, contracts, inference, cancellation);
        ModeResolution.Resolve(body, States.GraphOf(body), cancellation);
        return body;
    }

    /// <summary>
    /// The reachable blocks in the order in which control meets them, without empty ones, chains joined; temporaries numbered by their appearance.
    /// A block that only an exception leaves ends with <c>throw</c>.
    /// </summary>
    public static string Print(Body body)
    {
        var blocks = Simplify(body);
        var names = new Dictionary<int, string>();
        var queue = new Queue<int>([Start(blocks)]);
        while (queue.TryDequeue(out var next))
        {
            if (names.TryAdd(next, "bb" + names.Count))
            {
                foreach (var successor in blocks[next].Successors)
                    queue.Enqueue(successor);
            }
        }

        var lines = new List<string>();
        foreach (var (index, name) in names)
        {
            var (statements, successors, ends) = blocks[index];
            lines.Add(name + ":");
            lines.AddRange(statements.Select(statement => "  " + BodyPrinter.Print(body, statement)));
            lines.Add(successors.Count > 0 ? "  goto " + string.Join(", ", successors.Select(successor => names[successor])) : ends ? "  return" : "  throw");
        }

        var temporaries = new Dictionary<string, string>();
        return string.Join("\n", lines.Select(line => Temporary().Replace(line, match =>
        {
            temporaries.TryAdd(match.Value, "t" + temporaries.Count);
            return temporaries[match.Value];
        })));
    }

    /// <summary>What happens on each way through the body on which no block is met twice: the statements that are asked for, and how the body is left.</summary>
    public static IReadOnlyList<string> Ways(Body body, Func<Statement, bool> isAskedFor)
    {
        var ways = new HashSet<string>();
        Walk(0, [], []);
        return [.. ways.Order(StringComparer.Ordinal)];

        void Walk(int index, HashSet<int> visited, List<string> way)
        {
            var block = body.Blocks[index];
            if (!visited.Add(index))
                return;

            var count = way.Count;
            way.AddRange(block.Statements.Where(isAskedFor).Select(statement => BodyPrinter.Print(body, statement)));
            if (block.Successors.Count == 0)
                ways.Add(string.Join("; ", way.Append(block.IsReturn ? "return" : "throw")));
            foreach (var successor in block.Successors)
                Walk(successor, visited, way);
            way.RemoveRange(count, way.Count - count);
            visited.Remove(index);
        }
    }

    public static bool IsDrop(Statement statement) => statement is Drop;

    private static int Start(Dictionary<int, (List<Statement> Statements, List<int> Successors, bool Ends)> blocks) => blocks.ContainsKey(0) ? 0 : blocks.Keys.Min();

    private static IEnumerable<int> SuccessorsOf(Block block) => Enumerable.Range(0, block.Successors.Count).Select(index => block.Successors[index]);

    private static Dictionary<int, (List<Statement> Statements, List<int> Successors, bool Ends)> Simplify(Body body)
    {
        var blocks = body.ReversePostorder.ToDictionary(
            static index => index,
            index => (Statements: body.Blocks[index].Statements.ToList(), Successors: SuccessorsOf(body.Blocks[index]).Distinct().ToList(), Ends: body.Blocks[index].IsReturn));

        // Past blocks that do nothing.
        int Past(int index)
        {
            var visited = new HashSet<int>();
            while (blocks[index] is { Statements.Count: 0, Successors: [var only], Ends: false } && visited.Add(index))
                index = only;
            return index;
        }

        foreach (var index in blocks.Keys.ToList())
        {
            var (statements, successors, ends) = blocks[index];
            blocks[index] = (statements, successors.Select(Past).Distinct().ToList(), ends);
        }

        var start = Past(0);
        var changed = true;
        while (changed)
        {
            changed = false;
            var reachable = new HashSet<int>();
            Reach(start);
            foreach (var index in blocks.Keys.Except(reachable).ToList())
                blocks.Remove(index);

            foreach (var index in blocks.Keys.ToList())
            {
                if (blocks[index].Successors is [var next] && next != index && next != start
                    && blocks.Values.Count(block => block.Successors.Contains(next)) == 1)
                {
                    var (statements, successors, ends) = blocks[next];
                    blocks[index] = ([.. blocks[index].Statements, .. statements], successors, ends);
                    blocks.Remove(next);
                    changed = true;
                    break;
                }
            }

            void Reach(int index)
            {
                if (reachable.Add(index))
                {
                    foreach (var successor in blocks[index].Successors)
                        Reach(successor);
                }
            }
        }

        // The entry has the smallest number.
        if (start != 0)
        {
            blocks[-1] = blocks[start];
            foreach (var (index, block) in blocks.ToList())
                blocks[index] = (block.Statements, block.Successors.Select(successor => successor == start ? -1 : successor).ToList(), block.Ends);
            blocks.Remove(start);
        }

        return blocks;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])_\d+")]
    private static partial Regex Temporary();
}
