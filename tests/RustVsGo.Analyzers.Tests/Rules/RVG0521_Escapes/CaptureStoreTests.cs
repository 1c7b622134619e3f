using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0521_Escapes;

/// <summary>What nested functions store in variables of the body around them, take out of them, and which of several mistakes with them is told.</summary>
public sealed class CaptureStoreTests
{
    [Fact]
    public Task A_borrow_that_is_kept_in_a_captured_variable_holds_to_the_end_of_the_nested_body() => Construct.Members(
        """
        static void Test(Data d, [Borrowed] Part p)
        {
            var r = Own.Borrow(p);
            Action f = () =>
            {
                r = {|RVG0521:d.View()|};
                Edit({|RVG0502:d|});
            };
            f();
        }
        """);

    [Fact]
    public Task A_borrow_that_a_nested_body_keeps_in_a_variable_of_its_own_is_over_with_its_last_use() => Construct.Members(
        """
        static void Test(Data d)
        {
            Action f = () =>
            {
                var r = d.View();
                Look(r);
                Edit(d);
            };
            f();
        }
        """);

    [Fact]
    public Task A_captured_exclusive_borrow_that_is_borrowed_anew_for_itself_is_reported() => Construct.Members(
        """
        static void Test([BorrowedMut] Data d)
        {
            var m = Own.BorrowMut(d);
            Action f = () =>
            {
                var n = Own.BorrowMut(m);
                m = {|RVG0521:Own.BorrowMut(n)|};
            };
            f();
        }
        """);

    [Fact]
    public Task A_captured_shared_borrow_that_is_copied_to_itself_is_accepted() => Construct.Members(
        """
        static void Test([Borrowed] Data d)
        {
            var r = Own.Borrow(d);
            Action f = () =>
            {
                var s = Own.Borrow(r);
                r = s;
            };
            f();
        }
        """);

    [Fact]
    public Task What_gives_away_a_capture_runs_once_and_may_keep_what_it_captured_exclusively() => Construct.Members(
        """
        static void Test([BorrowedMut] Data d, [BorrowedMut] Data e, Part p)
        {
            var m = Own.BorrowMut(e);
            Action f = () =>
            {
                m = Own.BorrowMut(d);
                Take(p);
            };
        }
        """);

    [Fact]
    public Task What_may_run_again_may_not_keep_what_it_captured_exclusively() => Construct.Members(
        """
        static void Test([BorrowedMut] Data d, [BorrowedMut] Data e, Part p)
        {
            var m = Own.BorrowMut(e);
            Action f = () =>
            {
                m = {|RVG0521:Own.BorrowMut(d)|};
                Look(p);
            };
        }
        """);

    [Fact]
    public Task What_is_moved_out_of_a_capture_of_a_function_that_runs_again_is_told_once() => Construct.Members(
        """
        static void Test(Data d) => Run(() => { Take({|RVG0507:d|}); Look(d); });
        """);

    [Fact]
    public Task What_is_moved_out_of_a_capture_of_a_function_that_runs_once_is_gone_there() => Construct.Members(
        """
        static void Test(Data d) => RunOnce(() => { Take(d); Look({|RVG0382:d|}); });
        """);

    [Fact]
    public Task What_is_moved_out_of_a_captured_object_with_a_drop_is_told_where_it_is_moved() => Construct.Members(
        """
        static void Test(Res r) => RunOnce(() => Take({|RVG0509:r.P|}));
        """);

    [Fact]
    public Task What_is_moved_out_of_a_captured_object_without_a_drop_is_accepted() => Construct.Members(
        """
        static void Test(Data d) => RunOnce(() => Take(d.A));
        """);

    [Fact]
    public Task A_borrowed_parameter_that_several_delegates_take_out_is_told_at_the_first() => Construct.Members(
        """
        static void Keep([Owned] Action action) { }
        static Action Test([Borrowed] Data d, bool c)
        {
            Keep({|RVG0521:() => Look(d)|});
            if (c) return () => Look(d);
            return () => Look(d);
        }
        """);

    [Fact]
    public Task A_value_that_several_delegates_take_out_as_copies_is_accepted() => Construct.Members(
        """
        static void Keep([Owned] Action action) { }
        static Action Test([Borrowed] Data d, bool c)
        {
            Data e = d.Dup(), f = d.Dup();
            Keep(() => Look(e));
            if (c) return () => Look(f);
            return () => { };
        }
        """);

    [Fact]
    public Task A_borrow_that_is_returned_twice_against_the_signature_is_told_at_the_first() => Construct.Members(
        """
        [return: Borrowed(nameof(d))]
        static Data Test([Borrowed] Data d, [Borrowed] Data e, bool c)
        {
            if (c) return {|RVG0621:e|};
            return e;
        }
        """);

    [Fact]
    public Task A_borrow_that_is_returned_twice_as_the_signature_says_is_accepted() => Construct.Members(
        """
        [return: Borrowed(nameof(d), nameof(e))]
        static Data Test([Borrowed] Data d, [Borrowed] Data e, bool c)
        {
            if (c) return e;
            return e;
        }
        """);
}
