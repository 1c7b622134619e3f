using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>Makes disagreements small enough to be understood: statements go as long as the same kind of disagreement remains.</summary>
internal static class Shrinker
{
    /// <summary>The smallest functions found, one for each of <paramref name="outcomes"/>; all are asked about at once in each round.</summary>
    public static async Task<ImmutableArray<Outcome>> ShrinkAsync(ImmutableArray<Outcome> outcomes, CancellationToken cancellationToken)
    {
        var current = outcomes.ToArray();
        var open = Enumerable.Range(0, current.Length).ToHashSet();
        while (open.Count > 0)
        {
            var candidates = open
                .SelectMany(at => current[at].Function.Shrinks().Select((function, i) => (At: at, Function: function with { Name = $"s{at}_{i}" })))
                .ToImmutableArray();
            var judged = await Comparison.CompareAsync([.. candidates.Select(candidate => candidate.Function)], cancellationToken);
            open.Clear();
            foreach (var smaller in candidates.Zip(judged).Where(pair => pair.Second.Kind == outcomes[pair.First.At].Kind).GroupBy(pair => pair.First.At, pair => pair.Second))
            {
                current[smaller.Key] = smaller.MinBy(outcome => outcome.Function.Length)!;
                open.Add(smaller.Key);
            }
        }

        return [.. current];
    }
}
