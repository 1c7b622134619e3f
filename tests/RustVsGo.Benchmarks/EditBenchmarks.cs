using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Benchmarks.Bodies;
using RustVsGo.Tests;

namespace RustVsGo.Benchmarks;

/// <summary>
/// What an editor asks for after each keystroke: one method of a file of 2,000 lines was edited, the compilation is new, all other files are
/// what they were. Compared with what the compiler itself needs for the diagnostics of that method.
/// </summary>
public class EditBenchmarks
{
    private const int MethodsPerFile = 130;

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = AllAnalyzers.Create();
    private CSharpCompilation _compilation = null!;
    private string _text = "";
    private int _edits;

    [Params(10, 100)]
    public int OtherFiles { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _text = File(0);
        _compilation = BoundBody.Compile([_text, BodyText.Types, .. Enumerable.Range(1, OtherFiles).Select(File)]);
        Check();
    }

    /// <summary>The compiler alone.</summary>
    [Benchmark(Baseline = true)]
    public int Compiler()
    {
        var (compilation, method) = Edit();
        return compilation.GetSemanticModel(method.SyntaxTree).GetDiagnostics(method.Span).Length;
    }

    /// <summary>The compiler and all analyzers of the package.</summary>
    [Benchmark]
    public int Check()
    {
        var (compilation, method) = Edit();
        var model = compilation.GetSemanticModel(method.SyntaxTree);
        var found = model.GetDiagnostics(method.Span).Length;
        return found + compilation.WithAnalyzers(_analyzers).GetAnalyzerSemanticDiagnosticsAsync(model, method.Span, CancellationToken.None).GetAwaiter().GetResult().Length;
    }

    private (CSharpCompilation Compilation, MethodDeclarationSyntax Method) Edit()
    {
        var tree = _compilation.SyntaxTrees[0];
        var edited = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(_text.Replace("count + 0", $"count + {++_edits}", StringComparison.Ordinal)));
        var method = edited.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(static method => method.Identifier.ValueText == "Edited");
        return (_compilation.ReplaceSyntaxTree(tree, edited), method);
    }

    private static string File(int number) =>
        $$"""
        using System;
        using RustVsGo;
        using static Api;
        namespace N{{number}};
        static class Program{{number}}
        {
            static int Edited(bool flag, int count)
            {
                var x = Make();
                Take(x);
                return count + 0;
            }
        {{BodyText.Repeat(MethodsPerFile, static i => $"static void M{i}(bool flag, int count)\n{{\n{BodyText.Statements(BodyShape.ManyScopes, 50)}\n}}\n")}}
        }
        """;
}
