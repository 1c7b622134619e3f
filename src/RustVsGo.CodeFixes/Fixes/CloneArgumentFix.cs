using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>Lends a clone where one call would read and change the same value: <c>list.Append(list)</c> becomes <c>list.Append(list.Clone())</c>.</summary>
/// <remarks>Not of what has to be disposed: nobody would.</remarks>
internal sealed class CloneArgumentFix : OwnershipFix
{
    public CloneArgumentFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are borrowed";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // Which of the two reads is not said; the other is no argument that a clone could stand for.
        foreach (var location in new[] { diagnostic.Location, DiagnosticPlaces.Find(diagnostic, RustVsGo.Analyzers.Diagnostics.PropertyKeys.Cause) })
        {
            if (await ExpressionSite.FindAsync(solution, location, cancellation).ConfigureAwait(false) is { } site && Clone(site, cancellation) is { } proposal)
            {
                return proposal;
            }
        }

        return null;
    }

    private static Proposal? Clone(ExpressionSite site, CancellationToken cancellation)
    {
        var (document, model, borrowed) = site;
        SyntaxNode value = borrowed;
        while (value.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax && value.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax })
        {
            value = value.Parent;
        }

        if (value is not ExpressionSyntax argument
            || value.Parent is not ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.None } passed
            || model.GetOperation(passed, cancellation) is not IArgumentOperation { Parameter: { } parameter }
            || !Vocabulary.Has(StatedContract.OnParameter(parameter), Vocabulary.Borrowed)
            || model.GetTypeInfo(argument, cancellation).Type is not { } type
            || ValueKinds.MayCarryBorrow(type) || ValueKinds.IsDisposable(type))
        {
            return null;
        }

        return CopyMethod.On(model, argument, type, mayBeNull: false, cancellation) is { } clone
            ? new Proposal($"Lend a clone of '{MoveSite.Shortened(argument)}'", clone.Edits(document.Id))
            : null;
    }
}
