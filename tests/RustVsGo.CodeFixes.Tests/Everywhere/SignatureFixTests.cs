namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The fixes that change what a function says or returns: RVG0515, 0521, 0597, 0621, and the family of a borrowed parameter.</summary>
public sealed class SignatureFixTests
{
    [Fact]
    public Task A_task_that_still_reads_is_awaited() => Places.IsMended<ReturnsBorrowOfLocalCodeFixProvider>(
        """
        static class Files
        {
            static async Task<int> SizeAsync([Borrowed] Handle handle)
            {
                await Task.Yield();
                return handle.Length;
            }

            public static Task<int> Open(bool isEmpty)
            {
                using var h = new Handle();
                if (isEmpty)
                    return Task.FromResult(0);
                return {|RVG0515:SizeAsync(h)|}; // all of it
            }
        }
        """,
        """
        static class Files
        {
            static async Task<int> SizeAsync([Borrowed] Handle handle)
            {
                await Task.Yield();
                return handle.Length;
            }

            public static async Task<int> Open(bool isEmpty)
            {
                using var h = new Handle();
                if (isEmpty)
                    return await Task.FromResult(0);
                return await SizeAsync(h); // all of it
            }
        }
        """,
        ReturnsBorrowOfLocalCodeFixProvider.AwaitKey);

    [Fact]
    public Task A_task_without_a_result_is_awaited() => Places.IsMended<ReturnsBorrowOfLocalCodeFixProvider>(
        """
        static class Files
        {
            static async Task FlushAsync([Borrowed] Handle handle)
            {
                await Task.Yield();
                Sink.Use(handle.Length);
            }

            public static Task Open(bool isTwice)
            {
                using var h = new Handle();
                if (isTwice)
                {
                    return {|RVG0515:FlushAsync(h)|};
                }

                Func<int, Task> again = n =>
                {
                    using var other = new Handle();
                    return {|RVG0515:FlushAsync(other)|};
                };
                Sink.Use(again);
                return {|RVG0515:FlushAsync(h)|};
            }
        }
        """,
        """
        static class Files
        {
            static async Task FlushAsync([Borrowed] Handle handle)
            {
                await Task.Yield();
                Sink.Use(handle.Length);
            }

            public static async Task Open(bool isTwice)
            {
                using var h = new Handle();
                if (isTwice)
                {
                    await FlushAsync(h); return;
                }

                Func<int, Task> again = async n =>
                {
                    using var other = new Handle();
                    await FlushAsync(other);
                };
                Sink.Use(again);
                await FlushAsync(h);
            }
        }
        """,
        ReturnsBorrowOfLocalCodeFixProvider.AwaitKey);

    [Fact]
    public Task A_method_with_a_ref_parameter_cannot_await() => Places.IsLeft<ReturnsBorrowOfLocalCodeFixProvider>(
        """
        static class Files
        {
            static async Task FlushAsync([Borrowed] Handle handle)
            {
                await Task.Yield();
                Sink.Use(handle.Length);
            }

            public static Task Open(ref int count)
            {
                using var h = new Handle();
                count++;
                return {|RVG0515:FlushAsync(h)|};
            }
        }
        """,
        ReturnsBorrowOfLocalCodeFixProvider.AwaitKey);

    [Fact]
    public Task The_caller_gets_a_value_of_its_own() => Places.IsMended<ReturnsBorrowOfLocalCodeFixProvider>(
        """
        static class Pages
        {
            [return: Borrowed]
            static Leaf First([Borrowed] Page other)
            {
                var p = new Page();
                if (Environment.HasShutdownStarted)
                    return other.View();
                return {|RVG0515:p.View()|};
            }
        }
        """,
        """
        static class Pages
        {
            static Leaf First([Borrowed] Page other)
            {
                var p = new Page();
                if (Environment.HasShutdownStarted)
                    return other.View().Clone();
                return p.View().Clone();
            }
        }
        """,
        ReturnsBorrowOfLocalCodeFixProvider.CloneKey);

    [Fact]
    public Task The_caller_stays_the_owner() => Places.IsMended<ReturnsBorrowOfLocalCodeFixProvider>(
        """
        static class Pages
        {
            [return: {|RVG0106:Borrowed|}]
            static Leaf First([Owned] Page page)
            {
                return {|RVG0515:page.View()|};
            }
        }
        """,
        """
        static class Pages
        {
            [return: Borrowed]
            static Leaf First([Borrowed] Page page)
            {
                return page.View();
            }
        }
        """,
        ReturnsBorrowOfLocalCodeFixProvider.BorrowKey);

