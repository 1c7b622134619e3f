namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG0277: a value that may not cross a thread is sent to one.</summary>
public sealed class SendBoundTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using RustVsGo;

        """;

    private const string Types =
        """


        [NotSend]
        public class Handle
        {
            public int Id;
            public void Use() { }
            public static void Count() { }
        }

        public sealed class Window : Handle { }

        public sealed class Holder
        {
            private Handle _handle = new Handle();
            public int Number;
            public string Name { get; set; } = "";
            public Handle Kept { get; set; } = new Handle();
            public int Look() => _handle.Id;
        }

        public sealed class Plain
        {
            public int Number;
            public void Use() { }
        }
        """;

    [Fact]
    public Task What_a_task_captures_has_to_be_sendable() => Check(
        """
        static class C
        {
            static async Task M(Handle handle, Plain plain)
            {
                await Task.Run(() => {|RVG0277:handle|}.Use());
                await Task.Run(() => plain.Use());
                await Task.Run(() => Handle.Count());
                await Task.Run(async () => { await Task.Yield(); {|RVG0277:handle|}.Use(); });
                await Task.Run(() => { var own = new Handle(); own.Use(); });
            }
        }
        """);

    [Fact]
    public Task Threads_timers_and_parallel_loops_send_what_they_run() => Check(
        """
        static class C
        {
            static void M(Handle handle, List<Handle> handles, Plain plain)
            {
                new Thread(() => {|RVG0277:handle|}.Use()).Start();
                new Thread(_ => plain.Use()).Start({|RVG0277:handle|});
                new Thread(_ => { }).Start(plain);
                using var timer = new Timer(_ => {|RVG0277:handle|}.Use(), null, 0, 1);
                Parallel.For(0, 3, i => {|RVG0277:handle|}.Use());
                Parallel.For(0, 3, i => plain.Use());
                Parallel.{|RVG0277:ForEach|}(handles, h => h.Use());
                Parallel.ForEach(new[] { plain }, h => h.Use());
                Parallel.Invoke(() => plain.Use(), () => {|RVG0277:handle|}.Use());
                ThreadPool.QueueUserWorkItem(_ => {|RVG0277:handle|}.Use());
                handles.{|RVG0277:AsParallel|}().Count();
            }
        }
        """);

    [Fact]
    public Task A_channel_sends_its_items() => Check(
        """
        static class C
        {
            static async Task M(Channel<Handle> handles, Channel<Plain> plains, Handle handle, Plain plain)
            {
                handles.Writer.TryWrite({|RVG0277:handle|});
                await handles.Writer.WriteAsync({|RVG0277:handle|});
                await plains.Writer.WriteAsync(plain);
                handle.Use();
            }
        }
        """);

    [Fact]
    public Task What_has_it_as_base_argument_element_or_field_is_not_sendable_either() => Check(
        """
        static class C
        {
            static async Task M(Window window, List<Handle> list, Handle[] array, (int, Handle) pair, Holder holder, Task<Handle> task)
            {
                await Task.Run(() => {|RVG0277:window|}.Use());
                await Task.Run(() => {|RVG0277:list|}.Clear());
                await Task.Run(() => {|RVG0277:array|}.Clone());
                await Task.Run(() => {|RVG0277:pair|}.ToString());
                await Task.Run(() => {|RVG0277:holder|}.Look());
                await Task.Run(() => {|RVG0277:task|}.Wait());
                Func<Handle> make = () => new Handle();
                IComparer<Handle> comparer = null;
                await Task.Run(() => Console.WriteLine(make));
                await Task.Run(() => Console.WriteLine(comparer));
            }
        }
        """);

    [Fact]
    public Task A_function_captures_places_and_not_all_that_is_around_them() => Check(
        """
        static class C
        {
            static async Task M(Holder holder, Handle handle)
            {
                await Task.Run(() => Console.WriteLine(holder.Number));
                await Task.Run(() => Console.WriteLine(holder.Name));
                await Task.Run(() => {|RVG0277:holder.Kept|}.Use());
                await Task.Run(() => Console.WriteLine({|RVG0277:handle|}.Id));
            }
        }

        public sealed class Worker
        {
            private readonly Handle _handle = new Handle();
            private readonly Plain _plain = new Plain();

            public async Task Run()
            {
                await Task.Run(() => _plain.Use());
                await Task.Run(() => this._plain.Use());
                await Task.Run(() => {|RVG0277:_handle|}.Use());
                await Task.Run(() => {|RVG0277:Helper|}());
                await Task.Run({|RVG0277:Helper|});
                await Task.Run(() => Other());
            }

            private void Helper() => _handle.Use();

            private static void Other() { }
        }
        """);

    [Fact]
    public Task Local_functions_variables_and_method_groups_are_looked_into() => Check(
        """
        static class C
        {
            static async Task M(Handle handle, Plain plain)
            {
                void Local() => handle.Use();
                void Harmless() => plain.Use();
                Action stored = () => handle.Use();
                Action fine = () => plain.Use();
                await Task.Run({|RVG0277:Local|});
                await Task.Run(Harmless);
                await Task.Run({|RVG0277:stored|});
                await Task.Run(fine);
                await Task.Run({|RVG0277:handle.Use|});
                await Task.Run(plain.Use);
                await Task.Run(Handle.Count);
            }
        }
        """);

    [Fact]
    public Task Bounds_of_the_project_count_as_those_of_the_catalog() => Check(
        """
        public interface IRunner
        {
            void Run([Send] Action action);
        }

        public sealed class Runner : IRunner
        {
            public void Run(Action action) => new Thread(() => action()).Start();
            public void Give([Send] object value) { }
            public void Here(Action action) => action();
            public static void Of<[Send] T>(T value) { }
            public static T Make<[Send] T>() where T : new() => new T();
        }

        public sealed class Queue<[Send] T>
        {
            public void Put(T item) { }
        }

        static class C
        {
            static void M(Runner runner, IRunner other, Handle handle, Plain plain)
            {
                runner.Run(() => {|RVG0277:handle|}.Use());
                other.Run(() => {|RVG0277:handle|}.Use());
                runner.Here(() => handle.Use());
                runner.Give({|RVG0277:handle|});
                runner.Give(plain);
                Runner.{|RVG0277:Of|}(handle);
                Runner.Of(plain);
                Runner.{|RVG0277:Make<Handle>|}();
                Runner.Make<Plain>();
                new {|RVG0277:Queue<Handle>|}().Put(handle);
                new Queue<Plain>().Put(plain);
            }
        }
        """);

    [Fact]
    public Task Spawned_work_and_its_result_are_sent() => Check(
        """
        static class C
        {
            static void M(Handle handle, SpawnScope scope, Mutex<Plain> mutex)
            {
                _ = Spawn.Run(() => { {|RVG0277:handle|}.Use(); return 1; });
                _ = Spawn.{|RVG0277:Run|}(() => new Handle());
                _ = Spawn.Run(() => { using var guard = mutex.Lock(); return guard.Value.Number; });
                scope.Run(() => {|RVG0277:handle|}.Use());
                scope.Run(() => { using var guard = mutex.Lock(); guard.Value.Use(); });
            }
        }
        """);

    [Fact]
    public Task A_scheduler_that_is_named_decides_which_thread_it_is() => Check(
        """
        static class C
        {
            static void M(Handle handle, Task task, TaskScheduler ui)
            {
                task.ContinueWith(_ => handle.Use(), ui);
                task.ContinueWith(_ => {|RVG0277:handle|}.Use());
                _ = Task.Factory.StartNew(() => handle.Use(), CancellationToken.None, TaskCreationOptions.None, ui);
            }
        }
        """);

    [Fact]
    public Task A_contract_file_binds_types_and_bounds() => Verify.OwnershipWith<SharingAnalyzer>(
        """
        T:Control ; type: [NotSend]
        M:Pool.Start(System.Action) ; work: [Send]
        """,
        """
        using System;
        using System.Threading.Tasks;
        public class Control { public void Draw() { } }
        public static class Pool { public static void Start(Action work) { } }
        static class C
        {
            static void M(Control control)
            {
                Pool.Start(() => {|RVG0277:control|}.Draw());
                Task.Run(() => {|RVG0277:control|}.Draw()).Wait();
            }
        }
        """);

    [Fact]
    public Task The_message_names_what_stands_in_the_way() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static async Task M(Handle handle, List<Window> list)
            {
                await Task.{|#1:Run|}(() => {|#0:handle|}.Use());
                await Task.{|#3:Run|}(() => {|#2:list|}.Clear());
                Parallel.{|#4:ForEach|}(list, window => { });
            }
        }
        """ + Types,
        Verify.Error("RVG0277").WithLocation(0).WithLocation(1).WithMessage("'handle' of type 'Handle' cannot be sent to another thread: it is '[NotSend]'"),
        Verify.Error("RVG0277").WithLocation(2).WithLocation(3).WithMessage("'list' of type 'List<Window>' cannot be sent to another thread: it has 'Handle' in it, which is '[NotSend]'"),
        Verify.Error("RVG0277").WithLocation(4).WithMessage("'Window' stands for 'TSource', but cannot be sent to another thread: it has 'Handle' in it, which is '[NotSend]'"));

    private static Task Check(string program) => Verify.Ownership(Prelude + program + Types);
}
