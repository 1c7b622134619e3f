using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>A parameter that takes ownership and does nothing with it had better borrow: it becomes <c>[Borrowed]</c>, or <c>[BorrowedMut]</c>, in its whole family.</summary>
internal sealed class LendOwnedFix : OwnershipFix
{
    public LendOwnedFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow what is not taken";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Loss, out var loss) || loss != "Parameter" || DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is not null
            || await DeclarationSite<ParameterSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (_, model, node)
            || model.GetDeclaredSymbol(node, cancellation) is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter
            || await ParameterFamily.FindAsync(solution, parameter, cancellation).ConfigureAwait(false) is not { } declared
            || !declared.MayBorrow(isAwaited: true)
            || declared.Need(cancellation) is var need && (need == BorrowNeed.Ownership || (need == BorrowNeed.Exclusive && !parameter.Type.IsReferenceType)))
        {
            return null;
        }

        var edits = declared.Become(need == BorrowNeed.Exclusive ? Vocabulary.BorrowedMut : Vocabulary.Borrowed, cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Let '{method.Name}' borrow '{parameter.Name}'{(need == BorrowNeed.Exclusive ? " mutably" : "")}", edits);
    }
}
