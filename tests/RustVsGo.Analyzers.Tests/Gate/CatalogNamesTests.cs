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

    private static readonly string[] s_disposed =
    [
        "System.Buffers.IMemoryOwner`1", "System.Data.Common.DbCommand", "System.Data.Common.DbConnection", "System.Data.IDbCommand", "System.Data.IDbConnection",
        "System.Diagnostics.Process", "System.IO.Compression.ZipArchive", "System.Net.Http.HttpContent", "System.Net.Http.HttpResponseMessage", "System.Net.HttpWebResponse",
        "System.Net.Sockets.TcpClient", "System.Runtime.InteropServices.SafeHandle", "System.Text.Json.JsonDocument", "Microsoft.Extensions.DependencyInjection.IServiceScope",
    ];

    [Fact]
    public void Every_mutating_method_is_known() => Known(CatalogNames.Mutators.Concat(CatalogNames.Alone), Methods("this: [Mutates]"));

    [Fact]
    public void Every_way_to_drop_is_known() => Known(CatalogNames.Drops.Append(CatalogNames.Clear), Methods("this: [Drop"));

    // What is borrowed from a borrow is not: a property of JSON, the stream of an entry. What a pipe read is seen by its advance.
    [Fact]
    public void Everything_that_is_borrowed_from_what_is_disposed_is_known() =>
        Known(
            CatalogNames.BorrowedFromUsing.Concat(CatalogNames.Alone),
            s_lines.Where(line => line.Contains("return: [Borrowed(\"this\")]", StringComparison.Ordinal) && s_disposed.Any(type => Id(line)[2..].StartsWith(type + ".", StringComparison.Ordinal)))
                .Select(line => Name().Match(Id(line)).Groups[1].Value));

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
