using System.Collections.Immutable;
using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance;

/// <summary>Assertions whose failures show every line of what is wrong.</summary>
internal static class Check
{
    public static void IsEmpty(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        Assert.True(text.Length == 0, text);
    }

    /// <summary>Each mark without a report and each report without a mark.</summary>
    public static ImmutableArray<string> Differences(Twin twin, ImmutableArray<Mark> marked, ImmutableArray<Mark> reported) =>
    [
        .. from mark in marked.Concat(reported).Distinct().Order()
           let expected = marked.Count(mark.Equals)
           let actual = reported.Count(mark.Equals)
           where expected != actual
           select $"{twin.At(mark)} is marked {expected} times and reported {actual} times",
    ];
}
