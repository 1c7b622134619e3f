namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What other analyzers of disposables are switched off for: shapes that are right, and get no report.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData("static Stream Open(string p) { var s = File.OpenRead(p); s.Position = 1; return s; }")]
    [InlineData("interface IFactory { Stream Create(); } void M(IFactory f) { using var s = f.Create(); s.ReadByte(); }")]
    [InlineData("Func<Stream> M(string p) => () => File.OpenRead(p);")]
    [InlineData("static StreamReader Read(string p) { var s = File.OpenRead(p); try { return new StreamReader(s); } catch { s.Dispose(); throw; } }")]
    [InlineData("static bool TryOpen(string p, out Stream? s) { s = null; if (!File.Exists(p)) return false; s = File.OpenRead(p); return true; }")]
    public Task Factories(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("readonly Stream _s; C(Stream s) { _s = s; } int M() => _s.ReadByte();")]
    [InlineData("readonly HttpClient _c; C(HttpClient c) => _c = c; Task<string> M() => _c.GetStringAsync(\"u\");")]
    [InlineData("sealed class Inner(Stream s, bool owns) : IDisposable { public int Read() => s.ReadByte(); public void Dispose() { if (owns) s.Dispose(); } }")]
    [InlineData("void M(Stream s) { using (var r = new StreamReader(s)) r.ReadToEnd(); s.Position = 0; }")]
    public Task Injected_disposables(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("Stream? _s; Stream M(string p) => _s ??= File.OpenRead(p);")]
    [InlineData("readonly Dictionary<string, Stream> _all = new(); Stream M(string p) { if (!_all.TryGetValue(p, out var s)) { s = File.OpenRead(p); _all.Add(p, s); } return s; }")]
    [InlineData("static readonly Lazy<HttpClient> s_client = new(() => new HttpClient()); Task<string> M() => s_client.Value.GetStringAsync(\"u\");")]
    [InlineData("CancellationTokenSource? _c; CancellationToken M() { _c?.Cancel(); _c?.Dispose(); _c = new CancellationTokenSource(); return _c.Token; }")]
    [InlineData("CancellationTokenSource? _c; void M() { Interlocked.Exchange(ref _c, null)?.Dispose(); _c?.Cancel(); }")]
    public Task Caching(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("void M(Stream s, bool leaveOpen) { s.ReadByte(); if (!leaveOpen) s.Dispose(); }")]
    [InlineData("void M(string p, Stream? given) { var s = given ?? File.OpenRead(p); try { s.ReadByte(); } finally { if (given == null) s.Dispose(); } }")]
    [InlineData("void M(bool own, string p) { var s = File.OpenRead(p); if (own) s.Dispose(); if (!own) s.ReadByte(); }")]
    [InlineData("void M(string p) { Stream? s = null; try { s = File.OpenRead(p); s.ReadByte(); } finally { s?.Dispose(); } }")]
    [InlineData("bool _disposed; readonly Stream _s = new MemoryStream(); void M() { if (_disposed) return; _disposed = true; _s.Dispose(); }")]
    public Task Conditional_disposal(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("readonly List<IDisposable> _all = new(); T Add<T>(T x) where T : IDisposable { _all.Add(x); return x; } void M(string p) { var s = Add(File.OpenRead(p)); s.ReadByte(); } void End() { foreach (var x in _all) x.Dispose(); _all.Clear(); }")]
    [InlineData("sealed class Bag : IDisposable { readonly Stack<IDisposable> _all = new(); public void Add(IDisposable x) => _all.Push(x); public void Dispose() { while (_all.Count > 0) _all.Pop().Dispose(); } } Bag M(string p) { var b = new Bag(); var s = File.OpenRead(p); b.Add(s); s.ReadByte(); return b; }")]
    [InlineData("void M(IEnumerable<Stream> all) { foreach (var s in all) { s.ReadByte(); s.Dispose(); } }")]
    public Task Composite_owners(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("sealed class Builder { readonly List<int> _l = new(); public Builder Add(int x) { _l.Add(x); return this; } public List<int> Build() => _l; } List<int> M() => new Builder().Add(1).Add(2).Build();")]
    [InlineData("string M() { var b = new StringBuilder(); b.Append(1).Append(b.Length).AppendLine(); return b.ToString(); }")]
    [InlineData("HttpRequestMessage M() { var q = new HttpRequestMessage { Content = new StringContent(\"x\") }; q.Headers.Add(\"a\", \"b\"); return q; }")]
    public Task Fluent_builders(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("Stream _s = null!; void SetUp() { _s = new MemoryStream(); } void TearDown() { _s.Dispose(); } void Test() { _s.WriteByte(1); _s.Position = 0; }")]
    [InlineData("void Test() { var s = new MemoryStream(); s.Dispose(); Throws<ObjectDisposedException>(() => s.ReadByte()); } static void Throws<T>(Action a) where T : Exception { }")]
    [InlineData("void Test() { var s = new MemoryStream(); s.Dispose(); s.Dispose(); Equal(false, s.CanRead); } static void Equal(object a, object b) { }")]
    [InlineData("async Task Test() { using var s = new SemaphoreSlim(0); var t = Task.Run(() => s.Release()); await s.WaitAsync(); await t; }")]
    [InlineData("void Test() { using var e = new ManualResetEventSlim(); var t = new Thread(() => e.Set()); t.Start(); e.Wait(); t.Join(); }")]
    public Task Test_fixtures(string member) => CatalogProgram.Check(member);
}
