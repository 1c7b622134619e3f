using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.Tests;

/// <summary>
/// Runs the analyzers over a program and compares what they report with what the program's markup says:
/// <c>{|RVG0382:config|}</c> expects that rule on that text, and a program without markup expects silence.
/// </summary>
internal static partial class Verify
{
    /// <summary>
    /// The program must compile and be reported as marked. Rules that only propose something keep silent, and so do those about disposal: what such a
    /// program leaves undropped, Rust drops by itself.
    /// </summary>
    public static Task Ownership(string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.Errors, rule: null, expected);

    /// <summary>As <see cref="Ownership"/>, with the rules about disposal.</summary>
    public static Task Disposal(string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.Errors, rule: null, expected, isAboutDisposal: true);

    /// <summary>As <see cref="Ownership"/>, with a rule that only proposes something, or that is off by default.</summary>
    public static Task Proposal(string rule, string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.Errors, rule, expected);

    /// <summary>The program may be as broken as it likes; the analyzer must neither crash nor report more than is marked.</summary>
    public static Task OwnershipInBrokenCode(string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.None, rule: null, expected);

    /// <summary>The program must compile and be reported as marked, with <paramref name="contracts"/> as the project's contract file.</summary>
    public static Task OwnershipWith(string contracts, string program) => OwnershipWith<OwnershipAnalyzer>(contracts, program);

    /// <summary>As <see cref="OwnershipWith"/>, for the rules of <typeparamref name="TAnalyzer"/>.</summary>
    public static Task OwnershipWith<TAnalyzer>(string contracts, string program)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        Configured<TAnalyzer>(program, contracts, configuration: null).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>As <see cref="OwnershipWith"/>, for the rules about contracts.</summary>
    public static Task ContractsWith(string contracts, string program, params DiagnosticResult[] expected) =>
        Configured<ContractAnalyzer>(program, contracts, configuration: null, expected).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>As <see cref="OwnershipWith"/>, with <paramref name="configuration"/> as lines of a global configuration and <paramref name="section"/> as
    /// those of an <c>.editorconfig</c> for all files.</summary>
    public static Task OwnershipConfigured(string configuration, string program, string? contracts = null, string? section = null)
    {
        var test = Configured<OwnershipAnalyzer>(program, contracts, configuration);
        if (section is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + section));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The contract file is reported as marked; <paramref name="program"/> is what its lines may name.</summary>
    public static Task ContractFile(string contracts, string program = "", string? configuration = null, params DiagnosticResult[] expected) =>
        Configured<ContractFileAnalyzer>(program, contracts, configuration, expected).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// The program, which neither declares nor references anything of ours, must compile and get the marked reports, as warnings: they rest on the
    /// catalog alone.
    /// </summary>
    public static Task Catalog(string program, string? configuration = null) => Catalog<OwnershipAnalyzer>(program, configuration);

    /// <summary>As <see cref="Catalog"/>, for the rules of <typeparamref name="TAnalyzer"/>.</summary>
    public static async Task Catalog<TAnalyzer>(string program, string? configuration = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        TestFileMarkupParser.GetSpans(program, out var text, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        var test = new AnalyzerRun<TAnalyzer> { TestCode = text };
        Prepare(test, text, static _ => false);
        test.TestState.AdditionalReferences.Clear();
        test.TestState.AdditionalReferences.AddRange(TestReferences.Framework);
        if (configuration is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + configuration));

        var lines = SourceText.From(text).Lines;
        foreach (var (id, marked) in spans)
        {
            foreach (var span in marked)
            {
                var (start, end) = (lines.GetLinePosition(span.Start), lines.GetLinePosition(span.End));
                test.ExpectedDiagnostics.Add(
                    new DiagnosticResult(id, DiagnosticSeverity.Warning)
                        .WithSpan(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1)
                        .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
            }
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static AnalyzerRun<TAnalyzer> Configured<TAnalyzer>(string program, string? contracts, string? configuration, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new AnalyzerRun<TAnalyzer> { TestCode = program };
        Prepare(test, program, static _ => false);
        if (contracts is not null)
            test.TestState.AdditionalFiles.Add(("/Test.ownership.txt", contracts));
        if (configuration is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + configuration));
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    /// <summary>As <see cref="Error"/>, for a warning.</summary>
    public static DiagnosticResult Warning(string id) => new(id, DiagnosticSeverity.Warning);

    /// <summary>An error that states more than markup can: its message, and its secondary spans by <c>{|#1:…|}</c>.</summary>
    public static DiagnosticResult Error(string id) => new(id, DiagnosticSeverity.Error);

    private static IEnumerable<string> DisposalRules => new DisposalAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id);

    private static Task Run(string program, CompilerDiagnostics compilerDiagnostics, string? rule, DiagnosticResult[] expected, bool isAboutDisposal = false)
    {
        var test = new AnalyzerRun<OwnershipAnalyzer> { TestCode = program, CompilerDiagnostics = compilerDiagnostics, RunsAll = true };
        Prepare(test, program, id => id == rule);
        if (!isAboutDisposal)
            test.DisabledDiagnostics.AddRange(DisposalRules);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void Prepare(AnalyzerTest<DefaultVerifier> test, string program, Func<string, bool> isAskedFor)
    {
        test.DisabledDiagnostics.AddRange(AllAnalyzers.Proposals.Where(rule => !isAskedFor(rule)));
        // A name without assemblies: those that TestReferences lists need no download.
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        test.TestState.OutputKind = OutputKindOf(program);
        // Rules report through one descriptor per severity; markup names the rule.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        // Each check compiles every program once more. Tests of their own cover generated code and suppression.
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
    }

    private static OutputKind OutputKindOf(string program)
    {
        TestFileMarkupParser.GetSpans(program, out var withoutMarkup, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return CSharpSyntaxTree.ParseText(withoutMarkup).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
    }

    private static ParseOptions PreviewLanguage(ParseOptions options) =>
        ((CSharpParseOptions)options).WithLanguageVersion(LanguageVersion.Preview);

    private sealed class AnalyzerRun<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        protected override ParseOptions CreateParseOptions() => PreviewLanguage(base.CreateParseOptions());

        public bool RunsAll { get; init; }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => RunsAll ? AllAnalyzers.Create() : base.GetDiagnosticAnalyzers();
    }
}
