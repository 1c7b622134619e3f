using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0373_CapturedByEscaping;

/// <summary>Tasks that nobody awaits, or that somebody keeps, and objects that outlive the method and keep what they are given.</summary>
public sealed class DiscardedTaskTests
{
    private const string Types =
        """

        static class Tasks
        {
            public static void Submit([Owned] Task task) { }
            public static async Task Load([Borrowed] Config config) { await Task.Yield(); Look(config); }
            public static async Task Read(Stream stream) { await Task.Yield(); stream.ReadByte(); }
        }

        sealed class Registry
        {
            public static readonly Registry Everywhere = new();
            [Borrowed] private Config _last = null!;
            [Mutates] public void Keep([Borrowed(CapturedBy = "this")] Config config) => _last = config;
        }
        """;

    [Fact]
    public Task A_using_local_in_a_task_that_nobody_awaits_is_reported() => Body(
        """
        using var x = Open();
        _ = Task.Run({|RVG0373:() => x.Ping()|});
        """);

    [Fact]
    public Task A_using_local_in_a_task_that_is_awaited_is_accepted() => Moves.AsyncBody(
        """
        using var x = Open();
        await Task.Run(() => x.Ping());
        """);

    [Fact]
    public Task An_owner_moves_into_a_task_that_nobody_awaits() => Body(
        """
        var x = Make();
        _ = Task.Run(() => x.Bump());
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task An_owner_that_is_used_in_such_a_task_alone_is_accepted() => Body(
        """
        var x = Make();
        _ = Task.Run(() => x.Bump());
        """);

    [Fact]
    public Task A_lent_parameter_in_a_task_that_nobody_awaits_is_reported() => Moves.Members(
        """
        static void Test([Borrowed] Config x)
        {
            _ = {|RVG0521:Task.Run(() => x.Count())|};
        }
        """);

    [Fact]
    public Task A_task_that_borrows_a_local_is_not_discarded() => Body(
        """
        var x = Make();
        _ = Tasks.Load({|RVG0597:x|});
        """);

    [Fact]
    public Task A_task_that_borrows_a_local_is_not_given_away() => Body(
        """
        var x = Make();
        Tasks.Submit(Tasks.Load({|RVG0597:x|}));
        """);

    [Fact]
    public Task A_task_that_owns_what_it_needs_may_be_given_away() => Body(
        """
        var x = Make();
        Tasks.Submit(TakeAsync(x));
        """);

    [Fact]
    public Task A_plain_value_lives_as_long_as_the_task_has_it() => Body(
        """
        var x = new MemoryStream();
        _ = Tasks.Read(x);
        Tasks.Submit(Tasks.Read(x));
        x.ReadByte();
        """);

    [Fact]
    public Task A_discarded_name_of_a_task_is_no_discarded_task() => Body(
        """
        var x = Make();
        var task = Tasks.Load(x);
        _ = task;
        task.Wait();
        x.Bump();
        """);

    [Fact]
    public Task What_a_static_object_keeps_outlives_a_local() => Body(
        """
        var x = Make();
        Registry.Everywhere.Keep({|RVG0597:x|});
        """);

    [Fact]
    public Task What_an_object_of_this_body_keeps_is_accepted() => Body(
        """
        var x = Make();
        var registry = new Registry();
        registry.Keep(x);
        """);

    private static Task Body(string statements) => Moves.Body(statements, Types);
}
