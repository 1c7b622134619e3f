using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using RustVsGo.Analyzers.Contracts;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Offers, on a call of a library member, to say in a contract file what nobody says about it: on its name about result and receiver, on an argument about
/// the parameter (docs/contracts.md).
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(DescribeMemberRefactoringProvider))]
public sealed class DescribeMemberRefactoringProvider : CodeRefactoringProvider
{
    private const string Key = "RustVsGo.Describe.";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var (document, span, cancellation) = (context.Document, context.Span, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(span)
            || LibraryCall.Find(root, model, document.Project.Solution, span.Start, cancellation) is not { } call
            || call.Member.GetDocumentationCommentId() is not { } id)
        {
            return;
        }

        var described = new DescribedParts(model.Compilation, document.Project.AnalyzerOptions, root.SyntaxTree);
        foreach (var words in PartWords.For(call, described))
        {
            context.RegisterRefactoring(CodeAction.Create(
                words.Title,
                cancel => ContractLine.WriteAsync(document, id, words, cancel),
                Key + words.Part + "." + words.Attribute));
        }
    }

    /// <remarks>Most calls need no contract.</remarks>
    protected override CodeActionRequestPriority ComputeRequestPriority() => CodeActionRequestPriority.Low;
}
