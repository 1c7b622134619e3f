namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Rented memory after it was given back.</summary>
public sealed class RentedMemoryTests
{
    [Fact]
    public Task Used_after_its_return() => CatalogProgram.Check(
        """
            void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); ArrayPool<byte>.Shared.Return(b); {|RVG0382:b|}[0] = 1; }
        """);

    [Fact]
    public Task Returned_twice() => CatalogProgram.Check(
        """
            void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); ArrayPool<byte>.Shared.Return(b); ArrayPool<byte>.Shared.Return({|RVG0382:b|}); }
        """);

    [Fact]
    public Task Returned_in_try_and_in_finally() => CatalogProgram.Check(
        """
            void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); try { Console.WriteLine(b.Length); ArrayPool<byte>.Shared.Return(b); } finally { ArrayPool<byte>.Shared.Return({|RVG0382:b|}); } }
        """);

    [Fact]
    public Task Returned_in_finally_alone() => CatalogProgram.Check(
        """
            byte[]? _kept; void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); _kept = b; try { b[0] = 1; } finally { ArrayPool<byte>.Shared.Return(b); } }
        """);

    [Fact]
    public Task Returned_where_it_was_rented() => CatalogProgram.Check(
        """
            void M(int n) { byte[]? rented = null; Span<byte> s = n < 100 ? stackalloc byte[100] : (rented = ArrayPool<byte>.Shared.Rent(n)); s[0] = 1; if (rented != null) ArrayPool<byte>.Shared.Return(rented); }
        """);

    [Fact]
    public Task A_buffer_that_grows() => CatalogProgram.Check(
        """
            void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); while (n++ < 10) { var c = ArrayPool<byte>.Shared.Rent(n * 2); b.CopyTo(c, 0); ArrayPool<byte>.Shared.Return(b); b = c; } ArrayPool<byte>.Shared.Return(b); }
        """);

    [Fact]
    public Task A_buffer_that_grows_inside_a_try() => CatalogProgram.Check(
        """
            void M(int n) { var b = ArrayPool<byte>.Shared.Rent(n); try { while (n++ < 10) { if (n > b.Length) { ArrayPool<byte>.Shared.Return(b); b = ArrayPool<byte>.Shared.Rent(n); } b[0] = 1; } } finally { ArrayPool<byte>.Shared.Return(b); } }
        """);

    [Fact]
    public Task A_flag_says_whether_it_was_returned() => CatalogProgram.Check(
        """
            void M(int n, bool x) { var b = ArrayPool<byte>.Shared.Rent(n); var done = false; if (x) { ArrayPool<byte>.Shared.Return(b); done = true; } if (!done) ArrayPool<byte>.Shared.Return(b); }
        """);

    [Fact]
    public Task The_owner_goes_by_ref_with_its_memory() => CatalogProgram.Check(
        """
            void Fill(Span<byte> s, ref IMemoryOwner<byte> o) => s[0] = 1;
            void M() { var o = MemoryPool<byte>.Shared.Rent(1); Span<byte> s = o.Memory.Span.Slice(0, 1); Fill(s, ref o); o.Dispose(); }
        """);

    [Fact]
    public Task The_memory_is_used_behind_its_owner_that_went_by_ref() => CatalogProgram.Check(
        """
            void Fill(Span<byte> s, ref IMemoryOwner<byte> o) => s[0] = 1;
            void M() { var o = MemoryPool<byte>.Shared.Rent(1); Span<byte> s = o.Memory.Span; Fill(s, ref o); {|RVG0505:o|}.Dispose(); s[0] = 1; }
        """);

    [Fact]
    public Task Memory_is_returned_after_its_owner() => CatalogProgram.Check(
        """
            Memory<byte> M() { using var o = MemoryPool<byte>.Shared.Rent(1); return {|RVG0515:o.Memory|}; }
        """);

    [Fact]
    public Task Memory_is_used_after_its_owner() => CatalogProgram.Check(
        """
            void M() { var o = MemoryPool<byte>.Shared.Rent(1); var m = o.Memory; {|RVG0505:o|}.Dispose(); m.Span[0] = 1; }
        """);

    [Fact]
    public Task Memory_is_used_before_its_owner_ends() => CatalogProgram.Check(
        """
            void M() { using var o = MemoryPool<byte>.Shared.Rent(1); var m = o.Memory; m.Span[0] = 1; }
        """);

    [Fact]
    public Task What_was_read_is_used_after_AdvanceTo() => CatalogProgram.Check(
        """
            async Task M(PipeReader r) { var x = await r.ReadAsync(); var b = x.Buffer; {|RVG0502:r|}.AdvanceTo(b.End); Console.WriteLine(b.Length); }
        """);

    [Fact]
    public Task A_loop_over_a_pipe() => CatalogProgram.Check(
        """
            async Task M(PipeReader r) { while (true) { var x = await r.ReadAsync(); var b = x.Buffer; Console.WriteLine(b.Length); r.AdvanceTo(b.Start, b.End); if (x.IsCompleted) break; } }
        """);

    [Fact]
    public Task Chunks_of_a_builder_that_grows() => CatalogProgram.Check(
        """
            void M(StringBuilder sb) { foreach (var c in sb.GetChunks()) {|RVG0502:sb|}.Append(c); }
        """);

    [Fact]
    public Task Chunks_of_another_builder() => CatalogProgram.Check(
        """
            void M(StringBuilder sb, StringBuilder o) { foreach (var c in sb.GetChunks()) o.Append(c.Span); sb.Append("x").Append(sb.Length).Append(sb); }
        """);
}
