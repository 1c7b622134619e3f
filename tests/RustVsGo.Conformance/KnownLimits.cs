namespace RustVsGo.Conformance;

/// <summary>
/// The twins whose mistakes the analyzer does not see yet, or calls otherwise, each with the reason (known-limits.tsv; docs/limits.md tells users).
/// A limit that is gone has to be taken off the list.
/// </summary>
internal static class KnownLimits
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_all = new(Read);

    /// <summary>The reason by the name of the twin.</summary>
    public static IReadOnlyDictionary<string, string> All => s_all.Value;

    private static Dictionary<string, string> Read()
    {
        var limits = new Dictionary<string, string>();
        var path = RustVsGo.Tests.RepositoryRoot.Combine("tests", "RustVsGo.Conformance", "known-limits.tsv");
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split('\t');
            if (fields.Length != 2 || fields[1].Trim().Length == 0)
                throw new FormatException($"{path}({number}): expected the name of a twin, a tab and a reason");
            limits.Add(fields[0], fields[1]);
        }

        return limits;
    }
}
