using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Benchmarks.Bodies;
using RustVsGo.CodeFixes;
using RustVsGo.Tests;

namespace RustVsGo.Benchmarks;

/// <summary>
/// What it costs to prove one fix before it is offered, beside the analysis of the body that it changes: the method is one of a document whose other
/// methods are as long, in a project of ten other files. Both begin with a document that was changed and a compilation that is new.
/// </summary>
public class FixBenchmarks : IDisposable
{
    private const int MethodsPerFile = 10;
    private const int OtherFiles = 10;

    private readonly AdhocWorkspace _workspace = new();
    private readonly UseAfterMoveCodeFixProvider _provider = new();
    private Solution _solution = null!;
    private DocumentId _document = null!;
    private Diagnostic _reported = null!;
    private Proposal _inBody = null!;
    private Proposal _ofSignature = null!;
    private SourceText _text = null!;
    private TextSpan _edited;
    private TextSpan _method;
    private int _edits;

    [Params(10, 100, 300)]
    public int Statements { get; set; }

    /// <exception cref="InvalidOperationException">The method is not reported, or no fix is offered for it: nothing would be measured.</exception>
    [GlobalSetup]
    public void Open() => OpenAsync().GetAwaiter().GetResult();

    /// <summary>What the compiler and the analyzers say about the method, after an edit in it.</summary>
    [Benchmark(Baseline = true)]
    public int Analysis()
    {
        var text = _text.WithChanges(new TextChange(_edited, $"count + {++_edits % 10}"));
        return DocumentCheck.RunAsync(_solution.WithDocumentText(_document, text).GetDocument(_document)!, [_method], CancellationToken.None).GetAwaiter().GetResult()!.Value.Length;
    }

    /// <summary>The proof of a fix in the body: what is moved is cloned.</summary>
    [Benchmark]
    public bool Proof() => ProofAsync(_inBody).GetAwaiter().GetResult();

    /// <summary>The proof of a fix of a signature: whom it is moved into borrows it. The body of the callee is looked at too.</summary>
    [Benchmark]
    public bool SignatureProof() => ProofAsync(_ofSignature).GetAwaiter().GetResult();

    /// <summary>All that an editor waits for: what is proposed, and the proof of each proposal.</summary>
    [Benchmark]
    public int Offer() => OfferAsync().GetAwaiter().GetResult();

    public void Dispose() => _workspace.Dispose();

    private async Task OpenAsync()
    {
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: TestReferences.All));
        _workspace.AddDocument(project.Id, "Types.cs", SourceText.From(BodyText.Types));
        for (var i = 1; i <= OtherFiles; i++)
            _workspace.AddDocument(project.Id, $"File{i}.cs", SourceText.From(File(i)));
        _document = _workspace.AddDocument(project.Id, "File0.cs", SourceText.From(File(0))).Id;
        _solution = _workspace.CurrentSolution;

        var document = _solution.GetDocument(_document)!;
        _text = await document.GetTextAsync();
        _edited = new TextSpan(_text.ToString().IndexOf("count + 0", StringComparison.Ordinal), "count + 0".Length);
        var root = await document.GetSyntaxRootAsync();
        _method = root!.DescendantNodes().OfType<MethodDeclarationSyntax>().First(static method => method.Identifier.ValueText == "Reported").FullSpan;
        var found = await DocumentCheck.RunAsync(document, [_method], CancellationToken.None);
        _reported = found!.Value.Single();
        _inBody = await ProposeAsync(UseAfterMoveCodeFixProvider.CloneKey);
        _ofSignature = await ProposeAsync(UseAfterMoveCodeFixProvider.BorrowKey);
        if (_reported.Id != RuleIds.UseAfterMove || Offer() < 2 || !Proof() || !SignatureProof() || Analysis() != 1)
            throw new InvalidOperationException("The generated method is not reported, or its fix is not offered.");
    }

    private async Task<Proposal> ProposeAsync(string key)
    {
        foreach (var fix in _provider.FixesOf(key))
        {
            if (await fix.ProposeAsync(_solution, _reported, CancellationToken.None) is { } proposal)
                return proposal;
        }

        throw new InvalidOperationException($"{key} is not offered.");
    }

    private async Task<bool> ProofAsync(Proposal proposal)
    {
        var changed = await MergedEdits.ApplyAsync(_solution, proposal, CancellationToken.None);
        return await new FixVerifier(_solution).IsGoodAsync(changed, ImmutableArray.Create(_reported), CancellationToken.None);
    }

    private async Task<int> OfferAsync()
    {
        var offered = new List<CodeAction>();
        await _provider.RegisterCodeFixesAsync(new CodeFixContext(_solution.GetDocument(_document)!, _reported, (action, _) => offered.Add(action), CancellationToken.None));
        return offered.Count;
    }

    private string File(int number) =>
        $$"""
        using System;
        using RustVsGo;
        using static Api;
        namespace N{{number}};
        static class Program{{number}}
        {
            {{(number == 0 ? Reported() : "")}}
        {{BodyText.Repeat(MethodsPerFile, i => $"static void M{i}(bool flag, int count)\n{{\n{BodyText.Statements(BodyShape.ManyScopes, Statements)}\n}}\n")}}
        }
        """;

    private string Reported() =>
        $$"""
            static int Reported(bool flag, int count)
            {
                var sheet = new Sheet();
                File(sheet);
        {{BodyText.Statements(BodyShape.ManyScopes, Statements).Replace("return;", "return 0;", StringComparison.Ordinal)}}
                return sheet.Number + count + 0;
            }

            static void File([Owned] Sheet sheet) => sheet.Number++;

            [Owned]
            sealed class Sheet
            {
                public int Number;
                public Sheet Clone() => new() { Number = Number };
            }
        """;
}
