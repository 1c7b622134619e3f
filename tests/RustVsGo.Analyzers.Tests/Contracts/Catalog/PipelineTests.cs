namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What was read from a pipe is good until the reader advances, and the memory of a writer until it does.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData("var x = await r.ReadAsync(); var b = x.Buffer; {|RVG0502:r|}.AdvanceTo(b.End); Use(b.Length);")]
    [InlineData("var x = await r.ReadAsync(); var b = x.Buffer; {|RVG0502:r|}.AdvanceTo(b.Start, b.End); Use(b.IsEmpty);")]
    [InlineData("var x = await r.ReadAsync(); {|RVG0502:r|}.AdvanceTo(x.Buffer.End); Use(x.Buffer.Length);")]
    [InlineData("var x = await r.ReadAtLeastAsync(4); var b = x.Buffer; {|RVG0502:r|}.AdvanceTo(b.End); Use(b.Length);")]
    [InlineData("var x = await r.ReadAsync(); var line = x.Buffer.Slice(1); {|RVG0502:r|}.AdvanceTo(line.End); Use(line.Length);")]
    [InlineData("var x = await r.ReadAsync(); var first = x.Buffer.First; {|RVG0502:r|}.AdvanceTo(x.Buffer.End); Use(first.Length);")]
    [InlineData("var x = await r.ReadAsync().ConfigureAwait(false); var b = x.Buffer; {|RVG0502:r|}.AdvanceTo(b.End); Use(b.Length);")]
    [InlineData("ReadOnlySequence<byte> kept = default; for (var i = 0; i < 2; i++) { var x = await r.ReadAsync(); kept = x.Buffer; {|RVG0502:r|}.AdvanceTo(kept.End); } Use(kept.Length);")]
    public Task A_buffer_is_used_behind_the_advance(string body) => Check(body);

    [Theory]
    [InlineData("var x = await r.ReadAsync(); var b = x.Buffer; Use(b.Length); r.AdvanceTo(b.End);")]
    [InlineData("var x = await r.ReadAsync(); r.AdvanceTo(x.Buffer.Start, x.Buffer.End);")]
    [InlineData("var x = await r.ReadAsync(); r.AdvanceTo(x.Buffer.End); if (x.IsCompleted || x.IsCanceled) return;")]
    [InlineData("var x = await r.ReadAsync(); var end = x.Buffer.End; r.AdvanceTo(end); Use(end.GetInteger());")]
    [InlineData("var x = await r.ReadAsync(); var copy = x.Buffer.ToArray(); r.AdvanceTo(x.Buffer.End); Use(copy.Length);")]
    [InlineData("var x = await r.ReadAsync(); var length = x.Buffer.Length; r.AdvanceTo(x.Buffer.End); Use(length);")]
    [InlineData("while (true) { var x = await r.ReadAsync(); var b = x.Buffer; Use(b.Length); r.AdvanceTo(b.Start, b.End); if (x.IsCompleted) break; }")]
    [InlineData("var x = await r.ReadAsync(); r.AdvanceTo(x.Buffer.End); x = await r.ReadAsync(); Use(x.Buffer.Length); r.AdvanceTo(x.Buffer.End);")]
    [InlineData("var x = await r.ReadAsync(); var y = await other.ReadAsync(); other.AdvanceTo(y.Buffer.End); Use(x.Buffer.Length); r.AdvanceTo(x.Buffer.End);")]
    [InlineData("var x = await r.ReadAsync().ConfigureAwait(false); Use(x.Buffer.Length); r.AdvanceTo(x.Buffer.End); if (x.IsCompleted) return;")]
    [InlineData("await r.CompleteAsync(); await w.CompleteAsync();")]
    public Task A_buffer_is_used_before_it(string body) => Check(body);

    [Theory]
    [InlineData("var m = w.GetMemory(4); {|RVG0502:w|}.Advance(4); m.Span[0] = 1;")]
    [InlineData("var m = w.GetMemory(4).Slice(1); {|RVG0502:w|}.Advance(1); await other.ReadAsync(); Use(m.Length);")]
    [InlineData("var a = new ArrayBufferWriter<byte>(); var m = a.WrittenMemory; {|RVG0502:a|}.Clear(); Use(m.Length);")]
    [InlineData("var a = new ArrayBufferWriter<byte>(); var m = a.WrittenMemory; {|RVG0502:a|}.ResetWrittenCount(); Use(m.Length);")]
    public Task The_memory_of_a_writer_is_used_behind_it(string body) => Check(body);

    [Theory]
    [InlineData("var m = w.GetMemory(4); m.Span[0] = 1; w.Advance(1); await w.FlushAsync();")]
    [InlineData("for (var i = 0; i < 3; i++) { var m = w.GetMemory(4); m.Span[0] = 1; w.Advance(1); }")]
    [InlineData("var a = new ArrayBufferWriter<byte>(); Use(a.WrittenMemory.Length); a.Clear(); Use(a.WrittenCount);")]
    [InlineData("var a = new ArrayBufferWriter<byte>(); var count = a.WrittenSpan.Length; a.Clear(); Use(count);")]
    public Task The_memory_of_a_writer_is_used_in_time(string body) => Check(body);

    [Theory]
    [InlineData("void M(PipeWriter w) { var s = w.GetSpan(4); {|RVG0502:w|}.Advance(4); s[0] = 1; }")]
    [InlineData("void M(PipeWriter w) { var s = w.GetSpan(4); s[0] = 1; w.Advance(1); s = w.GetSpan(4); s[0] = 2; w.Advance(1); }")]
    [InlineData("int M(PipeReader r) { var s = r.AsStream(); s.Dispose(); return {|RVG0382:s|}.ReadByte(); }")]
    [InlineData("int M(PipeReader r) { using var s = r.AsStream(leaveOpen: true); return s.ReadByte(); }")]
    public Task Spans_and_streams_too(string member) => CatalogProgram.Check("    " + member);

    private static Task Check(string body) => CatalogProgram.Check(
        $$"""
            static void Use(object value) { }
            async Task M(PipeReader r, PipeReader other, PipeWriter w) { {{body}} await Task.Yield(); }
        """);
}
