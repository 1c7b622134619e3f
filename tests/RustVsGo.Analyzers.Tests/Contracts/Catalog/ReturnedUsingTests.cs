namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What a method returns and disposes at once.</summary>
public sealed class ReturnedUsingTests
{
    [Theory]
    [InlineData("Stream M(string p) { using var s = File.OpenRead(p); return {|RVG0515:s|}; }")]
    [InlineData("Stream M(string p) { using (var s = File.OpenRead(p)) { s.ReadByte(); return {|RVG0515:s|}; } }")]
    [InlineData("IDisposable? M(bool b) { using var s = new MemoryStream(); if (b) return {|RVG0515:s|}; return null; }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpClient c) { using var r = await c.GetAsync(\"u\"); return {|RVG0515:r|}; }")]
    public Task It_is_returned(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("IEnumerable<Stream> M(string p) { using var s = File.OpenRead(p); while (s.ReadByte() > 0) yield return s; }")]
    [InlineData("Stream M(string p) { var s = File.OpenRead(p); return s; }")]
    [InlineData("byte[] M() { using var s = new MemoryStream(); return s.ToArray(); }")]
    [InlineData("async Task<string> M(HttpClient c) { using var r = await c.GetAsync(\"u\"); return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpClient c) { using var q = new HttpRequestMessage(); return await c.SendAsync(q); }")]
    [InlineData("Stream M(string p) { var s = File.OpenRead(p); try { s.ReadByte(); return s; } catch { s.Dispose(); throw; } }")]
    [InlineData("sealed class Own : IDisposable { public void Dispose() { } } Own M() { using var o = new Own(); return o; }")]
    public Task Something_else_is_returned(string member) => CatalogProgram.Check(member);
}
