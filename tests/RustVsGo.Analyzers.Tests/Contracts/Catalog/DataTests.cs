namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Commands and readers after their connection.</summary>
public sealed class DataTests
{
    // A provider, which hides the members of its bases as they all do.
    private const string Provider =
        """
            abstract class Connection : System.Data.Common.DbConnection { public new Command CreateCommand() => null!; }
            abstract class Command : System.Data.Common.DbCommand { public new Reader ExecuteReader() => null!; public new Task<Reader> ExecuteReaderAsync() => null!; }
            abstract class Reader : System.Data.Common.DbDataReader { }
            static Connection Open() => null!;
        """;

    [Theory]
    [InlineData("Command M() { using var c = Open(); return {|RVG0515:c.CreateCommand()|}; }")]
    [InlineData("Reader M() { using var c = Open(); var d = c.CreateCommand(); return {|RVG0515:d.ExecuteReader()|}; }")]
    [InlineData("async Task<Reader> M() { using var c = Open(); var d = c.CreateCommand(); return {|RVG0515:await d.ExecuteReaderAsync()|}; }")]
    [InlineData("async Task<Reader> M() { using var c = Open(); var d = c.CreateCommand(); return {|RVG0515:await d.ExecuteReaderAsync().ConfigureAwait(false)|}; }")]
    [InlineData("void M() { Command d; using (var c = Open()) { d = {|RVG0597:c|}.CreateCommand(); } d.ExecuteNonQuery(); }")]
    public Task It_outlives_its_connection(string member) => CatalogProgram.Check(Provider + member);

    [Theory]
    [InlineData("Reader M(Connection c) { using var d = c.CreateCommand(); return d.ExecuteReader(); }")]
    [InlineData("Command M(Connection c) => c.CreateCommand();")]
    [InlineData("void M() { using var c = Open(); using var d = c.CreateCommand(); using var r = d.ExecuteReader(); r.Read(); }")]
    [InlineData("async Task M() { using var c = Open(); var d = c.CreateCommand(); using var r = await d.ExecuteReaderAsync().ConfigureAwait(false); r.Read(); }")]
    [InlineData("Reader M() { var c = Open(); var d = c.CreateCommand(); return d.ExecuteReader(); }")]
    [InlineData("object? M() { using var c = Open(); using var d = c.CreateCommand(); d.Connection = c; return d.ExecuteScalar(); }")]
    public Task It_is_used_while_it_is_open(string member) => CatalogProgram.Check(Provider + member);
}
