using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Borrowck.Tests;

/// <summary>Holds docs/architecture.md, "Who may know whom": what each part of the sources mentions, by the compiler's own binding.</summary>
public sealed class ArchitectureTests
{
    private const string Engine = "RustVsGo.Borrowck";

    /// <summary>Which other parts of the engine each part may mention. The root alone wires the stages.</summary>
    private static readonly Dictionary<string, string[]> s_engine = new()
    {
        ["Collections"] = [],
        ["Ir"] = ["Collections"],
        ["Dataflow"] = ["Collections"],
        ["Contracts"] = [],
        ["Lowering"] = ["Collections", "Contracts", "Ir"],
        ["Modes"] = ["Collections", "Contracts", "Dataflow", "Ir"],
        ["MovePaths"] = ["Collections", "Contracts", "Dataflow", "Ir"],
        ["Loans"] = ["Collections", "Contracts", "Ir"],
        ["Analyses"] = ["Collections", "Dataflow", "Ir", "Loans", "MovePaths"],
        ["Errors"] = ["Analyses", "Collections", "Ir", "Loans", "MovePaths"],
        ["Checking"] = ["Analyses", "Collections", "Dataflow", "Errors", "Ir", "Loans", "MovePaths"],
    };

    // Shared by the tests of this class: binding the sources takes a second or two.
    private static readonly Lazy<IReadOnlyList<Mention>> s_mentions = new(FindMentions);

    public static TheoryData<string> Parts => new(s_engine.Keys);

    [Fact]
    public void Every_part_of_the_engine_is_in_the_table() =>
        Assert.Equal(
            s_engine.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(RepositoryRoot.Combine("src", Engine))
                .Where(static folder => Directory.GetFiles(folder, "*.cs").Length > 0)
                .Select(static folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_the_engine_knows_no_part_but_those_below_it(string part)
    {
        string[] allowed = [part, .. s_engine[part]];

        Assert.Empty(Mentions(Engine, part)
            .Where(static mention => !IsAuthority(mention))
            .Where(mention => mention.Namespace == Engine
                || (mention.Namespace.StartsWith(Engine + ".", StringComparison.Ordinal) && !allowed.Contains(mention.Namespace[(Engine.Length + 1)..].Split('.')[0])))
            .Select(static mention => mention.ToString()));
    }

    /// <summary>What cannot be bound is not seen; then the tests below would pass for nothing.</summary>
    [Fact]
    public void The_sources_of_the_engine_are_bound()
    {
        Assert.DoesNotContain(
            Compile().GetDiagnostics(TestContext.Current.CancellationToken),
            static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Location.SourceTree?.FilePath.Contains(Engine, StringComparison.Ordinal) == true);
        Assert.Contains(Mentions(Engine, "Lowering"), static mention => mention.Type == "IOperation");
        Assert.Contains(Mentions(Engine, "Checking"), static mention => mention.Namespace == Engine + ".Analyses");
        Assert.Contains(s_mentions.Value, static mention => mention is { Project: "RustVsGo.CodeFixes", Type: "PropertyKeys" });
    }

    [Fact]
    public void Data_flow_knows_neither_contracts_nor_Roslyn() =>
        Assert.Empty(Mentions(Engine, "Dataflow")
            .Where(static mention => mention.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static mention => mention.ToString()));

    [Fact]
    public void Lowering_alone_knows_operations() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == Engine && mention.Part != "Lowering")
            .Where(static mention => mention.Namespace == "Microsoft.CodeAnalysis.Operations" || mention.Type is "IOperation" or "OperationKind")
            .Select(static mention => mention.ToString()));

