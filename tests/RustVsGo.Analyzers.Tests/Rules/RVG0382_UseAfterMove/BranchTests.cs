namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>A move counts where any path from it leads.</summary>
public sealed class BranchTests
{
    [Fact]
    public Task Moved_in_one_branch_is_reported() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_both_branches_is_reported_once() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x); else Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_one_branch_and_used_in_the_other_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x); else Look(x);
        """);

    [Fact]
    public Task Moved_in_each_branch_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x); else Take(x);
        """);

    [Fact]
    public Task Moved_in_a_branch_that_returns_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) { Take(x); return; }
        Look(x);
        """);

    [Fact]
    public Task Moved_in_a_branch_that_throws_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) { Take(x); throw new InvalidOperationException(); }
        Look(x);
        """);

    [Fact]
    public Task Moved_and_given_a_new_value_in_one_branch_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) { Take(x); x = Make(); }
        Look(x);
        """);

    [Fact]
    public Task Given_a_new_value_in_one_branch_only_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        if (c) x = Make();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Given_a_new_value_in_both_branches_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x);
        if (c) x = Make(); else x = Make();
        Look(x);
        """);

    [Fact]
    public Task Moved_under_a_condition_and_used_under_its_opposite_is_reported() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x);
        if (!c) Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_the_innermost_of_nested_branches_is_reported() => Moves.Body(
        """
        var x = Make();
        if (c) { if (d) { if (n > 0) Take(x); } else Look(x); }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Used_in_code_that_cannot_be_reached_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x);
        return;
        Look(x);
        """);

    [Fact]
    public Task Moved_by_a_condition_is_reported_in_its_branch() => Moves.Body(
        """
        var x = Make();
        if (Takes(x)) Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_on_the_right_of_a_conjunction_is_reported_behind_it() => Moves.Body(
        """
        var x = Make();
        if (c && Takes(x)) { } else Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_on_the_right_of_a_disjunction_is_reported_in_its_branch() => Moves.Body(
        """
        var x = Make();
        if (c || Takes(x)) Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Where_a_conjunction_stopped_before_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) { if (Takes(x)) return; }
        else Look(x);
        """);

    [Fact]
    public Task Moved_by_two_conditions_of_a_chain_is_reported() => Moves.Body(
        """
        var x = Make();
        if (Takes(x) && c) { }
        else if (Takes({|RVG0382:x|})) { }
        """);

    [Fact]
    public Task Moved_in_a_case_and_used_behind_the_switch_is_reported() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 0: Take(x); break;
            case 1: Look(x); break;
        }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_in_every_case_is_accepted() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 0: Take(x); break;
            case 1: Take(x); break;
            default: Look(x); break;
        }
        """);

    [Fact]
    public Task Moved_in_cases_that_return_is_accepted() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 0: Take(x); return;
            case 1: Take(x); throw new InvalidOperationException();
        }
        Look(x);
        """);

    [Fact]
    public Task Moved_before_a_jump_to_another_case_is_reported_there() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 0: Take(x); goto case 1;
            case 1: Look({|RVG0382:x|}); break;
        }
        """);

    [Fact]
    public Task Moved_by_a_guard_is_reported_in_a_later_case() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 1 when Takes(x): break;
            default: Look({|RVG0382:x|}); break;
        }
        """);

    [Fact]
    public Task Moved_by_two_guards_is_reported() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case > 1 when Takes(x): break;
            case > 0 when Takes({|RVG0382:x|}): break;
        }
        """);

    [Fact]
    public Task Looked_at_by_a_guard_is_accepted() => Moves.Body(
        """
        var x = Make();
        switch (n)
        {
            case 1 when Looks(x): Take(x); break;
            default: Look(x); break;
        }
        """);

    [Fact]
    public Task Moved_before_a_jump_forward_is_reported_at_the_label() => Moves.Body(
        """
        var x = Make();
        if (c) { Take(x); goto end; }
        Look(x);
        end: Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_jump_over_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (c) goto end;
        Take(x);
        return;
        end: Look(x);
        """);
}
