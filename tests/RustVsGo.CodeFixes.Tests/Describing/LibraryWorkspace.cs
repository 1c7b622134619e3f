using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.CodeFixes.Tests.Describing;

/// <summary>A project that uses a compiled library, with the caret at <c>$$</c> in its program.</summary>
internal sealed class LibraryWorkspace : IDisposable
{
    private const string Library =
        """
        using System;
        using System.IO;
        using System.Threading.Tasks;

        namespace Vendor
        {
            public class Device
            {
                public Device() { }
                public Device(Stream stream, int size) { }
                public Stream Open() => Stream.Null;
                public Stream Body => Stream.Null;
                public Task<Stream> OpenAsync() => null;
                public void Attach(Stream stream) { }
                public void Stop() { }
                public void Call(Action action) { }
                public int Count(string text) => 0;
                public int Count() => 0;
                public static void Send(Stream stream) { }
                public static void Send(Stream @this, Stream second) { }
                public static T Pass<T>(T value) => value;
            }

            public static class Extensions
            {
                public static void Push(this Stream stream, Device device) { }
            }
        }
        """;

    private static readonly Lazy<MetadataReference> s_library = new(Compile);

    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;
    private readonly TextSpan _caret;

    /// <param name="statements">What the body of a method says; <c>$$</c> is the caret.</param>
    /// <param name="contracts">The project's contract files.</param>
    public LibraryWorkspace(string statements, params (string Name, string Text)[] contracts)
    {
        var text = $$"""
            using System;
            using System.IO;
            using System.Threading.Tasks;
            using Vendor;

            static class Program
            {
                static async Task Run(Device device)
                {
                    {{statements}}
                    await Task.Yield();
                }

                static void Own(Stream stream) { }
            }
            """;
        var position = text.IndexOf("$$", StringComparison.Ordinal);
        _caret = new TextSpan(position, 0);
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            filePath: Path.Combine(Path.GetTempPath(), "App", "App.csproj"),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]),
            metadataReferences: [.. TestReferences.All, s_library.Value]));
        project = project.AddDocument("Program.cs", SourceText.From(text.Remove(position, 2))).Project;
        foreach (var (name, lines) in contracts)
            project = project.AddAdditionalDocument(name, SourceText.From(lines), filePath: name).Project;
        _document = project.Documents.Single();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is offered, by part and attribute.</summary>
    public async Task<IEnumerable<string>> Offered() => (await Actions()).Select(action => action.EquivalenceKey!.Split('.', 3)[2]);

    public async Task<IEnumerable<string>> Titles() => (await Actions()).Select(action => action.Title);

    /// <summary>The contract files of the project once the action for <paramref name="words"/> is applied, and what is reported then.</summary>
    public async Task<(IReadOnlyList<(string Name, string Text)> Files, IReadOnlyList<string> Reports)> Apply(string words)
    {
        var action = (await Actions()).Single(action => action.EquivalenceKey!.EndsWith("." + words, StringComparison.Ordinal));
        var operation = (await action.GetOperationsAsync(Cancellation)).OfType<ApplyChangesOperation>().Single();
        var project = operation.ChangedSolution.GetProject(_document.Project.Id)!;
        var files = new List<(string, string)>();
        foreach (var file in project.AdditionalDocuments.OrderBy(file => file.Name, StringComparer.Ordinal))
            files.Add((file.Name, (await file.GetTextAsync(Cancellation)).ToString()));

        var driver = (await project.GetCompilationAsync(Cancellation))!.WithAnalyzers(
            [new OwnershipAnalyzer(), new ContractFileAnalyzer()], project.AnalyzerOptions);
        var reports = await driver.GetAnalyzerDiagnosticsAsync(Cancellation);
        return (files, [.. reports.Select(report => report.Id + " " + (report.Location.SourceTree?.GetText(Cancellation).ToString(report.Location.SourceSpan) ?? report.GetMessage()))]);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<ImmutableArray<CodeAction>> Actions()
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        await new DescribeMemberRefactoringProvider().ComputeRefactoringsAsync(new CodeRefactoringContext(_document, _caret, actions.Add, Cancellation));
        return actions.ToImmutable();
    }

    private static MetadataReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Vendor", [CSharpSyntaxTree.ParseText(Library)], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
