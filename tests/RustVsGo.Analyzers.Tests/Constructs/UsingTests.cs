namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>using</c> and <c>await using</c>, as declaration and as statement: an implicit drop where the compiler puts it.</summary>
public sealed class UsingTests
{
    [Fact]
    public Task A_borrow_that_outlives_its_using_declaration_is_reported() => Construct.Body(
        """
        Part p;
        {
            using var r = Open();
            p = {|RVG0597:r|}.View();
        }

        Look(p);
        """);

    [Fact]
    public Task A_borrow_used_inside_its_using_declaration_is_accepted() => Construct.Body(
        """
        using var r = Open();
        var p = r.View();
        Look(p);
        r.Touch();
        """);

    [Fact]
    public Task A_borrow_that_outlives_its_using_statement_is_reported() => Construct.Body(
        """
        Part p = null;
        using (var r = Open())
        {
            p = {|RVG0597:r|}.View();
        }

        Look(p);
        """);

    [Fact]
    public Task A_borrow_used_inside_its_using_statement_is_accepted() => Construct.Body(
        """
        using (var r = Open())
        {
            var p = r.View();
            Look(p);
        }
        """);

    [Fact]
    public Task A_using_over_a_variable_ends_it() => Construct.Body(
        """
        var r = Open();
        using (r)
        {
            Look(r);
        }

        Look({|RVG0382:r|});
        """);

    [Fact]
    public Task A_borrow_of_a_variable_that_outlives_the_using_over_it_is_reported() => Construct.Body(
        """
        var r = Open();
        var p = {|RVG0597:r|}.View();
        using (r)
        {
        }

        Look(p);
        """);

    [Fact]
    public Task A_variable_used_inside_the_using_over_it_is_accepted() => Construct.Body(
        """
        var r = Open();
        using (r)
        {
            r.Touch();
        }
        """);

    [Fact]
    public Task A_using_over_a_call_is_accepted() => Construct.Body(
        """
        using (Open())
        {
            Risky();
        }
        """);

    [Fact]
    public Task Each_of_several_declarators_is_dropped() => Construct.Body(
        """
        using Res a = Open(), {|RVG0382:b|} = Open();
        Take(b);
        """);

    [Fact]
    public Task Several_declarators_of_a_statement_end_in_reverse() => Construct.Body(
        """
        using (Res a = Open(), b = Open())
        {
            Look(a);
            Look(b);
            a.Touch();
        }
        """);

    [Fact]
    public Task A_using_of_null_is_accepted() => Construct.Body(
        """
        using (Res r = null)
        {
        }

        using (Res s = c ? Open() : null)
        {
            s?.Touch();
        }
        """);

