using RustVsGo.Borrowck.Tests.Support;

namespace RustVsGo.Borrowck.Tests.Lowering;

/// <summary>Conditions, loops, switches. Of a condition the false side comes first, as in rustc.</summary>
public sealed class BranchLoweringTests
{
    [Fact]
    public void A_branch_joins_again() => Check(
        Lowered.Method("static void Test(Config x, bool c) { if (c) Take(x); else Look(x); }"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          t0 = &two-phase x
          call Look(t0)
          goto bb3
        bb2:
          t1 = move x
          call Take(t1)
          goto bb3
        bb3:
          dead x
          return
        """);

    [Fact]
    public void A_conditional_argument_is_moved_on_the_side_that_is_chosen() => Check(
        Lowered.Method("static void Test(Config x, Config y, bool c) => Take(c ? x : y);"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          t0 = move y
          goto bb3
        bb2:
          t0 = move x
          goto bb3
        bb3:
          t1 = move t0
          call Take(t1)
          dead y
          dead x
          return
        """);

    [Fact]
    public void A_conditional_argument_is_borrowed_on_the_side_that_is_chosen() => Check(
        Lowered.Method("static void Test(Config x, Config y, bool c) => Look(c ? x : y);"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          t0 = &y
          goto bb3
        bb2:
          t0 = &x
          goto bb3
        bb3:
          t1 = &two-phase (*t0)
          call Look(t1)
          dead y
          dead x
          return
        """);

    [Fact]
    public void A_loop_leads_back_to_its_condition() => Check(
        Lowered.Method("static void Test(Config x, bool c) { while (c) Look(x); }"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          dead x
          return
        bb2:
          t0 = &two-phase x
          call Look(t0)
          goto bb0
        """);

    [Fact]
    public void A_loop_without_condition_has_no_way_out() => Check(
        Lowered.Method("static void Test(Config x) { while (true) Look(x); }"),
        """
        bb0:
          t0 = &two-phase x
          call Look(t0)
          goto bb0
        """);

    [Fact]
    public void A_break_is_the_only_way_out_of_a_loop_without_condition() => Check(
        Lowered.Method("static void Test(Config x, bool c) { while (true) { if (c) break; Look(x); } Take(x); }"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          t0 = &two-phase x
          call Look(t0)
          goto bb0
        bb2:
          t1 = move x
          call Take(t1)
          dead x
          return
        """);

    [Fact]
    public void A_variable_of_the_loop_dies_in_each_iteration() => Check(
        Lowered.Statements("while (c) { var x = Make(); if (d) continue; Look(x); }"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          return
        bb2:
          t0 = call Make()
          x = move t0
          dead t0
          goto bb3, bb4
        bb3:
          t1 = &two-phase x
          call Look(t1)
          goto bb4
        bb4:
          dead x
          goto bb0
        """);

    [Fact]
    public void A_switch_tries_one_case_after_the_other() => Check(
        Lowered.Method("static void Test(Config x, int n) { switch (n) { case 1: Take(x); break; case 2: Look(x); break; } }"),
        """
        bb0:
          goto bb1, bb2
        bb1:
          t0 = move x
          call Take(t0)
          goto bb3
        bb2:
          goto bb4, bb3
        bb3:
          dead x
          return
        bb4:
          t1 = &two-phase x
          call Look(t1)
          goto bb3
        """);

    [Fact]
    public void A_null_test_looks_at_no_content() => Check(
        Lowered.Method("static void Test(Config x) { if (x is null) return; Look(x); }"),
        """
        bb0:
          use nulltest x
          goto bb1, bb2
        bb1:
          t0 = &two-phase x
          call Look(t0)
          goto bb2
        bb2:
          dead x
          return
        """);

    [Fact]
    public void A_foreach_borrows_its_collection_and_uses_the_enumerator()
    {
        // Elements of a collection are borrowed from it; the enumerator's own Dispose is no use of the loan.
        var ways = Lowered.Ways(
            Lowered.Method("static void Test(Config[] all) { foreach (var x in all) Look(x); }"),
            static statement => statement is Ir.Assign { Value: Ir.Borrow } or Ir.Drop or Ir.Call { Callee.Name: "Look" });

        Assert.Contains(ways, static way => way.Contains("all", StringComparison.Ordinal));
        Assert.DoesNotContain(ways, static way => way.Contains("drop", StringComparison.Ordinal));
    }

    private static void Check(Ir.Body body, string expected) => Assert.Equal(expected, Lowered.Print(body), ignoreLineEndingDifferences: true);
}
