namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What is asked of something that was disposed.</summary>
public sealed class DisposedTests
{
    [Fact]
    public Task A_stream() => CatalogProgram.Check(
        """
            void M() { var s = new MemoryStream(); s.Dispose(); {|RVG0382:s|}.WriteByte(1); }
        """);

    [Fact]
    public Task A_file() => CatalogProgram.Check(
        """
            void M(string p) { var s = File.OpenRead(p); s.Close(); {|RVG0382:s|}.ReadByte(); }
        """);

    [Fact]
    public Task A_source_of_tokens() => CatalogProgram.Check(
        """
            void M() { var s = new CancellationTokenSource(); s.Dispose(); {|RVG0382:s|}.Cancel(); }
        """);

    [Fact]
    public Task A_handle_freed_twice() => CatalogProgram.Check(
        """
            void M() { var h = GCHandle.Alloc(new object()); h.Free(); {|RVG0382:h|}.Free(); }
        """);

    [Fact]
    public Task A_process() => CatalogProgram.Check(
        """
            void M() { var p = Process.Start("x"); p.Dispose(); Console.WriteLine({|RVG0382:p|}.ExitCode); }
        """);

    [Fact]
    public Task A_token_stays_usable() => CatalogProgram.Check(
        """
            void M() { var s = new CancellationTokenSource(); var t = s.Token; s.Cancel(); s.Dispose(); Console.WriteLine(t.IsCancellationRequested || s.IsCancellationRequested); }
        """);

    [Fact]
    public Task What_a_memory_stream_has_written() => CatalogProgram.Check(
        """
            byte[] M() { var s = new MemoryStream(); using (s) { s.WriteByte(1); } return s.ToArray(); }
        """);

    [Fact]
    public Task What_a_string_writer_has_written() => CatalogProgram.Check(
        """
            string M() { var w = new StringWriter(); w.Write("x"); w.Dispose(); return w.ToString(); }
        """);

    [Fact]
    public Task Conditional_disposal() => CatalogProgram.Check(
        """
            void M(bool own, Stream s) { if (own) s.Dispose(); if (!own) s.WriteByte(1); }
        """);

    [Fact]
    public Task Disposal_on_one_path() => CatalogProgram.Check(
        """
            void M(bool b) { var s = new MemoryStream(); if (b) s.Dispose(); s.WriteByte(1); }
        """);

    [Fact]
    public Task A_field_keeps_it() => CatalogProgram.Check(
        """
            Stream? _s; void M() { var s = new MemoryStream(); _s = s; s.WriteByte(1); }
        """);

    [Fact]
    public Task A_field_gets_another_one() => CatalogProgram.Check(
        """
            Stream _s = new MemoryStream(); void M() { _s.Dispose(); _s = new MemoryStream(); _s.WriteByte(1); }
        """);

    [Fact]
    public Task A_list_keeps_it() => CatalogProgram.Check(
        """
            void M(List<IDisposable> all) { var s = new MemoryStream(); all.Add(s); s.WriteByte(1); foreach (var d in all) d.Dispose(); all.Clear(); }
        """);

    [Fact]
    public Task An_injected_stream() => CatalogProgram.Check(
        """
            readonly Stream _s; C(Stream s) { _s = s; s.ReadByte(); } void M() { _s.Dispose(); }
        """);

    [Fact]
    public Task A_disposable_of_the_project() => CatalogProgram.Check(
        """
            sealed class Probe : IDisposable { public int Disposed; public void Dispose() => Disposed++; } void M() { var p = new Probe(); p.Dispose(); p.Dispose(); Console.WriteLine(p.Disposed); }
        """);

    [Fact]
    public Task A_test_of_what_a_disposed_stream_does() => CatalogProgram.Check(
        """
            void M(string p) { var s = File.OpenRead(p); s.Dispose(); try { s.ReadByte(); } catch (ObjectDisposedException) { } }
        """);

    [Fact]
    public Task It_is_only_handed_on() => CatalogProgram.Check(
        """
            void M() { var t = new Timer(_ => { }); t.Dispose(); GC.KeepAlive(t); }
        """);

    [Fact]
    public Task Disposed_in_finally_where_it_was_opened() => CatalogProgram.Check(
        """
            void M(string p) { FileStream? s = null; try { s = File.OpenRead(p); s.ReadByte(); } finally { if (s != null) s.Dispose(); } }
        """);

    [Fact]
    public Task A_factory() => CatalogProgram.Check(
        """
            static Stream Open(string p) { var s = File.OpenRead(p); s.Position = 1; return s; }
        """);
}
