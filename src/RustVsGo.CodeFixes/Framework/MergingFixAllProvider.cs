using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Fixes all diagnostics of a document, project or solution at once: each gets a proposal that it could get alone, and the merged edits are
/// one changed solution, thus one <see cref="ApplyChangesOperation"/>.
/// </summary>
/// <remarks>
/// The batch fixer that Roslyn brings merges changed documents by their differences and drops what overlaps; here two insertions at one
/// position, and one edit asked for twice, are the normal case.
/// A host that names no family gets the first of each diagnostic: <c>dotnet format</c> asks what is offered for one diagnostic that it comes upon, be it one
/// that cannot be mended or, among several rules of one analyzer, another provider's.
/// </remarks>
internal sealed class MergingFixAllProvider : FixAllProvider
{
    public static readonly MergingFixAllProvider Instance = new();

    private static readonly ImmutableArray<FixAllScope> Scopes = ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    private const string Title = "Mend each in the first way that can be proven";

    private MergingFixAllProvider()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => Scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeFixProvider is not OwnershipCodeFixProvider provider)
        {
            return null;
        }

        var key = fixAllContext.CodeActionEquivalenceKey;
        var fixes = (key is null ? provider.AllFixes : provider.FixesOf(key)).ToImmutableArray();
        if (fixes.IsEmpty)
        {
            return null;
        }

        var solution = fixAllContext.Solution;
        var cancellation = fixAllContext.CancellationToken;
        var alternatives = new List<(Diagnostic Diagnostic, ImmutableArray<Proposal> Proposals)>();
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (key is not null && fixes[0].IsLastResort && await HasBetterAsync(provider, key, solution, diagnostic, cancellation).ConfigureAwait(false))
            {
                continue;
            }

            var proposals = ImmutableArray.CreateBuilder<Proposal>();
            foreach (var fix in fixes)
            {
                if (await fix.ProposeAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is { } proposal)
                {
                    proposals.Add(proposal);
                }
            }

            alternatives.Add((diagnostic, proposals.ToImmutable()));
        }

        var changed = await new VerifiedMerge(solution).ApplyAsync(alternatives, cancellation).ConfigureAwait(false);
        return changed == solution ? null : CodeAction.Create(key is null ? Title : fixes[0].FixAllTitle, _ => Task.FromResult(changed), key);
    }

    // Whether a way of another family, in front of this one, mends the diagnostic.
    private static async Task<bool> HasBetterAsync(OwnershipCodeFixProvider provider, string key, Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var verifier = new FixVerifier(solution);
        foreach (var fix in provider.AllFixes.TakeWhile(fix => fix.EquivalenceKey != key))
        {
            if (await fix.ProposeAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is { } proposal
                && await MergedEdits.ApplyAsync(solution, proposal, cancellation).ConfigureAwait(false) is var changed
                && await verifier.IsGoodAsync(changed, ImmutableArray.Create(diagnostic), cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        var found = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                found.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                found.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects.Where(project => project.Language == context.Project.Language))
                {
                    found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        // Where two proposals contradict each other the earlier one wins, whatever order the host reports in.
        return found
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length);
    }
}
