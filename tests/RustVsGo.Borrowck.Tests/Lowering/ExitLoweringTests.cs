using System.Text.RegularExpressions;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Tests.Support;

namespace RustVsGo.Borrowck.Tests.Lowering;

/// <summary>Ways out of scopes: what is dropped, which finally blocks run and which handlers are reached on each.</summary>
public sealed partial class ExitLoweringTests
{
    // A struct is never null, so that each way on which it was entered drops it.
    [Fact]
    public void A_using_drops_where_it_ends() => Assert.Equal(
        ["drop x; return"],
        Ways("using var x = Enter();", Lowered.IsDrop));

    [Fact]
    public void A_using_drops_once_on_every_way_out() => Assert.Equal(
        ["drop x; return", "drop x; throw"],
        Ways("using var x = Enter(); if (c) return; if (d) throw new InvalidOperationException(); x.Ping();", Lowered.IsDrop));

    [Fact]
    public void A_using_whose_body_throws_drops() => Assert.Equal(
        ["drop x; throw"],
        Ways("using (var x = Enter()) { throw new InvalidOperationException(); }", Lowered.IsDrop));

    [Fact]
    public void A_using_that_a_jump_leaves_drops() => Assert.Equal(
        ["drop x; return", "drop x; throw"],
        Ways("using (var x = Enter()) { if (c) goto end; x.Ping(); } end: return;", Lowered.IsDrop));

    [Fact]
    public void A_using_in_a_loop_drops_before_the_next_iteration() => Assert.Equal(
        ["call Enter; drop x; return", "return"],
        Ways("while (c) { using var x = Enter(); if (d) continue; break; }", static statement => statement is Drop or Call { Callee.Name: "Enter" }));

    [Fact]
    public void Usings_drop_in_the_opposite_order()
    {
        var ways = Ways("using var x = Enter(); using var y = Enter(); x.Ping(); y.Ping();", Lowered.IsDrop);

        // What was not entered is not dropped: the second call of Enter may throw.
        Assert.Equal(["drop x; throw", "drop y; drop x; return", "drop y; drop x; throw"], ways);
    }

    [Fact]
    public void A_using_of_what_may_be_null_drops_unless_it_is()
    {
        Assert.Equal(["drop x; return", "return"], Ways("using var x = Open();", Lowered.IsDrop));
        Assert.Equal(["drop x; return", "return"], Ways("Conn x = Open(); using (x) { }", Lowered.IsDrop));
    }

    [Fact]
    public void A_finally_runs_on_every_way_out() => Assert.Equal(
        ["call Look; return", "call Look; throw"],
        Ways("var x = Make(); try { Risky(); if (c) return; } finally { Look(x); }", IsCallOf("Look")));

    [Fact]
    public void A_finally_does_not_join_ways_that_do_not_meet() => Assert.Equal(
        ["call Edit; call Look; return", "call Look; call Take; return"],
        Ways("var x = Make(); try { if (c) { Edit(x); return; } } finally { Look(x); } Take(x);", IsCallOf("Edit", "Look", "Take"))
            .Where(static way => way.EndsWith("return", StringComparison.Ordinal)));

    [Fact]
    public void A_handler_is_reached_from_what_may_throw_before_it_and_after_it()
    {
        var ways = Ways("var x = Make(); try { Risky(); Edit(x); Risky(); } catch (InvalidOperationException) { Look(x); return; } Take(x);", IsCallOf("Edit", "Look", "Take"));

        // Nothing thrown; thrown by the first call; thrown by the last one, or by Edit. What no handler catches leaves the body without a trace.
        Assert.Equal(["call Edit; call Look; return", "call Edit; call Take; return", "call Look; return"], ways.Where(static way => way.EndsWith("return", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_cannot_throw_leads_to_no_handler()
    {
        var ways = Ways("var x = Make(); Config y = null; try { y = x; n = n + 1; } catch { Look(y); }", IsCallOf("Look"));

        Assert.Equal(["return"], ways);
    }

    [Fact]
    public void Handlers_are_tried_one_after_the_other()
    {
        var ways = Ways(
            "var x = Make(); try { Risky(); } catch (InvalidOperationException) { Look(x); return; } catch (Exception) { Edit(x); return; } Take(x);",
            IsCallOf("Look", "Edit", "Take"));

        Assert.Equal(["call Edit; return", "call Look; return", "call Take; return"], ways.Where(static way => way.EndsWith("return", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_filter_that_says_no_leads_to_the_next_handler()
    {
        var ways = Ways(
            "var x = Make(); try { Risky(); } catch (InvalidOperationException) when (x.Count() > 1) { Look(x); return; } catch (Exception) { Edit(x); return; }",
            IsCallOf("Count", "Look", "Edit"));

        Assert.Contains("call Count; call Edit; return", ways);
        Assert.Contains("call Count; call Look; return", ways);
        Assert.Contains("call Edit; return", ways);
    }

    [Fact]
    public void A_rethrow_runs_the_finally_blocks_around_it()
    {
        var ways = Ways("var x = Make(); try { try { Risky(); } catch { Edit(x); throw; } } finally { Look(x); }", IsCallOf("Edit", "Look"));

        Assert.Contains("call Edit; call Look; throw", ways);
        Assert.Contains("call Look; return", ways);
        Assert.DoesNotContain(ways, static way => !way.Contains("Look", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exception_in_a_finally_goes_to_the_handlers_further_out()
    {
        var ways = Ways("var x = Make(); try { try { Risky(); } finally { Edit(x); } } catch { Look(x); }", IsCallOf("Edit", "Look"));

        // Thrown before the finally block, which ran, or by it: the way leaves behind the call that throws. Nothing thrown.
        Assert.Equal(["call Edit; call Look; return", "call Edit; return"], ways);
    }

    [Fact]
    public void A_call_that_throws_gives_back_what_it_was_given()
    {
        var body = Lowered.Statements("var x = Make(); try { Take(x); } catch { Look(x); }");
        var restores = body.Blocks.SelectMany<Block, Statement>(static block => block.Statements).OfType<Restore>().Select(restore => BodyPrinter.Print(body, restore));

        Assert.Equal(["restore x"], restores.Distinct());
    }

    // The ways through the body, with calls written by their names alone.
    private static IEnumerable<string> Ways(string statements, Func<Statement, bool> isAskedFor) =>
        Lowered.Ways(Lowered.Statements(statements), isAskedFor)
            .Select(static way => Call().Replace(way, "call $1"))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static Func<Statement, bool> IsCallOf(params string[] names) => statement => statement is Call { Callee.Name: var name } && names.Contains(name);

    [GeneratedRegex(@"(?:_\d+ = )?call (\w+)\([^)]*\)")]
    private static partial Regex Call();
}