    [Fact]
    public Task A_method_owns_what_it_keeps() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        static class History
        {
            private static List<string>? s_last;

            public static void Remember([Borrowed] List<string> lines) => s_last = {|RVG0521:lines|};

            public static int Count => s_last?.Count ?? 0;
        }
        """,
        """
        static class History
        {
            private static List<string>? s_last;

            public static void Remember([Owned] List<string> lines) => s_last = lines;

            public static int Count => s_last?.Count ?? 0;
        }
        """,
        BorrowEscapesCodeFixProvider.OwnKey);

    [Fact]
    public Task A_second_source_is_named() => Places.IsMended<ReturnsOtherSourceCodeFixProvider>(
        """
        static class Pages
        {
            [return: Borrowed(nameof(first))]
            static Page Longer([Borrowed] Page first, [Borrowed] Page second)
            {
                if (Environment.HasShutdownStarted)
                    return first;
                return {|RVG0621:second|};
            }
        }
        """,
        """
        static class Pages
        {
            [return: Borrowed(nameof(first), nameof(second))]
            static Page Longer([Borrowed] Page first, [Borrowed] Page second)
            {
                if (Environment.HasShutdownStarted)
                    return first;
                return second;
            }
        }
        """,
        ReturnsOtherSourceCodeFixProvider.SourceKey);

    [Fact]
    public Task A_parameter_becomes_a_borrow_in_its_whole_family() => Verify.FixFiles<UseAfterMoveCodeFixProvider>(
        [
            ("Test0.cs",
            """
            using RustVsGo;

            static class C
            {
                static int M(IStore store)
                {
                    var page = new Page();
                    store.Put(page);
                    return {|RVG0382:page.Size|};
                }
            }
            """),
            ("Store.cs",
            """
            using RustVsGo;

            public interface IStore { void Put([Owned] Page page); }
            public abstract class Store : IStore { public abstract void Put([Owned] Page page); }
            public class Counter : Store { int _n; public override void Put(Page page) => _n += page.Size; }
            public class Printer : IStore { void IStore.Put([Owned] Page sheet) => System.Console.Write(sheet.Size); }
            [Owned] public class Page { public int Size; }
            """),
        ],
        [
            ("Test0.cs",
            """
            using RustVsGo;

            static class C
            {
                static int M(IStore store)
                {
                    var page = new Page();
                    store.Put(page);
                    return page.Size;
                }
            }
            """),
            ("Store.cs",
            """
            using RustVsGo;

            public interface IStore { void Put([Borrowed] Page page); }
            public abstract class Store : IStore { public abstract void Put([Borrowed] Page page); }
            public class Counter : Store { int _n; public override void Put(Page page) => _n += page.Size; }
            public class Printer : IStore { void IStore.Put([Borrowed] Page sheet) => System.Console.Write(sheet.Size); }
            [Owned] public class Page { public int Size; }
            """),
        ],
        UseAfterMoveCodeFixProvider.BorrowKey);

    [Fact]
    public Task A_family_in_which_one_keeps_its_argument_stays()
    {
        (string, string)[] unchanged =
        [
            ("Test0.cs",
            """
            using RustVsGo;

            static class C
            {
                static int M(IStore store)
                {
                    var page = new Page();
                    store.Put(page);
                    return {|RVG0382:page.Size|};
                }
            }
            """),
            ("Store.cs",
            """
            using RustVsGo;

            public interface IStore { void Put([Owned] Page page); }
            public class Counter : IStore { int _n; public void Put(Page page) => _n += page.Size; }
            public class Keeper : IStore { Page? _kept; public void Put(Page page) => _kept = page; }
            [Owned] public class Page { public int Size; }
            """),
        ];
        return Verify.FixFiles<UseAfterMoveCodeFixProvider>(unchanged, unchanged, UseAfterMoveCodeFixProvider.BorrowKey);
    }

    [Fact]
    public Task A_copy_brings_its_directive() => Verify.Fix<SharedAndExclusiveCodeFixProvider>(
        """
        using System.Collections.Generic;
        using RustVsGo;

        static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers)
                {
                    {|RVG0502:numbers|}.Remove(number);
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;
        using RustVsGo;

        static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers.ToList())
                {
                    numbers.Remove(number);
                }
            }
        }
        """,
        SharedAndExclusiveCodeFixProvider.SnapshotKey);

    [Fact]
    public Task A_copy_brings_its_directive_among_those_that_share_a_line() => Verify.Fix<SharedAndExclusiveCodeFixProvider>(
        """
        using System; using System.Collections.Generic; static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers)
                    {|RVG0502:numbers|}.Add(number);
            }
        }
        """,
        """
        using System; using System.Collections.Generic; using System.Linq; static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers.ToList())
                    numbers.Add(number);
            }
        }
        """,
        SharedAndExclusiveCodeFixProvider.SnapshotKey);
}