    [Fact]
    public Task Either_side_of_a_conditional_using_is_moved_into_it() => Construct.Body(
        """
        var x = Open();
        using (var r = c ? x : null)
        {
        }

        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_using_in_a_loop_ends_in_each_iteration() => Construct.Body(
        """
        Part p = null;
        while (c)
        {
            if (p != null)
                Look(p);
            using var r = Open();
            p = {|RVG0597:r|}.View();
        }
        """);

    [Fact]
    public Task A_using_in_a_loop_left_in_every_way_is_accepted() => Construct.Body(
        """
        for (var i = 0; i < n; i++)
        {
            using var r = Open();
            if (c)
                continue;
            if (d)
                break;
            if (n > 3)
                return;
            if (n > 4)
                throw new InvalidOperationException();
            if (n > 5)
                goto done;
            Look(r);
        }

        done:
        Risky();
        """);

    [Fact]
    public Task Moved_out_of_a_using_before_a_jump_is_reported() => Construct.Body(
        """
        using (var {|RVG0382:r|} = Open())
        {
            if (c)
            {
                Take(r);
                goto done;
            }
        }

        done:
        Risky();
        """);

    [Fact]
    public Task Moved_out_of_a_using_before_a_throw_is_reported() => Construct.Body(
        """
        using var {|RVG0382:r|} = Open();
        if (c)
        {
            Take(r);
            throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task A_returned_borrow_of_a_using_variable_is_reported() => Construct.Members(
        """
        [return: Borrowed]
        static Part Test([Borrowed] Data d)
        {
            using var r = Open();
            return {|RVG0515:r.View()|};
        }
        """);

    [Fact]
    public Task A_returned_borrow_of_a_parameter_leaves_a_using() => Construct.Members(
        """
        [return: Borrowed]
        static Part Test([Borrowed] Data d)
        {
            using var r = Open();
            return d.View();
        }
        """);

    [Fact]
    public Task A_ref_struct_with_a_dispose_pattern_that_owns_is_dropped() => Construct.Body(
        """
        using var {|RVG0382:s|} = new Scope();
        var t = s;
        """,
        "[Owned] ref struct Scope { public void Dispose() { } public int Peek() => 1; }");

    [Fact]
    public Task A_ref_struct_with_a_dispose_pattern_is_accepted() => Construct.Body(
        """
        using var s = new Scope();
        s.Peek();
        using (var t = new Scope())
            t.Peek();
        """,
        "[Owned] ref struct Scope { public void Dispose() { } public int Peek() => 1; }");

    [Fact]
    public Task A_borrow_that_a_ref_struct_carries_ends_with_its_using() => Construct.Body(
        """
        var x = Make();
        using (var g = new Guard(x))
        {
            {|RVG0506:x = Make()|};
            g.Peek();
        }

        x.Touch();
        """,
        """
        ref struct Guard
        {
            [Borrowed] private Data _data;
            public Guard([Borrowed] Data data) => _data = data;
            public int Peek() => _data.N;
            public void Dispose() { }
        }
        """);

    [Fact]
    public Task A_borrow_that_outlives_an_await_using_is_reported() => Construct.AsyncBody(
        """
        Part p;
        await using (var r = Open())
        {
            p = {|RVG0597:r|}.View();
        }

        Look(p);
        """);

    [Fact]
    public Task Moved_out_of_an_await_using_declaration_is_reported() => Construct.AsyncBody(
        """
        await using var {|RVG0382:r|} = Open();
        Take(r);
        """);

    [Fact]
    public Task Used_inside_an_await_using_is_accepted() => Construct.AsyncBody(
        """
        await using var r = Open();
        Look(r.View());
        await using (var s = Open())
        {
            s.Touch();
        }
        """);

    [Fact]
    public Task A_variable_used_behind_an_await_using_over_it_is_reported() => Construct.AsyncBody(
        """
        var r = Open();
        await using (r)
        {
            Look(r);
        }

        Look({|RVG0382:r|});
        """);

    [Fact]
    public Task A_variable_used_behind_a_configured_await_using_over_it_is_reported() => Construct.AsyncBody(
        """
        var r = Open();
        await using (r.ConfigureAwait(false))
        {
            Look(r);
        }

        Look({|RVG0382:r|});
        """);

    [Fact]
    public Task A_variable_used_inside_a_configured_await_using_is_accepted() => Construct.AsyncBody(
        """
        var r = Open();
        await using var _ = r.ConfigureAwait(false);
        Look(r);
        r.Touch();
        """);

    [Fact]
    public Task Each_return_of_a_borrow_out_of_a_using_is_reported() => Construct.Members(
        """
        [return: Borrowed] static Part Test([Borrowed] Res keep, bool c)
        {
            using var r = Open();
            if (c)
                return {|RVG0515:r.View()|};
            try
            {
                if (keep.Peek() > 0)
                    return {|RVG0515:r.View()|};
            }
            finally
            {
                Risky();
            }

            return keep.View();
        }
        """);

    [Fact]
    public Task A_return_of_another_borrow_out_of_a_using_is_accepted() => Construct.Members(
        """
        [return: Borrowed] static Part Test([Borrowed] Res keep, bool c)
        {
            using var r = Open();
            Look(r.View());
            if (c)
                return keep.View();
            try
            {
                if (r.Peek() > 0)
                    return keep.View();
            }
            finally
            {
                Risky();
            }

            return keep.View();
        }
        """);
}
