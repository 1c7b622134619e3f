using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Makes as many of the given proposals as can stand together and be proven. All at once first, which is the rule; where that does not hold,
/// halves of them, down to the one that stands in the way, which then has its next choice.
/// </summary>
/// <remarks>
/// With one bad proposal among n that are good together, n proposals cost about 2 log n checks of what they touch, not n.
/// </remarks>
internal sealed class VerifiedMerge
{
    private readonly Solution _before;
    private readonly FixVerifier _verifier;
    private List<(Diagnostic Diagnostic, Proposal Proposal)> _accepted = new();
    private Solution _changed;

    public VerifiedMerge(Solution before)
    {
        _before = before;
        _changed = before;
        _verifier = new FixVerifier(before);
    }

    /// <param name="alternatives">For each diagnostic the proposals that could mend it, the first choice first.</param>
    /// <param name="cancellation">Whether the host asked to stop.</param>
    /// <returns>The changed solution; the given one where no proposal can be made.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public async Task<Solution> ApplyAsync(IReadOnlyList<(Diagnostic Diagnostic, ImmutableArray<Proposal> Proposals)> alternatives, CancellationToken cancellation)
    {
        var choice = 0;
        var left = alternatives.Where(static each => !each.Proposals.IsEmpty).ToList();
        while (left.Count > 0)
        {
            await AddAsync(left.ConvertAll(each => (each.Diagnostic, each.Proposals[choice])), cancellation).ConfigureAwait(false);
            choice++;
            left.RemoveAll(each => each.Proposals.Length <= choice || _accepted.Exists(made => made.Diagnostic == each.Diagnostic));
        }

        return _changed;
    }

    private async Task AddAsync(List<(Diagnostic Diagnostic, Proposal Proposal)> proposals, CancellationToken cancellation)
    {
        var waiting = new Stack<(int Start, int Count)>();
        waiting.Push((0, proposals.Count));
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, count) = waiting.Pop();
            var tried = new List<(Diagnostic Diagnostic, Proposal Proposal)>(_accepted);
            tried.AddRange(proposals.GetRange(start, count));
            if (await TryAsync(tried, cancellation).ConfigureAwait(false) is { } good)
            {
                (_changed, _accepted) = (good, tried);
            }
            else if (count > 1)
            {
                waiting.Push((start + (count / 2), count - (count / 2)));
                waiting.Push((start, count / 2));
            }
        }
    }

    private async Task<Solution?> TryAsync(List<(Diagnostic Diagnostic, Proposal Proposal)> proposals, CancellationToken cancellation)
    {
        var edits = new MergedEdits(_before);
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (diagnostic, proposal) in proposals)
        {
            // What contradicts an earlier proposal has its turn in the next run.
            if (edits.TryAdd(proposal))
            {
                mended.Add(diagnostic);
            }
        }

        if (edits.IsEmpty)
        {
            return _before;
        }

        var changed = await edits.ApplyAsync(cancellation).ConfigureAwait(false);
        return await _verifier.IsGoodAsync(changed, mended.ToImmutable(), cancellation).ConfigureAwait(false)
            && await _verifier.IsGoodForUsersAsync(changed, cancellation).ConfigureAwait(false)
            ? changed
            : null;
    }
}
