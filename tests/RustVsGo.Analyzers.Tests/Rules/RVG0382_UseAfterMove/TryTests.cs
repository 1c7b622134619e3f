namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Exceptions carry the state before each operation that can throw into the handlers and finally blocks around it.</summary>
public sealed class TryTests
{
    [Fact]
    public Task Moved_in_a_try_and_used_behind_it_is_reported() => Moves.Body(
        """
        var x = Make();
        try { Take(x); } catch { }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_before_a_call_that_may_throw_is_reported_in_the_handler() => Moves.Body(
        """
        var x = Make();
        try { Take(x); Risky(); }
        catch { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task A_consuming_call_that_throws_has_not_consumed() => Moves.Body(
        """
        var x = Make();
        try { Risky(); Take(x); }
        catch { Look(x); }
        """);

    [Fact]
    public Task Between_the_move_and_the_new_value_an_exception_is_reported() => Moves.Body(
        """
        var x = Make();
        try { Take(x); x = Make(); }
        catch { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task What_cannot_throw_between_the_move_and_the_new_value_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Take(x); n = n + 1; x = null; Risky(); }
        catch { if (x is not null) Look(x); }
        """);

    [Fact]
    public Task Moved_in_a_try_whose_handler_leaves_is_reported_behind_it_all_the_same() => Moves.Body(
        """
        var x = Make();
        try { Take(x); } catch { return; }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_a_handler_that_leaves_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Risky(); } catch { Take(x); throw; }
        Look(x);
        """);

    [Fact]
    public Task Moved_in_a_handler_and_used_behind_it_is_reported() => Moves.Body(
        """
        var x = Make();
        try { Risky(); } catch { Take(x); }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_one_handler_and_used_in_another_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Risky(); }
        catch (InvalidOperationException) { Take(x); }
        catch (Exception) { Look(x); }
        """);

    [Fact]
    public Task Moved_by_a_filter_is_reported_in_the_next_handler() => Moves.Body(
        """
        var x = Make();
        try { Risky(); }
        catch (InvalidOperationException) when (Takes(x)) { }
        catch (Exception) { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task Looked_at_by_a_filter_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Risky(); }
        catch (InvalidOperationException) when (Looks(x)) { Take(x); }
        catch (Exception) { Look(x); }
        """);

    [Fact]
    public Task Moved_in_a_try_is_reported_in_its_finally() => Moves.Body(
        """
        var x = Make();
        try { Take(x); }
        finally { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task Moved_in_a_finally_and_used_behind_it_is_reported() => Moves.Body(
        """
        var x = Make();
        try { Look(x); }
        finally { Take(x); }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_a_finally_alone_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Look(x); if (c) return; Risky(); }
        finally { Take(x); }
        """);

    [Fact]
    public Task A_use_in_a_finally_that_many_ways_lead_through_is_reported_once() => Moves.Body(
        """
        while (c)
        {
            var x = Make();
            try
            {
                Take(x);
                if (d) break;
                if (n == 1) continue;
                if (n == 2) return;
                if (n == 3) throw new InvalidOperationException();
            }
            finally { Look({|RVG0382:x|}); }
        }
        """);

    [Fact]
    public Task A_finally_that_assigns_again_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Take(x); }
        finally { x = Make(); }
        Look(x);
        """);

    [Fact]
    public Task Moved_on_the_way_that_returns_does_not_reach_behind_the_finally() => Moves.Body(
        """
        var x = Make();
        try
        {
            if (c) { Take(x); return; }
        }
        finally { Risky(); }
        Look(x);
        """);

    [Fact]
    public Task Moved_in_an_inner_try_is_reported_in_the_outer_handler() => Moves.Body(
        """
        var x = Make();
        try
        {
            try { Take(x); Risky(); }
            finally { Risky(); }
        }
        catch { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task Moved_in_the_outer_try_is_reported_in_the_inner_finally() => Moves.Body(
        """
        var x = Make();
        try
        {
            Take(x);
            try { Risky(); }
            finally { Look({|RVG0382:x|}); }
        }
        catch { }
        """);

    [Fact]
    public Task Moved_and_thrown_is_reported_in_the_handler() => Moves.Body(
        """
        var x = Make();
        try { Take(x); throw new InvalidOperationException(); }
        catch (InvalidOperationException) { Look({|RVG0382:x|}); }
        """);

    [Fact]
    public Task Moved_in_a_try_in_a_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            try { Take({|RVG0382:x|}); Risky(); break; }
            catch (InvalidOperationException) { continue; }
            finally { Risky(); }
        }
        """);

    [Fact]
    public Task A_retry_that_breaks_after_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            try { Risky(); Take(x); break; }
            catch (InvalidOperationException) { }
        }
        """);

    [Fact]
    public Task Used_in_a_try_before_it_is_moved_there_is_accepted() => Moves.Body(
        """
        var x = Make();
        try { Look(x); Take(x); } catch (InvalidOperationException) { }
        """);

    [Fact]
    public Task Moved_before_an_array_access_is_reported_in_the_handler() => Moves.Body(
        """
        var x = Make();
        var numbers = new int[n];
        try { Take(x); n = numbers[n]; }
        catch { Look({|RVG0382:x|}); }
        """);
}
