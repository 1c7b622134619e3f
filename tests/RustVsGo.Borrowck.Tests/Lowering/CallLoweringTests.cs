using RustVsGo.Borrowck.Tests.Support;

namespace RustVsGo.Borrowck.Tests.Lowering;

/// <summary>Calls, variables, fields: what is moved, borrowed, dropped, and when temporaries die.</summary>
public sealed class CallLoweringTests
{
    [Fact]
    public void Arguments_are_taken_or_reserved_in_order_before_the_call() => Check(
        Lowered.Method("static void Test([Owned] Config a, [Borrowed] Config b, [BorrowedMut] Config e) => Mix(a, b, e);"),
        """
        bb0:
          t0 = move a
          t1 = &two-phase (*b)
          t2 = &two-phase mut (*e)
          call Mix(t0, t1, t2)
          dead a
          return
        """);

    [Fact]
    public void An_owned_result_is_a_temporary_that_dies_with_its_statement() => Check(
        Lowered.Statements("var x = Make(); Look(x);"),
        """
        bb0:
          t0 = call Make()
          x = move t0
          dead t0
          t1 = &two-phase x
          call Look(t1)
          dead x
          return
        """);

    [Fact]
    public void A_result_that_nobody_names_dies_behind_the_call_that_borrows_it() => Check(
        Lowered.Statements("Look(Make());"),
        """
        bb0:
          t0 = call Make()
          t1 = &two-phase t0
          call Look(t1)
          dead t0
          return
        """);

    [Fact]
    public void A_result_that_nobody_names_is_moved_into_the_call_that_takes_it() => Check(
        Lowered.Statements("Take(Make());"),
        """
        bb0:
          t0 = call Make()
          t1 = move t0
          call Take(t1)
          dead t0
          return
        """);

    [Fact]
    public void A_variable_bound_to_an_owned_one_takes_it() => Check(
        Lowered.Method("static void Test(Config x) { var y = x; }"),
        """
        bb0:
          y = move x
          dead y
          dead x
          return
        """);

    [Fact]
    public void A_variable_bound_to_a_shared_borrow_copies_it() => Check(
        Lowered.Method("static void Test([Borrowed] Config x) { var y = x; }"),
        """
        bb0:
          y = copy x
          dead y
          return
        """);

    [Fact]
    public void A_variable_bound_to_an_exclusive_borrow_reborrows_it() => Check(
        Lowered.Method("static void Test([BorrowedMut] Config x) { var y = x; }"),
        """
        bb0:
          y = &mut (*x)
          dead y
          return
        """);

    [Fact]
    public void Receivers_are_borrowed_as_their_methods_say() => Check(
        Lowered.Method("static void Test(Config x) { x.Count(); x.Bump(); }"),
        """
        bb0:
          t0 = &two-phase x
          call Count(t0)
          t1 = &two-phase mut x
          call Bump(t1)
          dead x
          return
        """);

    [Fact]
    public void A_consuming_method_takes_its_receiver() => Check(
        Lowered.Method("static void Test(Config x) { Take(x.Into()); }"),
        """
        bb0:
          t0 = move x
          t1 = call Into(t0)
          t2 = move t1
          call Take(t2)
          dead t1
          dead x
          return
        """);

    [Fact]
    public void A_destructor_drops_its_receiver() => Check(
        Lowered.Method("static void Test(Conn x) { x.Ping(); x.Dispose(); }"),
        """
        bb0:
          t0 = &two-phase x
          call Ping(t0)
          drop x
          dead x
          return
        """);

    [Fact]
    public void A_borrowed_result_is_copied_to_its_name() => Check(
        Lowered.Method("static void Test(Config x) { var v = x.View(); Look(v); }"),
        """
        bb0:
          t0 = &two-phase x
          t1 = call View(t0)
          v = copy t1
          t2 = &two-phase (*v)
          call Look(t2)
          dead v
          dead x
          return
        """);

    [Fact]
    public void Fields_are_places() => Check(
        Lowered.Method("static void Test(Config x, Part p) { Take(x.Left); x.Left = p; Look(x.Right); }"),
        """
        bb0:
          t0 = move x.Left
          call Take(t0)
          t1 = move p
          x.Left = move t1
          t2 = &two-phase x.Right
          call Look(t2)
          dead p
          dead x
          return
        """);

    [Fact]
    public void A_plain_field_is_read_and_written_without_a_temporary() => Check(
        Lowered.Method("static void Test(Config x, int n) { n = x.Port; x.Port = n; }"),
        """
        bb0:
          use copy x.Port
          x.Port = none
          dead x
          return
        """);

    [Fact]
    public void Own_Borrow_borrows() => Check(
        Lowered.Method("static void Test(Config x) { var r = Own.Borrow(x); Look(r); }"),
        """
        bb0:
          t0 = &two-phase x
          t1 = call Borrow(t0)
          r = copy t1
          t2 = &two-phase (*r)
          call Look(t2)
          dead r
          dead x
          return
        """);

    [Fact]
    public void A_reference_borrows_the_variable() => Check(
        Lowered.Method("static void Test(Config x) { ref var r = ref x; Look(r); }"),
        """
        bb0:
          r = &mut x
          t0 = &two-phase (*r)
          call Look(t0)
          dead r
          dead x
          return
        """);

    [Fact]
    public void A_returned_value_is_moved_to_the_result() => Check(
        Lowered.Method("static Config Test(Config x) => x;"),
        """
        bb0:
          t0 = move x
          dead x
          return
        """);

    [Fact]
    public void A_returned_borrow_borrows_its_place() => Check(
        Lowered.Method("[return: Borrowed] static Part Test([Borrowed] Config x) => x.Left;"),
        """
        bb0:
          t0 = &(*x).Left
          return
        """);

    [Fact]
    public void An_out_argument_is_assigned_by_the_call() => Check(
        Lowered.Method("static void Fill(out Config x) => x = Make(); static void Test() { Fill(out var y); Look(y); }"),
        """
        bb0:
          y = owned
          t0 = &two-phase y
          call Look(t0)
          dead y
          return
        """);

    private static void Check(Ir.Body body, string expected) => Assert.Equal(expected, Lowered.Print(body), ignoreLineEndingDifferences: true);
}
