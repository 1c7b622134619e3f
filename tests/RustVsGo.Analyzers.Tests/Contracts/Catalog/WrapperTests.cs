namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Streams that are closed by what wraps them, and what outlives its using.</summary>
public sealed class WrapperTests
{
    [Fact]
    public Task A_writer_closes_its_stream() => CatalogProgram.Check(
        """
            void M() { var s = new MemoryStream(); using (var w = new StreamWriter(s)) { w.Write("x"); } {|RVG0382:s|}.Position = 0; }
        """);

    [Theory]
    [InlineData("using (var w = new System.IO.StreamWriter(s))")]
    [InlineData("using (var w = new global::System.IO.StreamWriter(s))")]
    [InlineData("using (StreamWriter w = new(s))")]
    [InlineData("using (var w = new System.IO.Compression.GZipStream(s, System.IO.Compression.CompressionMode.Compress))")]
    public Task However_its_type_is_written(string header) => CatalogProgram.Check(
        $$"""
            void M() { var s = new MemoryStream(); {{header}} { w.Flush(); } {|RVG0382:s|}.Position = 0; }
        """);

    [Theory]
    [InlineData("using (var w = new System.IO.StreamWriter(s, Encoding.UTF8, 1024, leaveOpen: true))")]
    [InlineData("using (StreamWriter w = new(s, Encoding.UTF8, 1024, leaveOpen: true))")]
    public Task However_its_type_is_written_it_is_left_open(string header) => CatalogProgram.Check(
        $$"""
            void M() { var s = new MemoryStream(); {{header}} { w.Flush(); } s.Position = 0; }
        """);

    [Fact]
    public Task A_writer_is_told_to_leave_it_open() => CatalogProgram.Check(
        """
            void M() { var s = new MemoryStream(); using (var w = new StreamWriter(s, Encoding.UTF8, 1024, leaveOpen: true)) { w.Write("x"); } s.Position = 0; }
        """);

    [Fact]
    public Task A_writer_is_told_so_by_a_constant() => CatalogProgram.Check(
        """
            const bool Leave = true; void M() { var s = new MemoryStream(); using (var w = new StreamWriter(s, Encoding.UTF8, 1024, Leave)) { w.Write("x"); } s.Position = 0; }
        """);

    [Fact]
    public Task A_variable_decides() => CatalogProgram.Check(
        """
            void M(bool leave) { var s = new MemoryStream(); using (var w = new StreamWriter(s, Encoding.UTF8, 1024, leave)) { w.Write("x"); } s.Position = 0; }
        """);

    [Fact]
    public Task What_is_in_memory_stays() => CatalogProgram.Check(
        """
            byte[] M() { var s = new MemoryStream(); using (var w = new StreamWriter(s)) { w.Write("x"); } return s.ToArray(); }
        """);

    [Fact]
    public Task A_reader_outlives_its_stream() => CatalogProgram.Check(
        """
            StreamReader M(string p) { using var s = File.OpenRead(p); return {|RVG0515:new StreamReader(s)|}; }
        """);

    [Fact]
    public Task A_reader_takes_its_stream_along() => CatalogProgram.Check(
        """
            StreamReader M(string p) { var s = File.OpenRead(p); return new StreamReader(s); }
        """);

    [Fact]
    public Task Both_are_disposed() => CatalogProgram.Check(
        """
            void M(string p) { using var s = File.OpenRead(p); using var r = new StreamReader(s); r.ReadLine(); s.Position = 0; r.ReadLine(); }
        """);

    [Fact]
    public Task A_task_outlives_its_stream() => CatalogProgram.Check(
        """
            Task<int> M(string p) { using var s = File.OpenRead(p); return {|RVG0515:s.ReadAsync(new byte[1], 0, 1)|}; }
        """);

    [Fact]
    public Task A_task_is_awaited() => CatalogProgram.Check(
        """
            async Task<int> M(string p) { using var s = File.OpenRead(p); return await s.ReadAsync(new byte[1], 0, 1); }
        """);

    [Fact]
    public Task A_task_of_a_lent_stream() => CatalogProgram.Check(
        """
            Task<int> M(Stream s) => s.ReadAsync(new byte[1], 0, 1);
        """);

    [Fact]
    public Task The_stream_of_a_response() => CatalogProgram.Check(
        """
            async Task<Stream> M(HttpClient c) { using var r = await c.GetAsync("u"); return {|RVG0515:await r.Content.ReadAsStreamAsync()|}; }
        """);

    [Fact]
    public Task The_text_of_a_response() => CatalogProgram.Check(
        """
            async Task<string> M(HttpClient c) { using var r = await c.GetAsync("u"); return await r.Content.ReadAsStringAsync(); }
        """);

    [Fact]
    public Task An_entry_of_an_archive() => CatalogProgram.Check(
        """
            ZipArchiveEntry? M(string p) { using var z = ZipFile.OpenRead(p); return {|RVG0515:z.GetEntry("x")|}; }
        """);

    [Fact]
    public Task A_reader_outlives_its_command() => CatalogProgram.Check(
        """
            System.Data.Common.DbDataReader M(System.Data.Common.DbConnection c) { using (var cmd = c.CreateCommand()) { return cmd.ExecuteReader(); } }
        """);
}
