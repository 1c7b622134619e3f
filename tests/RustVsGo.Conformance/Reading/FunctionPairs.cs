using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RustVsGo.Conformance.Reading;

/// <summary>The functions of a twin that stand in both sections, each with its two verdicts. What stands in one section alone is a helper.</summary>
internal sealed partial class FunctionPairs
{
    private FunctionPairs(ImmutableArray<FunctionPair> all, ImmutableArray<string> problems)
    {
        All = all;
        Problems = problems;
    }

    public ImmutableArray<FunctionPair> All { get; }

    /// <summary>What keeps the sections from being compared: marks outside of the pairs, or another order.</summary>
    public ImmutableArray<string> Problems { get; }

    public static FunctionPairs Of(Twin twin, ImmutableArray<Function> csharpFunctions)
    {
        var rust = Keyed(RustFunctions.Of(twin.Rust), twin.Rust.Marks);
        var csharp = Keyed(csharpFunctions, twin.CSharp.Marks);
        var words = RustWord().Matches(RustFunctions.Blank(twin.Rust.Text)).CountBy(match => match.Value).ToDictionary();

        var pairs = ImmutableArray.CreateBuilder<FunctionPair>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (key, inRust) in rust)
        {
            if (!csharp.TryGetValue(key, out var inCSharp))
                problems.AddRange(inRust.Marks.Select(mark => $"{twin.At(mark)} is in no function that C# has too"));
            else if (inRust.Function is { } function)
                pairs.Add(new FunctionPair(function, inCSharp.Function!, inRust.Marks, inCSharp.Marks, IsCase: !IsMentioned(function.Name)));
            else
                problems.AddRange(inRust.Marks.Concat(inCSharp.Marks).Select(mark => $"{twin.At(mark)} is outside of all functions"));
        }

        problems.AddRange(
            from entry in csharp
            where !rust.ContainsKey(entry.Key)
            from mark in entry.Value.Marks
            select $"{twin.At(mark)} is in no function that Rust has too");
        var lines = pairs.Select(pair => pair.InCSharp.FirstLine);
        if (!lines.Order().SequenceEqual(lines))
            problems.Add($"{twin.At(twin.CSharp.FirstLine)}: the functions stand in another order than in Rust");
        return new FunctionPairs(pairs.ToImmutable(), problems.ToImmutable());

        bool IsMentioned(string name) => words[name] > rust.Count(entry => entry.Value.Function?.Name == name);
    }

    // Functions of one name are told apart by their order.
    private static Dictionary<(string, int), (Function? Function, ImmutableArray<Mark> Marks)> Keyed(
        ImmutableArray<Function> functions, ImmutableArray<Mark> marks)
    {
        var keyed = new Dictionary<(string, int), (Function?, ImmutableArray<Mark>)>();
        foreach (var (function, own) in Function.Distribute(functions, marks))
        {
            var key = function?.Key ?? "";
            keyed.Add((key, keyed.Keys.Count(other => other.Item1 == key)), (function, own));
        }

        return keyed;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex RustWord();
}
