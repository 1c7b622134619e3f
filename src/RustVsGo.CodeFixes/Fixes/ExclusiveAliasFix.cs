using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a variable borrow exclusively what is mutated through it: <c>var r = Own.Borrow(d);</c> becomes <c>var r = Own.BorrowMut(d);</c>
/// (rustc: <c>consider changing this to be a mutable reference</c>).
/// </summary>
internal sealed class ExclusiveAliasFix : OwnershipFix
{
    public ExclusiveAliasFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow exclusively what is mutated";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is not { } root
            || await DeclarationSite<VariableDeclaratorSyntax>.FindAsync(solution, root, cancellation).ConfigureAwait(false) is not var (document, model, declarator)
            || declarator.Identifier.Span != root.SourceSpan
            || declarator.Initializer?.Value is not InvocationExpressionSyntax { Expression: var called }
            || model.GetSymbolInfo(called, cancellation).Symbol is not IMethodSymbol { Name: "Borrow", ContainingType: { Name: Vocabulary.Own } own }
            || !Vocabulary.Declares(own))
        {
            return null;
        }

        var name = called is MemberAccessExpressionSyntax access ? access.Name : called as SimpleNameSyntax;
        return name is null
            ? null
            : new Proposal($"Let '{declarator.Identifier.ValueText}' borrow exclusively", ImmutableArray.Create(TextEdit.Replace(document.Id, name.Identifier.Span, "BorrowMut")));
    }
}
