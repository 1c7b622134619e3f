namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>goto</c>, labels, <c>goto case</c>, <c>break</c>, <c>continue</c>, <c>return</c>: each leaves scopes, and each is an edge like any other.</summary>
public sealed class JumpTests
{
    [Fact]
    public Task A_jump_back_over_a_move_is_reported() => Construct.Body(
        """
        var x = Make();
        again:
        Take({|RVG0382:x|});
        if (c)
            goto again;
        """);

    [Fact]
    public Task A_jump_back_to_a_new_value_is_accepted() => Construct.Body(
        """
        again:
        var x = Make();
        Take(x);
        if (c)
            goto again;
        """);

    [Fact]
    public Task A_borrow_that_a_jump_back_carries_is_reported() => Construct.Body(
        """
        var x = Make();
        Part p = null;
        again:
        {|RVG0502:x|}.Touch();
        if (p != null)
            Look(p);
        p = x.View();
        if (c)
            goto again;
        """);

    [Fact]
    public Task A_jump_out_of_nested_loops_skips_the_move_behind_them() => Construct.Body(
        """
        var x = Make();
        while (c)
        {
            while (d)
            {
                if (n > 1)
                    goto found;
            }
        }

        Take(x);
        return;

        found:
        Look(x);
        """);

    [Fact]
    public Task Moved_before_a_jump_out_of_nested_loops_is_reported_at_the_label() => Construct.Body(
        """
        var x = Make();
        while (c)
        {
            while (d)
            {
                Take(x);
                goto found;
            }
        }

        found:
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_borrow_that_a_jump_takes_out_of_its_scope_is_reported() => Construct.Body(
        """
        Part p;
        {
            var x = Make();
            p = {|RVG0597:x|}.View();
            goto done;
        }

        done:
        Look(p);
        """);

    [Fact]
    public Task Moved_in_one_case_and_used_in_the_one_that_it_jumps_to_is_reported() => Construct.Body(
        """
        var x = Make();
        switch (n)
        {
            case 1:
                Take(x);
                goto case 2;
            case 2:
                Look({|RVG0382:x|});
                break;
            default:
                Look(x);
                break;
        }
        """);

    [Fact]
    public Task A_jump_to_the_default_case_carries_a_borrow() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        switch (n)
        {
            case 1:
                {|RVG0502:x|}.Touch();
                goto default;
            case 2:
                x.Touch();
                break;
            default:
                Look(p);
                break;
        }
        """);

    [Fact]
    public Task A_jump_to_a_case_that_moves_is_accepted_where_nothing_was_moved_before() => Construct.Body(
        """
        var x = Make();
        switch (n)
        {
            case 1:
                Look(x);
                goto case 2;
            case 2:
                Take(x);
                break;
        }
        """);

    [Fact]
    public Task A_continue_leaves_what_the_rest_of_the_iteration_would_move() => Construct.Body(
        """
        var x = Make();
        while (c)
        {
            if (d)
                continue;
            Take(x);
            return;
        }

        Look(x);
        """);

    [Fact]
    public Task A_break_behind_the_move_is_reported_behind_the_loop() => Construct.Body(
        """
        var x = Make();
        while (c)
        {
            Take(x);
            break;
        }

        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_returned_value_is_moved_out_of_its_variable() => Construct.Members(
        """
        static Data Test(bool c)
        {
            var x = Make();
            try
            {
                return x;
            }
            finally
            {
                Look({|RVG0382:x|});
            }
        }
        """);

    [Fact]
    public Task A_return_on_one_path_leaves_the_value_on_the_other() => Construct.Members(
        """
        static Data Test(bool c)
        {
            var x = Make();
            if (c)
                return x;
            x.Touch();
            return x;
        }
        """);

    [Fact]
    public Task A_returned_borrow_of_a_local_is_reported() => Construct.Members(
        """
        [return: Borrowed]
        static Part Test([Borrowed] Data d)
        {
            var x = Make();
            return {|RVG0515:x.View()|};
        }
        """);

    [Fact]
    public Task A_borrow_returned_as_owned_is_reported() => Construct.Members(
        """
        static Part Test([Borrowed] Data d) => {|RVG0507:d.View()|};
        """);
}
