namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1003: a guard lives longer than its last use.</summary>
public sealed class LongGuardTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using RustVsGo;

        """;

    [Fact]
    public Task Work_behind_the_last_use_is_reported_at_the_guard() => Check(
        """
        static class C
        {
            static void M(Mutex<int> counter, RwLock<string> name)
            {
                using var {|RVG1003:guard|} = counter.Lock();
                guard.Value++;
                Thread.Sleep(100);
            }

            static int Copied(Mutex<int> counter)
            {
                using var {|RVG1003:guard|} = counter.Lock();
                var n = guard.Value;
                Console.WriteLine(n);
                return n;
            }

            static void Block(Mutex<int> counter)
            {
                using (var {|RVG1003:guard|} = counter.Lock())
                {
                    guard.Value++;
                    Console.WriteLine("done");
                }
            }

            static void Read(RwLock<string> name)
            {
                using var {|RVG1003:guard|} = name.Read();
                var text = guard.Value;
                foreach (var c in text) Console.Write(c);
            }
        }
        """);

    [Fact]
    public Task A_guard_that_is_used_to_its_end_is_accepted() => Check(
        """
        static class C
        {
            static void M(Mutex<int> counter)
            {
                using var guard = counter.Lock();
                Thread.Sleep(1);
                guard.Value++;
            }

            static int Returned(Mutex<int> counter)
            {
                using var guard = counter.Lock();
                var n = guard.Value + 1;
                return n;
            }

            static void Narrow(Mutex<int> counter)
            {
                int n;
                using (var guard = counter.Lock())
                    n = guard.Value;
                Console.WriteLine(n);
            }

            static void Section(Mutex<int> counter)
            {
                using var guard = counter.Lock();
                Console.WriteLine("alone here");
            }
        }
        """);

    [Fact]
    public Task What_leads_back_to_the_value_is_a_use_of_it() => Check(
        """
        static class C
        {
            static void List(Mutex<List<int>> numbers)
            {
                using var guard = numbers.Lock();
                var list = guard.Value;
                list.Add(1);
                Console.WriteLine(list.Count);
            }

            static void Reference(Mutex<int> counter)
            {
                using var guard = counter.Lock();
                ref var n = ref guard.Value;
                Increment(ref n);
            }

            static void Chain(Mutex<List<List<int>>> numbers)
            {
                using var guard = numbers.Lock();
                var inner = guard.Value[0];
                foreach (var n in inner) Console.WriteLine(n);
            }

            static void Pattern(Mutex<Dictionary<string, List<int>>> numbers)
            {
                using var guard = numbers.Lock();
                if (!guard.Value.TryGetValue("a", out var list)) return;
                list.Add(1);
            }

            static void Increment(ref int n) => n++;
        }
        """);

    [Fact]
    public Task A_guard_that_ends_or_is_given_away_is_not_held() => Check(
        """
        static class C
        {
            static void Early(Mutex<int> counter)
            {
                using var guard = counter.Lock();
                guard.Value++;
                guard.Dispose();
                Thread.Sleep(100);
            }
        }
        """);

    [Fact]
    public Task Who_names_the_lock_means_it_to_be_held() => Check(
        """
        static class C
        {
            static void Named(Mutex<int> counter, Mutex<int> other)
            {
                using var guard = counter.Lock();
                guard.Value++;
                Console.WriteLine(counter.TryLock(out _));
            }

            static void Other(Mutex<int> counter, Mutex<int> other)
            {
                using var {|RVG1003:guard|} = counter.Lock();
                guard.Value++;
                Console.WriteLine(other.TryLock(out _));
            }
        }
        """);

    [Fact]
    public Task Only_an_asynchronous_guard_lives_across_awaits() => Check(
        """
        static class C
        {
            static async Task M(AsyncMutex<int> counter)
            {
                using var {|RVG1003:guard|} = await counter.LockAsync();
                guard.Value++;
                await Task.Delay(100);
            }

            static async Task Used(AsyncMutex<int> counter)
            {
                using var guard = await counter.LockAsync();
                await Task.Delay(100);
                guard.Value++;
            }
        }
        """);

    [Fact]
    public Task The_labels_show_the_last_use_and_what_others_wait_for() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static void M(Mutex<int> counter)
            {
                using var {|#0:guard|} = counter.Lock();
                {|#1:guard.Value++;|}
                {|#2:Thread.Sleep(100)|};
            }
        }
        """,
        Verify.Warning("RVG1003").WithLocation(0).WithLocation(1).WithLocation(2).WithMessage("'guard' holds its lock longer than it is used (last used at line 11)"));

    private static Task Check(string program) => Verify.Ownership(Prelude + program);
}
