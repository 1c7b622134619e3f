using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.Tests;

/// <summary>
/// Runs the analyzer over a program and compares what it reports with what the program's markup says:
/// <c>{|RVG0382:config|}</c> expects that rule on that text, and a program without markup expects silence.
/// </summary>
internal static partial class Verify
{
    /// <summary>The program must compile and be reported as marked.</summary>
    public static Task Ownership(string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.Errors, expected);

    /// <summary>The program may be as broken as it likes; the analyzer must neither crash nor report more than is marked.</summary>
    public static Task OwnershipInBrokenCode(string program, params DiagnosticResult[] expected) =>
        Run(program, CompilerDiagnostics.None, expected);

    /// <summary>An error that states more than markup can: its message, and its secondary spans by <c>{|#1:…|}</c>.</summary>
    public static DiagnosticResult Error(string id) => new(id, DiagnosticSeverity.Error);

    private static Task Run(string program, CompilerDiagnostics compilerDiagnostics, DiagnosticResult[] expected)
    {
        var test = new OwnershipTest { TestCode = program, CompilerDiagnostics = compilerDiagnostics };
        Prepare(test, program);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void Prepare(AnalyzerTest<DefaultVerifier> test, string program)
    {
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

    private sealed class OwnershipTest : CSharpAnalyzerTest<OwnershipAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => PreviewLanguage(base.CreateParseOptions());
    }
}
