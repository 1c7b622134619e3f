using System.Text.RegularExpressions;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>Holds the names that the gate knows to the catalog: a member that the gate does not know is never looked at.</summary>
public sealed partial class CatalogNamesTests
{
    private static readonly string[] s_lines = [.. BuiltInCatalog.Read().SelectMany(file => Lines(file.Path))];

    // What borrows from these has a name that is enough: GetChunks, GetMemory, WrittenSpan.
    private static readonly string[] s_seenByTheirBorrows = ["T:System.Text.StringBuilder", "T:System.IO.Pipelines.PipeWriter", "T:System.Buffers.ArrayBufferWriter`1"];

    [Fact]
    public void Every_mutating_method_is_known() => Known(CatalogNames.Mutators.Concat(CatalogNames.Alone), Methods("this: [Mutates]"));

    [Fact]
    public void Every_keeper_is_known() => Known(CatalogNames.Keepers, Types(".#ctor(", "[Keeps"));

    [Fact]
    public void Every_way_to_use_up_a_task_is_known() => Known(CatalogNames.Consumers, Methods("this: [Consumes]"));

    [Fact]
    public void Every_deferred_operator_is_known() => Known(CatalogNames.Deferred, Methods("Deferred = true"));

    [Fact]
    public void Every_name_is_in_the_catalog()
    {
        var all = s_lines.SelectMany(line => Id(line).Split('.', '`', '#')).Concat(["DisposeAsync", "Thread", "Timer", "CollectionsMarshal"]).ToHashSet();

        Assert.Empty(CatalogNames.Mutators.Concat(CatalogNames.Drops).Concat(CatalogNames.Keepers).Concat(CatalogNames.Alone).Concat(CatalogNames.Consumers).Except(all).Order());
    }

    private static void Known(IEnumerable<string> names, IEnumerable<string> catalogued) => Assert.Empty(catalogued.Distinct().Except(names).Order());

    private static IEnumerable<string> Methods(string clause) =>
        s_lines.Where(line => line.Contains(clause, StringComparison.Ordinal) && !s_seenByTheirBorrows.Any(type => line.StartsWith("M" + type[1..] + ".", StringComparison.Ordinal))).Select(line => Name().Match(Id(line)).Groups[1].Value).Where(name => name != "#ctor" && !name.StartsWith("set_", StringComparison.Ordinal));

    private static IEnumerable<string> Types(string member, string clause) =>
        s_lines.Where(line => line.Contains(member, StringComparison.Ordinal) && line.Contains(clause, StringComparison.Ordinal)).Select(line => Type().Match(Id(line)).Groups[1].Value);

    // Without parameters.
    private static string Id(string line) => line.Split(';')[0].Split('(')[0].Trim();

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(BuiltInCatalog).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
    }

    [GeneratedRegex(@"\.([#\w]+)(``\d+)?$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\.(\w+)(`\d+)?\.#ctor$")]
    private static partial Regex Type();
}
