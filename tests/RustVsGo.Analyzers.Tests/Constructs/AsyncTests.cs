namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>async</c> and <c>await</c>: a task holds the borrows of the call that made it until it is awaited.</summary>
public sealed class AsyncTests
{
    [Fact]
    public Task Changed_before_the_task_that_borrows_is_awaited_is_reported() => Construct.AsyncBody(
        """
        var x = Make();
        var t = LookAsync(x);
        {|RVG0502:x|}.Touch();
        await t;
        """);

    [Fact]
    public Task Changed_after_the_task_that_borrows_was_awaited_is_accepted() => Construct.AsyncBody(
        """
        var x = Make();
        var t = LookAsync(x);
        await t;
        x.Touch();
        await EditAsync(x);
        x.Touch();
        """);

    [Fact]
    public Task Two_tasks_that_borrow_exclusively_are_reported() => Construct.AsyncBody(
        """
        var x = Make();
        var t = EditAsync(x);
        var u = EditAsync({|RVG0499:x|});
        await t;
        await u;
        """);

    [Fact]
    public Task Two_tasks_that_share_are_accepted() => Construct.AsyncBody(
        """
        var x = Make();
        await Task.WhenAll(LookAsync(x), LookAsync(x));
        x.Touch();
        """);

    [Fact]
    public Task Changed_while_all_of_several_tasks_are_awaited_is_reported() => Construct.AsyncBody(
        """
        var x = Make();
        var y = Make();
        var all = Task.WhenAll(LookAsync(x), LookAsync(y));
        {|RVG0502:y|}.Touch();
        await all;
        """);

    [Fact]
    public Task Moved_while_a_task_borrows_it_is_reported() => Construct.AsyncBody(
        """
        var x = Make();
        var t = LookAsync(x);
        Take({|RVG0505:x|});
        await t;
        """);

    [Fact]
    public Task A_configured_await_ends_the_borrow() => Construct.AsyncBody(
        """
        var x = Make();
        var t = EditAsync(x);
        await t.ConfigureAwait(false);
        x.Touch();
        """);

    [Fact]
    public Task A_configured_await_of_a_task_uses_its_borrow() => Construct.AsyncBody(
        """
        var x = Make();
        var t = EditAsync(x);
        Look({|RVG0502:x|});
        await t.ConfigureAwait(false);
        """);

    [Fact]
    public Task Waiting_for_a_task_ends_its_borrow() => Construct.Body(
        """
        var x = Make();
        var t = EditAsync(x);
        t.Wait();
        x.Touch();
        var u = EditAsync(x);
        u.GetAwaiter().GetResult();
        x.Touch();
        """);

    [Fact]
    public Task Changed_before_waiting_for_a_task_is_reported() => Construct.Body(
        """
        var x = Make();
        var t = EditAsync(x);
        {|RVG0499:x|}.Touch();
        t.Wait();
        """);

    [Fact]
    public Task A_returned_task_that_borrows_a_using_variable_is_reported() => Construct.Members(
        """
        static Task Test()
        {
            using var r = Open();
            return {|RVG0515:ReadAsync(r)|};
        }

        static Task ReadAsync([Borrowed] Res res) => Task.CompletedTask;
        """);

    [Fact]
    public Task An_awaited_task_that_borrows_a_using_variable_is_accepted() => Construct.Members(
        """
        static async Task Test()
        {
            using var r = Open();
            await ReadAsync(r);
        }

        static Task ReadAsync([Borrowed] Res res) => Task.CompletedTask;
        """);

    [Fact]
    public Task A_returned_task_that_borrows_a_parameter_is_accepted() => Construct.Members(
        """
        static Task Test([Borrowed] Data d) => LookAsync(d);
        """);

    [Fact]
    public Task What_an_await_gives_is_owned() => Construct.AsyncBody(
        """
        var x = await MakeAsync();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task What_an_awaited_value_task_gives_is_owned() => Construct.Members(
        """
        static async Task Test()
        {
            var x = await MakeAsync();
            Take(x);
            Look({|RVG0382:x|});
            Look(await MakeAsync());
        }

        static async ValueTask<Data> MakeAsync() { await Task.Yield(); return new(); }
        """);

    [Fact]
    public Task Moved_by_an_awaited_operand_and_used_by_the_next_is_reported() => Construct.Members(
        """
        static async Task<int> Test()
        {
            var x = Make();
            return Look(x) + await CountAsync(x) + Look({|RVG0382:x|});
        }

        static Task<int> CountAsync([Owned] Data data) => Task.FromResult(1);
        """);

    [Fact]
    public Task A_borrow_held_across_an_await_is_accepted() => Construct.AsyncBody(
        """
        var x = Make();
        var p = x.View();
        await Task.Delay(1);
        Look(p);
        x.Touch();
        """);

    [Fact]
    public Task Changed_across_an_await_while_a_borrow_is_held_is_reported() => Construct.AsyncBody(
        """
        var x = Make();
        var p = x.View();
        await EditAsync({|RVG0502:x|});
        Look(p);
        """);

    [Fact]
    public Task An_async_lambda_holds_what_it_captures_until_it_is_awaited() => Construct.AsyncBody(
        """
        var x = Make();
        Func<Task> f = async () => { await Task.Yield(); x.Touch(); };
        var t = f();
        Look({|RVG0502:x|});
        await t;
        """);

    [Fact]
    public Task An_async_lambda_awaited_at_once_is_accepted() => Construct.AsyncBody(
        """
        var x = Make();
        Func<Task> f = async () => { await Task.Yield(); x.Touch(); };
        await f();
        x.Touch();
        """);

    [Fact]
    public Task An_async_void_method_owns_its_parameter() => Construct.Members(
        """
        static async void Test([Owned] Data x)
        {
            await Task.Yield();
            Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Awaiting_something_of_ones_own_uses_it() => Construct.AsyncBody(
        """
        var w = new Work();
        await w;
        Look(w.Done);
        var v = w;
        await {|RVG0382:w|};
        """,
        """
        [Owned] class Work
        {
            public Part Done = new();
            public TaskAwaiter GetAwaiter() => default;
        }
        """);
}
