namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1004: a lock is held while something is awaited.</summary>
public sealed class GuardAcrossAwaitTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private const string Guard =
        """


        [RustVsGo.NotSend]
        public sealed class Section : IDisposable
        {
            public int N;
            public static Section Enter() => new Section();
            public void Dispose() { }
        }

        public sealed class Slot : IDisposable
        {
            public static Slot Take() => new Slot();
            public void Dispose() { }
        }

        [RustVsGo.NotSend]
        public sealed class Canvas { public static Canvas Make() => new Canvas(); }
        """;

    [Fact]
    public Task A_guard_of_the_thread_is_reported() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static async Task Declared()
            {
                using var {|RVG1004:section|} = Section.Enter();
                await Task.Yield();
                section.N++;
            }

            static async Task Block(IAsyncEnumerable<int> numbers)
            {
                using (var {|RVG1004:section|} = Section.Enter())
                {
                    await foreach (var n in numbers)
                        section.N += n;
                }
            }
        }
        """ + Guard);

    [Fact]
    public Task A_guard_that_ends_before_and_one_of_nobody_are_accepted() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static async Task Before()
            {
                await Task.Yield();
                using (var section = Section.Enter())
                    section.N++;
                using (var section = Section.Enter())
                {
                    section.N++;
                    Func<Task> later = async () => await Task.Yield();
                    Console.WriteLine(later);
                }

                await Task.Yield();
            }

            static async Task Ended()
            {
                using var section = Section.Enter();
                section.Dispose();
                await Task.Yield();
            }

            static async Task Free()
            {
                using var slot = Slot.Take();
                var canvas = Canvas.Make();
                await Task.Yield();
                Console.WriteLine(canvas);
            }
        }
        """ + Guard);

    [Fact]
    public Task What_Monitor_and_its_like_hold_is_reported() => Verify.Catalog<SharingAnalyzer>(
        Prelude +
        """
        sealed class C
        {
            private readonly object _gate = new();
            private readonly ReaderWriterLockSlim _lock = new();
            private readonly Lock _new = new();

            async Task Monitors()
            {
                {|RVG1004:Monitor.Enter(_gate)|};
                try
                {
                    await Task.Yield();
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }

            async Task Readers()
            {
                {|RVG1004:_lock.EnterReadLock()|};
                await Task.Yield();
                _lock.ExitReadLock();
            }

            async Task Locks()
            {
                {|RVG1004:_new.Enter()|};
                try { await Task.Yield(); } finally { _new.Exit(); }
            }
        }
        """);

    [Fact]
    public Task What_was_left_before_or_may_cross_threads_is_accepted() => Verify.Catalog<SharingAnalyzer>(
        Prelude +
        """
        sealed class C
        {
            private readonly object _gate = new();
            private readonly object _other = new();
            private readonly SemaphoreSlim _semaphore = new(1);
            private readonly EventWaitHandle _event = new(false, EventResetMode.AutoReset);

            async Task Left()
            {
                Monitor.Enter(_gate);
                Monitor.Exit(_gate);
                await Task.Yield();
                Monitor.Enter(_gate);
                try { Console.WriteLine(); } finally { Monitor.Exit(_gate); }
                await Task.Yield();
            }

            async Task Semaphores()
            {
                await _semaphore.WaitAsync();
                try { await Task.Yield(); } finally { _semaphore.Release(); }
                _event.WaitOne();
                await Task.Yield();
                _event.Set();
            }

            Task Nested()
            {
                Monitor.Enter(_gate);
                Func<Task> later = async () => await Task.Yield();
                Monitor.Exit(_gate);
                return later();
            }
        }
        """);

    [Fact]
    public Task The_labels_show_where_it_is_held() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static async Task M()
            {
                using var {|#0:section|} = Section.Enter();
                {|#1:await Task.Yield()|};
                {|#2:await Task.Delay(1)|};
            }
        }
        """ + Guard,
        Verify.Warning("RVG1004").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage("'section' is held across an 'await' (at line 10), and belongs to the thread that took it"));
}
