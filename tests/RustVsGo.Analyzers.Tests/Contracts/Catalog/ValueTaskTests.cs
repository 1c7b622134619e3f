namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>A <c>ValueTask</c> is consumed once.</summary>
public sealed class ValueTaskTests
{
    [Theory]
    [InlineData("await t; await {|RVG0382:t|};")]
    [InlineData("_ = t.Result; await {|RVG0382:t|};")]
    [InlineData("_ = t.AsTask(); _ = {|RVG0382:t|}.Result;")]
    [InlineData("await t.ConfigureAwait(false); await {|RVG0382:t|}.ConfigureAwait(false);")]
    [InlineData("var a = t.GetAwaiter(); await {|RVG0382:t|};")]
    [InlineData("try { await t; } catch (Exception) { await {|RVG0382:t|}; }")]
    [InlineData("if (n > 0) await t; else await t; await {|RVG0382:t|};")]
    public Task Consumed_twice(string body) => Check(body);

    [Fact]
    public Task Awaited_in_a_loop() => Check("while (true) { await {|RVG0382:t|}; }");

    [Fact]
    public Task A_parameter_is_awaited_twice() => CatalogProgram.Check("async Task M(ValueTask<int> t) { var a = await t; var b = await {|RVG0382:t|}; }");

    [Fact]
    public Task Without_a_result() => CatalogProgram.Check("async Task M(ValueTask t) { await t; await {|RVG0382:t|}; }");

    [Theory]
    [InlineData("await t;")]
    [InlineData("if (t.IsCompleted) { _ = t.Result; } else { await t; }")]
    [InlineData("if (!t.IsCompletedSuccessfully) await t.ConfigureAwait(false);")]
    [InlineData("await t; t = Get(); await t;")]
    [InlineData("var p = t.Preserve(); await p; await p;")]
    [InlineData("var k = t.AsTask(); await Task.WhenAny(k, Task.Delay(1)); await k;")]
    [InlineData("var a = t.GetAwaiter(); if (!a.IsCompleted) { } a.GetResult();")]
    [InlineData("while (n-- > 0) { await t; t = Get(); }")]
    [InlineData("var c = new List<ValueTask<int>> { t }; foreach (var x in c) await x;")]
    public Task Consumed_once(string body) => Check(body);

    [Fact]
    public Task Returned_or_handed_on() => CatalogProgram.Check(
        """
            ValueTask<int> Get() => default;
            ValueTask<int> M() { var t = Get(); return t.IsCompletedSuccessfully ? new ValueTask<int>(t.Result) : Slow(t); }
            static async ValueTask<int> Slow(ValueTask<int> t) => await t;
        """);

    [Fact]
    public Task A_task_is_awaited_as_often_as_one_likes() => CatalogProgram.Check("async Task M(Task t) { await t; await t; while (true) await t; }");

    [Fact]
    public Task One_that_is_completed() => CatalogProgram.Check("async Task M() { var t = ValueTask.FromResult(1); await t; await t; var u = ValueTask.CompletedTask; await u; await u; }");

    private static Task Check(string body) => CatalogProgram.Check($"ValueTask<int> Get() => default; async Task M(int n) {{ var t = Get(); {body} }}");
}
