namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Tasks and delegates that still use what a <c>using</c> ends.</summary>
public sealed class TaskTests
{
    [Theory]
    [InlineData("Task<int> M(string p) { using var s = File.OpenRead(p); return {|RVG0515:s.ReadAsync(new byte[1], 0, 1)|}; }")]
    [InlineData("Task<string> M(string p) { using (var r = new StreamReader(p)) return {|RVG0515:r.ReadToEndAsync()|}; }")]
    [InlineData("ValueTask<int> M(string p, Memory<byte> m) { using var s = File.OpenRead(p); return {|RVG0515:s.ReadAsync(m)|}; }")]
    [InlineData("Task<string> M() { using var c = new HttpClient(); return {|RVG0515:c.GetStringAsync(\"u\")|}; }")]
    [InlineData("Task<HttpResponseMessage> M(HttpClient c) { using var q = new HttpRequestMessage(); return {|RVG0515:c.SendAsync(q)|}; }")]
    [InlineData("Task Send(HttpClient c) => Task.CompletedTask; Task M() { using var c = new HttpClient(); return {|RVG0515:Send(c)|}; }")]
    public Task Returned(string member) => CatalogProgram.Check(member);

    [Fact]
    public Task Awaited_behind_the_using() => CatalogProgram.Check(
        "async Task M(string p) { Task<string> t; using (var r = new StreamReader(p)) { t = {|RVG0597:r|}.ReadToEndAsync(); } await t; }");

    [Theory]
    [InlineData("_ = {|RVG0597:s|}.FlushAsync();")]
    [InlineData("{|RVG0597:s|}.FlushAsync();")]
    [InlineData("Task.Run({|RVG0373:() => s.WriteByte(1)|});")]
    [InlineData("_ = Task.Run({|RVG0373:() => s.WriteByte(1)|});")]
    [InlineData("new Thread({|RVG0373:() => s.WriteByte(1)|}).Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem({|RVG0373:_ => s.WriteByte(1)|});")]
    public Task Nobody_waits_for_it(string statement) => CatalogProgram.Check($"void M() {{ using var s = new MemoryStream(); {statement} }}");

    [Fact]
    public Task One_mistake_is_told_once() => CatalogProgram.Check(
        "void M(string p) { using (var s = File.OpenWrite(p)) using (var w = new StreamWriter(s)) { {|RVG0597:w|}.WriteLineAsync(p); } }");

    [Fact]
    public Task A_delegate_is_returned() => CatalogProgram.Check("Action M() { using var s = new MemoryStream(); return {|RVG0373:() => s.WriteByte(1)|}; }");

    [Fact]
    public Task A_task_that_captured_it_is_returned() => CatalogProgram.Check("Task M() { using var s = new MemoryStream(); return Task.Run({|RVG0373:() => s.WriteByte(1)|}); }");

    [Theory]
    [InlineData("await s.FlushAsync();")]
    [InlineData("await s.FlushAsync().ConfigureAwait(false);")]
    [InlineData("s.FlushAsync().Wait();")]
    [InlineData("s.FlushAsync().GetAwaiter().GetResult();")]
    [InlineData("var t = s.FlushAsync(); await t;")]
    [InlineData("var t = s.FlushAsync(); await Task.WhenAll(t);")]
    [InlineData("await Task.Run(() => s.WriteByte(1));")]
    [InlineData("Task.Run(() => s.WriteByte(1)).Wait();")]
    [InlineData("var t = new Thread(() => s.WriteByte(1)); t.Start(); t.Join();")]
    [InlineData("var done = new ManualResetEvent(false); ThreadPool.QueueUserWorkItem(_ => { s.WriteByte(1); done.Set(); }); done.WaitOne();")]
    [InlineData("var done = new TaskCompletionSource(); _ = Task.Run(() => { s.WriteByte(1); done.SetResult(); }); await done.Task;")]
    [InlineData("Parallel.For(0, 3, i => s.WriteByte(1));")]
    [InlineData("using var t = new Timer(_ => s.WriteByte(1), null, 0, 1);")]
    [InlineData("Action a = () => s.WriteByte(1); a();")]
    public Task Somebody_waits_for_it(string statement) => CatalogProgram.Check($"async Task M() {{ await Task.Yield(); using var s = new MemoryStream(); {statement} }}");

    [Theory]
    [InlineData("Task M() { using var s = new MemoryStream(); var t = s.FlushAsync(); t.Wait(); return t; }")]
    [InlineData("Task M() { using var s = new MemoryStream(); var t = s.FlushAsync(); Task.WaitAll(t); return t; }")]
    [InlineData("Task M() { using var s = new MemoryStream(); var t = s.FlushAsync(); t.ConfigureAwait(false).GetAwaiter().GetResult(); return t; }")]
    public Task What_is_returned_was_waited_for(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("Task M() { using var s = new MemoryStream(); var t = s.FlushAsync(); return {|RVG0515:t|}; }")]
    [InlineData("Task M(Task u) { using var s = new MemoryStream(); var t = s.FlushAsync(); u.Wait(); return {|RVG0515:t|}; }")]
    public Task What_is_returned_may_go_on(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("Task M() { var s = new MemoryStream(); return s.FlushAsync(); }")]
    [InlineData("Task M(Stream s) => s.FlushAsync();")]
    [InlineData("readonly Stream _s = new MemoryStream(); Task M() => _s.FlushAsync();")]
    [InlineData("Task<int> M() { using var s = new MemoryStream(); s.WriteByte(1); return Task.FromResult((int)s.Length); }")]
    [InlineData("Task M(CancellationToken t) { using var s = CancellationTokenSource.CreateLinkedTokenSource(t); s.Cancel(); return Task.CompletedTask; }")]
    public Task Nothing_ends(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("Task M() { using var w = new Worker(); return w.Run(); }")]
    [InlineData("async Task M() { var w = new Worker(); var t = w.Run(); w.Dispose(); await t; }")]
    [InlineData("void M() { using var w = new Worker(); _ = w.Run(); ThreadPool.QueueUserWorkItem(_ => w.Run()); }")]
    [InlineData("Action M() { using var w = new Worker(); return () => w.Run(); }")]
    public Task A_disposable_of_the_project_may_wait_where_it_is_disposed(string member) => CatalogProgram.Check(
        "sealed class Worker : IDisposable { Task _t = Task.CompletedTask; public Task Run() => _t; public void Dispose() => _t.Wait(); } " + member);
}
