using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Makes as many of the given proposals as can stand together and be proven. All at once first, which is the rule; where that does not hold,
/// halves of them, down to the one that stands in the way.
/// </summary>
/// <remarks>
/// With one bad proposal among n that are good together, n proposals cost about 2 log n checks of what they touch, not n.
/// </remarks>
internal sealed class VerifiedMerge
{
    private readonly Solution _before;
    private readonly FixVerifier _verifier;

    public VerifiedMerge(Solution before)
    {
        _before = before;
        _verifier = new FixVerifier(before);
    }

    /// <returns>The changed solution; the given one where no proposal can be made.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public async Task<Solution> ApplyAsync(IReadOnlyList<(Diagnostic Diagnostic, Proposal Proposal)> proposals, CancellationToken cancellation)
    {
        var accepted = new List<(Diagnostic Diagnostic, Proposal Proposal)>();
        var changed = _before;
        var waiting = new Stack<(int Start, int Count)>();
        waiting.Push((0, proposals.Count));
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, count) = waiting.Pop();
            var tried = new List<(Diagnostic Diagnostic, Proposal Proposal)>(accepted);
            for (var i = start; i < start + count; i++)
            {
                tried.Add(proposals[i]);
            }

            if (await TryAsync(tried, cancellation).ConfigureAwait(false) is { } good)
            {
                changed = good;
                accepted = tried;
            }
            else if (count > 1)
            {
                waiting.Push((start + (count / 2), count - (count / 2)));
                waiting.Push((start, count / 2));
            }
        }

        return changed;
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
