namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Async methods, iterators, top-level statements.</summary>
public sealed class AsyncTests
{
    [Fact]
    public Task Moved_into_an_awaited_call_and_used_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        await TakeAsync(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_into_a_task_and_used_before_it_is_awaited_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        var task = TakeAsync(x);
        Look({|RVG0382:x|});
        await task;
        """);

    [Fact]
    public Task Borrowed_by_an_awaited_call_is_accepted() => Moves.AsyncBody(
        """
        var x = Make();
        await LookAsync(x);
        await LookAsync(x);
        await TakeAsync(x);
        """);

    [Fact]
    public Task A_field_moved_into_an_awaited_call_and_used_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        await KeepAsync(x.Left);
        Look(x.Right);
        Look({|RVG0382:x.Left|});
        static Task KeepAsync([Owned] Part part) => Task.CompletedTask;
        """);

    [Fact]
    public Task What_a_task_gave_is_owned() => Moves.AsyncBody(
        """
        var x = await MakeAsync();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task What_a_task_gave_moved_once_is_accepted() => Moves.AsyncBody(
        """
        var x = await MakeAsync();
        await LookAsync(x);
        Take(x);
        Take(await MakeAsync());
        """);

    [Fact]
    public Task A_completed_task_of_a_new_value_is_accepted() => Moves.Members(
        """
        static Task<Config> Test() => Task.FromResult(new Config());
        static ValueTask<Config> Other() => new(new Config());
        static Task<Config> Third(Config config) => Task.FromResult(config);
        """);

    [Fact]
    public Task What_a_configured_task_gave_is_owned() => Moves.AsyncBody(
        """
        var x = await MakeAsync().ConfigureAwait(false);
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_before_an_await_and_used_behind_it_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        Take(x);
        await Task.Yield();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_one_branch_with_an_await_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        if (await Ask()) await TakeAsync(x);
        await LookAsync({|RVG0382:x|});
        static Task<bool> Ask() => Task.FromResult(true);
        """);

    [Fact]
    public Task Moved_in_an_asynchronous_lambda_and_used_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        await RunAsync(async () => await TakeAsync(x));
        Look({|RVG0382:x|});
        static Task RunAsync([Once] Func<Task> action) => action();
        """);

    [Fact]
    public Task Moved_out_of_an_asynchronous_using_is_reported_at_its_variable() => Moves.AsyncBody(
        """
        await using var {|RVG0382:x|} = Open();
        Take(x);
        """);

    [Fact]
    public Task An_asynchronous_using_whose_value_stays_is_accepted() => Moves.AsyncBody(
        """
        await using var x = Open();
        await using (var y = Open()) Look(y);
        Look(x);
        """);

    [Fact]
    public Task Used_after_DisposeAsync_is_reported() => Moves.AsyncBody(
        """
        var x = Open();
        await x.DisposeAsync();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Used_after_a_configured_DisposeAsync_is_reported() => Moves.AsyncBody(
        """
        var x = Open();
        await x.DisposeAsync().ConfigureAwait(false);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Between_the_move_and_the_new_value_an_await_can_throw() => Moves.AsyncBody(
        """
        var x = Make();
        try
        {
            Take(x);
            await Task.Yield();
            x = Make();
        }
        catch { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task Yielded_and_used_is_reported() => Moves.Members(
        """
        static IEnumerable<Config> Test()
        {
            var x = Make();
            yield return x;
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Yielded_in_a_loop_is_reported() => Moves.Members(
        """
        static IEnumerable<Config> Test()
        {
            var x = Make();
            while (true) yield return {|RVG0382:x|};
        }
        """);

    [Fact]
    public Task A_yielded_clone_is_accepted() => Moves.Members(
        """
        static IEnumerable<Config> Test(int n)
        {
            var x = Make();
            for (var i = 0; i < n; i++) yield return x.Clone();
            yield return x;
        }
        """);

    [Fact]
    public Task Moved_before_a_yield_and_used_behind_it_is_reported() => Moves.Members(
        """
        static IEnumerable<int> Test()
        {
            var x = Make();
            var y = x;
            yield return 1;
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Yielded_values_of_an_asynchronous_iterator_are_moved() => Moves.Members(
        """
        static async IAsyncEnumerable<Config> Test()
        {
            var x = await MakeAsync();
            yield return x;
            await LookAsync({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Top_level_statements_are_checked() => Moves.Program(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Top_level_statements_with_local_functions_are_checked() => Moves.Program(
        """
        var x = Make();
        Keep(x);
        await LookAsync({|RVG0382:x|});

        static void Keep(Config config)
        {
            Take(config);
            Look({|RVG0382:config|});
        }
        """);

    [Fact]
    public Task Correct_top_level_statements_are_accepted() => Moves.Program(
        """
        var x = Make();
        Look(x);
        if (args.Length > 0) { Take(x); return 1; }
        await TakeAsync(x);
        return 0;
        """);
}
