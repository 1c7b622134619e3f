namespace RustVsGo.CodeFixes.Tests.Sharing;

/// <summary>The fixes of RVG1003 and RVG1004: locks that are held too long.</summary>
public sealed class GuardFixTests
{
    private const string Head =
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using RustVsGo;


        """;

    private const string Section =
        """


        [NotSend]
        public sealed class Section : IDisposable
        {
            public int N;
            public static Section Enter() => new Section();
            public void Dispose() { }
        }
        """;

    [Fact]
    public Task A_lock_is_given_back_behind_its_last_use() => Verify.Fix<LongGuardCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                Console.WriteLine("before");
                using var {|RVG1003:guard|} = counter.Lock(); // alone from here
                guard.Value++;

                // twice
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
        }
        """,
        Head +
        """
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                Console.WriteLine("before");
                using (var guard = counter.Lock()) // alone from here
                {
                    guard.Value++;

                    // twice
                    guard.Value++;
                }
                Thread.Sleep(100);
            }

            static int Copied(Mutex<int> counter)
            {
                int n;
                using (var guard = counter.Lock())
                {
                    n = guard.Value;
                }
                Console.WriteLine(n);
                return n;
            }
        }
        """,
        LongGuardCodeFixProvider.NarrowKey,
        iterations: 2);

    [Fact]
    public Task The_lines_of_a_string_are_its_value_and_stay() => Verify.Fix<LongGuardCodeFixProvider>(
        Head +
        """"
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                using var {|RVG1003:guard|} = counter.Lock();
                Console.WriteLine(@"one
        two");
                Console.WriteLine($@"{guard.Value}
        {guard.Value}
        ");
                guard.Value += """
                    one
                      two
                    """.Length;
                Thread.Sleep(100);
            }
        }
        """",
        Head +
        """"
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                using (var guard = counter.Lock())
                {
                    Console.WriteLine(@"one
        two");
                    Console.WriteLine($@"{guard.Value}
        {guard.Value}
        ");
                    guard.Value += """
                    one
                      two
                    """.Length;
                }
                Thread.Sleep(100);
            }
        }
        """",
        LongGuardCodeFixProvider.NarrowKey);

    [Fact]
    public Task A_using_statement_ends_behind_the_last_use() => Verify.Fix<LongGuardCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                // alone from here
                using (var {|RVG1003:guard|} = counter.Lock())
                {
                    guard.Value++;

                    // and not here
                    if (Environment.HasShutdownStarted)
                    {
                        return;
                    }

                    Thread.Sleep(100);
                }
            }

            static int Copied(Mutex<int> mutex)
            {
                using (var {|RVG1003:guard|} = mutex.Lock())
                {
                    var n = guard.Value;
                    var twice = 2 * n;
                    Console.WriteLine(twice);
                    return n;
                }
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void Increment(Mutex<int> counter)
            {
                // alone from here
                using (var guard = counter.Lock())
                {
                    guard.Value++;
                }

                // and not here
                if (Environment.HasShutdownStarted)
                {
                    return;
                }

                Thread.Sleep(100);
            }

            static int Copied(Mutex<int> mutex)
            {
                int n;
                using (var guard = mutex.Lock())
                {
                    n = guard.Value;
                }
                var twice = 2 * n;
                Console.WriteLine(twice);
                return n;
            }
        }
        """,
        LongGuardCodeFixProvider.NarrowKey,
        iterations: 2);

    [Fact]
    public Task What_would_live_longer_or_meet_another_name_keeps_the_lock() => Verify.NoFix<LongGuardCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Longer(Mutex<int> counter)
            {
                using (var {|RVG1003:guard|} = counter.Lock())
                {
                    guard.Value++;
                    using var source = new CancellationTokenSource();
                    source.Cancel();
                }
                Console.WriteLine();
            }

            static void Meets(Mutex<int> counter)
            {
                using (var {|RVG1003:guard|} = counter.Lock())
                {
                    guard.Value++;
                    var text = Console.ReadLine();
                    Console.WriteLine(text);
                }

                for (var text = 0; text < 3; text++)
                {
                }
            }

            static void Alone(Mutex<int> counter, bool counts)
            {
                if (counts)
                    using (var {|RVG1003:guard|} = counter.Lock())
                    {
                        guard.Value++;
                        Console.WriteLine();
                    }
            }
        }
        """);

    [Fact]
    public Task A_variable_that_cannot_be_declared_in_front_keeps_the_lock() => Verify.NoFix<LongGuardCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Out(Mutex<string> text)
            {
                using var {|RVG1003:guard|} = text.Lock();
                int.TryParse(guard.Value, out var n);
                Console.WriteLine(n);
            }

            static void Two(Mutex<int> counter)
            {
                using var {|RVG1003:guard|} = counter.Lock();
                int n = guard.Value, m = guard.Value;
                Console.WriteLine(n + m);
            }
        }
        """);

    [Fact]
    public Task A_lock_is_taken_behind_what_is_awaited() => Verify.Fix<GuardAcrossAwaitCodeFixProvider>(
        Head +
        """
        static class C
        {
            static async Task M()
            {
                using var {|RVG1004:section|} = Section.Enter();
                var n = await Task.FromResult(1);
                section.N += n;
            }
        }
        """ + Section,
        Head +
        """
        static class C
        {
            static async Task M()
            {
                var n = await Task.FromResult(1);
                using var section = Section.Enter();
                section.N += n;
            }
        }
        """ + Section,
        GuardAcrossAwaitCodeFixProvider.LaterKey);

    [Fact]
    public Task A_lock_that_is_used_before_or_only_held_stays() => Verify.NoFix<GuardAcrossAwaitCodeFixProvider>(
        Head +
        """
        static class C
        {
            static async Task Used()
            {
                using var {|RVG1004:section|} = Section.Enter();
                section.N++;
                await Task.Yield();
                section.N++;
            }

            static async Task Held()
            {
                using var {|RVG1004:section|} = Section.Enter();
                await Task.Yield();
                Console.WriteLine();
            }
        }
        """ + Section);
}
