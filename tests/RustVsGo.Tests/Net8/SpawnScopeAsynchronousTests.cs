namespace RustVsGo.Tests;

public sealed class SpawnScopeAsynchronousTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_a_scope_asynchronously_waits_for_all_that_was_started_in_it()
    {
        var isDone = false;
        await using (var scope = new SpawnScope(Cancellation))
        {
            scope.Run(async token =>
            {
                await Task.Delay(20, token);
                isDone = true;
            });
        }

        Assert.True(isDone);
    }

    [Fact]
    public async Task What_went_wrong_is_thrown_once_where_a_scope_is_left_asynchronously()
    {
        var scope = new SpawnScope(Cancellation);
        scope.Run(() => throw new FormatException());

        var thrown = await Assert.ThrowsAsync<AggregateException>(async () => await scope.DisposeAsync());

        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
        await scope.DisposeAsync();
        scope.Dispose();
    }
}