    [Fact]
    public void Lowering_and_the_root_alone_know_control_flow_graphs() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == Engine && mention.Part is not ("Lowering" or ""))
            .Where(static mention => mention.Namespace == "Microsoft.CodeAnalysis.FlowAnalysis")
            .Select(static mention => mention.ToString()));

    [Fact]
    public void The_engine_knows_no_diagnostic() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == Engine)
            .Where(static mention => mention.Namespace == "Microsoft.CodeAnalysis.Diagnostics" || mention.Type is "Diagnostic" or "DiagnosticDescriptor" or "DiagnosticSeverity")
            .Select(static mention => mention.ToString()));

    /// <summary>The cause of a move is what an error says about it, and stands with the statements.</summary>
    [Fact]
    public void The_analyzers_know_the_driver_and_what_it_takes_and_gives() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == "RustVsGo.Analyzers" && mention.Namespace.StartsWith(Engine, StringComparison.Ordinal))
            .Where(static mention => mention is not ({ Type: "BodyBorrowChecker" } or { Namespace: Engine + ".Errors" or Engine + ".Contracts" }
                or { Namespace: Engine + ".Contracts.Files" } or { Namespace: Engine + ".Ir", Type: "MoveCause" or "MoveCauseKind" }))
            .Select(static mention => mention.ToString()));

    /// <summary>Who says so goes with a statement from its contract to its diagnostic.</summary>
    private static bool IsAuthority(Mention mention) => mention is { Namespace: Engine + ".Contracts", Type: "Authority" };

    [Fact]
    public void The_fixes_know_the_engine_by_its_diagnostics_alone() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == "RustVsGo.CodeFixes")
            .Where(static mention => mention.Namespace.StartsWith(Engine, StringComparison.Ordinal)
                || (mention.Namespace.StartsWith("RustVsGo.Analyzers", StringComparison.Ordinal) && mention.Type is not ("RuleIds" or "PropertyKeys" or "OwnershipAnalyzer" or "ContractAnalyzer" or "SharingAnalyzer" or "DisposalAnalyzer" or "DescribedParts")))
            .Select(static mention => mention.ToString()));

    [Fact]
    public void The_library_knows_nothing() =>
        Assert.Empty(s_mentions.Value
            .Where(static mention => mention.Project == "RustVsGo")
            .Where(static mention => mention.Namespace != "RustVsGo" && !mention.Namespace.StartsWith("System", StringComparison.Ordinal))
            .Select(static mention => mention.ToString()));

    [Fact]
    public void Nothing_mutable_is_kept_in_a_static_of_the_engine() =>
        Assert.Empty(s_statics.Value.Where(static field => !field.IsReadOnly && !field.IsConst).Select(static field => field.ToDisplayString()));

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Assert.Empty(Sources()
            .Select(static path => (Path: path, Lines: File.ReadLines(path).Count()))
            .Where(static file => file.Lines > 400)
            .Select(static file => $"{file.Path}: {file.Lines}"));

    private static readonly Lazy<IReadOnlyList<IFieldSymbol>> s_statics = new(static () =>
        [.. Compile().GlobalNamespace.GetNamespaceMembers().SelectMany(AllTypes)
            .Where(static type => type.ContainingNamespace.ToDisplayString().StartsWith(Engine, StringComparison.Ordinal))
            .SelectMany(static type => type.GetMembers().OfType<IFieldSymbol>())
            .Where(static field => field.IsStatic && field.ContainingType.TypeKind != TypeKind.Enum)]);

    private static IEnumerable<Mention> Mentions(string project, string part) =>
        s_mentions.Value.Where(mention => mention.Project == project && mention.Part == part);

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static folder => folder is "bin" or "obj"));

    // All projects at once: what one of them does not reference, it does not mention either, and the others may.
    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Sources",
        Sources().Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path)),
        [
            .. TestReferences.Framework,
            MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static IReadOnlyList<Mention> FindMentions()
    {
        var root = RepositoryRoot.Combine("src");
        var compilation = Compile();
        var mentions = new HashSet<Mention>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var path = Path.GetRelativePath(root, tree.FilePath).Split(Path.DirectorySeparatorChar);
            var part = path.Length > 2 ? path[1] : "";
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
                    continue;
                var symbol = model.GetSymbolInfo(name).Symbol;
                Add(symbol as INamedTypeSymbol ?? symbol?.ContainingType);
                Add(model.GetTypeInfo(name).Type as INamedTypeSymbol);
            }

            void Add(INamedTypeSymbol? type)
            {
                if (type is { TypeKind: not TypeKind.Error, ContainingNamespace: { } space })
                    mentions.Add(new Mention(path[0], part, path[^1], space.ToDisplayString(), type.Name));
            }
        }

        return [.. mentions];
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(AllTypes));

    /// <summary>A type that a file mentions, by name or as the type of an expression.</summary>
    private sealed record Mention(string Project, string Part, string File, string Namespace, string Type);
}
