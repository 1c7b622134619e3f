using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0502_SharedAndExclusive;

/// <summary>What a delegate gives borrows what its body returns of its captures, and what those hold: as a closure's result does in Rust.</summary>
public sealed class DelegateResultTests
{
    [Fact]
    public Task A_borrow_taken_through_a_captured_borrow_is_one_of_what_that_borrows() => Construct.Members(
        """
        static void Test(Data d)
        {
            var r = Own.Borrow(d);
            Func<Data> f = () => Own.Borrow(r);
            var s = f();
            Edit({|RVG0502:d|});
            Look(s);
        }
        """);

    [Fact]
    public Task A_captured_borrow_that_is_returned_is_one_of_what_it_borrows() => Construct.Members(
        """
        static void Test(Data d)
        {
            var r = Own.Borrow(d);
            Func<Data> f = () => r;
            var s = f();
            Edit({|RVG0502:d|});
            Look(s);
        }
        """);

    [Fact]
    public Task A_captured_borrow_that_is_only_used_is_not_in_the_result() => Construct.Members(
        """
        static void Test(Data d, Data e)
        {
            var r = Own.Borrow(d);
            var q = Own.Borrow(e);
            Func<Data> f = () => { Look(r); return Own.Borrow(q); };
            var s = f();
            Edit(d);
            Look(s);
        }
        """);

    [Fact]
    public Task A_new_object_has_nothing_of_the_captures() => Construct.Members(
        """
        static void Test(Data d)
        {
            var r = Own.Borrow(d);
            Func<Data> f = () => { Look(r); return new Data(); };
            var s = f();
            Edit(d);
            Look(s);
        }
        """);

    [Fact]
    public Task What_is_borrowed_of_a_lent_result_outlives_the_variable_of_the_result() => Construct.Members(
        """
        static void Test([Borrowed] Data d)
        {
            var r = Own.Borrow(d.B);
            for (var i = 0; i < 3; i++)
            {
                Func<Data> f = () => Own.Borrow(d);
                var s = f();
                r = Own.Borrow(s.B);
            }
            Look(r);
        }
        """);

    [Fact]
    public Task What_is_borrowed_of_a_new_object_does_not() => Construct.Members(
        """
        static void Test([Borrowed] Data d)
        {
            var r = Own.Borrow(d.B);
            for (var i = 0; i < 3; i++)
            {
                Func<Data> f = () => new Data();
                var s = f();
                r = Own.Borrow({|RVG0597:s.B|});
            }
            Look(r);
        }
        """);

    [Fact]
    public Task What_is_borrowed_of_a_lent_result_does_not_outlive_what_is_lent() => Construct.Members(
        """
        static void Test([Borrowed] Data d)
        {
            var r = Own.Borrow(d.B);
            for (var i = 0; i < 3; i++)
            {
                var e = new Data();
                Func<Data> f = {|RVG0597:() => Own.Borrow(e)|};
                var s = f();
                r = Own.Borrow(s.B);
            }
            Look(r);
        }
        """);
}
