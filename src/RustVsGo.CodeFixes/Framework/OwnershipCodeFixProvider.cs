using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes;

/// <summary>
/// The base of all providers, one a rule: it offers the rule's families in a fixed order, so that the first action, which
/// <c>dotnet format</c> applies, is the same every time.
/// </summary>
public abstract class OwnershipCodeFixProvider : CodeFixProvider
{
    // The order is that of the list. Only the first way of a family that applies is offered.
    private protected abstract ImmutableArray<OwnershipFix> Fixes { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MergingFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        var verifier = new FixVerifier(solution);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Hosts mix up what several providers are for.
            if (!FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                continue;
            }

            var offered = new HashSet<string>();
            foreach (var fix in Fixes)
            {
                if (offered.Contains(fix.EquivalenceKey)
                    || await fix.ProposeAsync(solution, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } proposal)
                {
                    continue;
                }

                var changed = await MergedEdits.ApplyAsync(solution, proposal, context.CancellationToken).ConfigureAwait(false);
                if (!await verifier.IsGoodAsync(changed, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                offered.Add(fix.EquivalenceKey);
                context.RegisterCodeFix(
                    CodeAction.Create(proposal.Title, cancellation => ApplyAsync(verifier, solution, changed, cancellation), fix.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    // Who uses a changed signature in other documents is asked only now; if it breaks there, nothing is changed.
    private static async Task<Solution> ApplyAsync(FixVerifier verifier, Solution before, Solution changed, CancellationToken cancellation) =>
        await verifier.IsGoodForUsersAsync(changed, cancellation).ConfigureAwait(false) ? changed : before;

    /// <summary>The ways of all families, in the order in which they are offered.</summary>
    internal IEnumerable<OwnershipFix> AllFixes => Fixes;

    /// <summary>The ways of the family <paramref name="equivalenceKey"/>, in the order in which they are tried.</summary>
    internal IEnumerable<OwnershipFix> FixesOf(string? equivalenceKey)
    {
        foreach (var fix in Fixes)
        {
            if (fix.EquivalenceKey == equivalenceKey)
            {
                yield return fix;
            }
        }
    }
}
