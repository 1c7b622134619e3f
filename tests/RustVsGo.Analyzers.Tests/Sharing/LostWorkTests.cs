namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1007: work that nobody joins, observes or can cancel.</summary>
public sealed class LostWorkTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task A_task_that_is_dropped_is_reported() => Check(
        """
        sealed class C
        {
            private Task _task;
            private void Work() { }

            void M(List<Task> tasks, Action work)
            {
                Task.{|RVG1007:Run|}(Work);
                Task.{|RVG1007:Run|}(() => Work());
                Task.Factory.{|RVG1007:StartNew|}(() => Work());
                Task.{|RVG1007:Run|}(() => Work(), CancellationToken.None);
                var unread = Task.{|RVG1007:Run|}(() => Work());
                _ = Task.Run(() => Work());
                Task.Run(work);
                _task = Task.Run(() => Work());
                tasks.Add(Task.Run(() => Work()));
                var task = Task.Run(() => Work());
                task.Wait();
                var _ignored = Task.Run(() => Work());
            }

            Task Returned() => Task.Run(() => Work());

            async Task Awaited() => await Task.Run(() => Work());
        }
        """);

    [Fact]
    public Task Work_that_can_be_cancelled_or_observes_itself_is_accepted() => Check(
        """
        sealed class C
        {
            private readonly CancellationTokenSource _stop = new();
            private void Work() { }

            void M(CancellationToken token)
            {
                Task.Run(() => Work(), token);
                Task.Run(() => { while (!token.IsCancellationRequested) Work(); });
                Task.Run(() => { while (!_stop.IsCancellationRequested) Work(); });
                Task.Run(() =>
                {
                    try { Work(); }
                    catch (Exception e) { Console.WriteLine(e); }
                });
            }
        }
        """);

    [Fact]
    public Task In_an_async_function_the_compiler_tells_of_it() => Check(
        """
        sealed class C
        {
            private void Work() { }

            async Task M()
            {
        #pragma warning disable CS4014
                Task.Run(() => Work());
        #pragma warning restore CS4014
                await Task.Yield();
                var unread = Task.{|RVG1007:Run|}(() => Work());
            }
        }
        """);

    [Fact]
    public Task A_loop_that_goes_on_for_ever_is_reported() => Check(
        """
        sealed class C
        {
            private void Work() { }

            void M(CancellationToken token)
            {
                _ = Task.{|RVG1007:Run|}(async () =>
                {
                    while (true)
                    {
                        Work();
                        await Task.Delay(1000);
                    }
                });
                new {|RVG1007:Thread|}(() =>
                {
                    for (;;)
                    {
                        Work();
                        Thread.Sleep(1000);
                    }
                }).Start();
                var thread = new {|RVG1007:Thread|}(() => { while (true) { Work(); Thread.Sleep(10); } });
                thread.Name = "worker";
                thread.Start();
            }
        }
        """);

    [Fact]
    public Task A_loop_that_something_ends_is_accepted() => Check(
        """
        sealed class C
        {
            private bool _stop;
            private void Work() { }

            void M(CancellationToken token, BlockingCollection<int> queue)
            {
                _ = Task.Run(async () => { while (true) { Work(); await Task.Delay(1000, token); } });
                _ = Task.Run(() => { while (true) { if (_stop) break; Thread.Sleep(10); } });
                _ = Task.Run(() => { while (true) { if (_stop) return; Thread.Sleep(10); } });
                _ = Task.Run(() => { while (!_stop) Thread.Sleep(10); });
                _ = Task.Run(() => { while (true) Console.WriteLine(queue.Take()); });
                new Thread(() => { while (true) { Work(); Thread.Sleep(10); } }) { IsBackground = true }.Start();
                var thread = new Thread(() => { while (true) { Work(); Thread.Sleep(10); } });
                thread.IsBackground = true;
                thread.Start();
                new Thread(Work).Start();
            }
        }
        """);

    [Fact]
    public Task A_handle_that_is_never_joined_is_reported() => Verify.Ownership(
        "using RustVsGo;\n" + Prelude +
        """
        static class C
        {
            static void M()
            {
                var lost = Spawn.{|RVG1007:Run|}(() => 1);
                var joined = Spawn.Run(() => 1);
                Console.WriteLine(joined.Join().IsOk);
                var cancelled = Spawn.Run(async token => { await Task.Delay(1, token); return 1; });
                cancelled.Cancel();
                _ = Spawn.Run(() => 1);
                {|RVG1001:Spawn.Run(() => 1)|};
            }
        }
        """);

    [Fact]
    public Task The_label_shows_the_loop() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static void M()
            {
                Task.{|#0:Run|}(() => Console.WriteLine());
                _ = Task.{|#1:Run|}(() => { {|#2:while|} (true) Thread.Sleep(1); });
            }
        }
        """,
        Verify.Warning("RVG1007").WithLocation(0).WithMessage("Nobody learns how the work ends that 'Task.Run' starts: wait for it, or give it a token"),
        Verify.Warning("RVG1007").WithLocation(1).WithLocation(2).WithMessage("The work that 'Task.Run' starts never ends, and nobody can end it: let its loop look at a token"));

    private static Task Check(string program) => Verify.Catalog<SharingAnalyzer>(Prelude + program);
}
