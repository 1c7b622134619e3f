namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Drops: <c>using</c>, <c>Dispose</c>, <c>[Drop]</c>.</summary>
public sealed class UsingTests
{
    [Fact]
    public Task A_using_whose_value_stays_is_accepted() => Moves.Body(
        """
        using var x = Open();
        Look(x);
        x.Ping();
        """);

    [Fact]
    public Task Moved_out_of_a_using_declaration_is_reported_at_its_variable() => Moves.Body(
        """
        using var {|RVG0382:x|} = Open();
        Take(x);
        """);

    [Fact]
    public Task Moved_out_of_a_using_statement_is_reported_at_its_variable() => Moves.Body(
        """
        using (var {|RVG0382:x|} = Open())
        {
            Take(x);
        }
        """);

    [Fact]
    public Task Returned_out_of_a_using_is_reported_at_its_variable() => Moves.Members(
        """
        static Conn Test()
        {
            using var {|RVG0382:x|} = Open();
            return x;
        }
        """);

    [Fact]
    public Task Moved_out_of_a_using_on_one_path_is_reported_once() => Moves.Body(
        """
        using var {|RVG0382:x|} = Open();
        if (c) { Take(x); return; }
        if (d) throw new InvalidOperationException();
        Look(x);
        """);

    [Fact]
    public Task The_moved_one_of_two_using_variables_is_reported() => Moves.Body(
        """
        using Conn x = Open(), {|RVG0382:y|} = Open();
        Look(x);
        Take(y);
        """);

    [Fact]
    public Task Disposed_by_hand_inside_its_using_is_reported_at_its_variable() => Moves.Body(
        """
        using var {|RVG0382:x|} = Open();
        x.Dispose();
        """);

    [Fact]
    public Task Disposed_by_hand_inside_its_using_is_accepted_where_a_second_drop_is_harmless() => Moves.Body(
        """
        using var x = new Tame();
        x.Dispose();
        x.Dispose();
        """,
        "[Owned] class Tame : IDisposable { [Drop(Idempotent = true)] public void Dispose() { } }");

    [Fact]
    public Task A_variable_used_behind_the_using_over_it_is_reported() => Moves.Body(
        """
        var x = Open();
        using (x) { Look(x); }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_variable_assigned_behind_the_using_over_it_is_accepted() => Moves.Body(
        """
        var x = Open();
        using (x) { Look(x); }
        x = Open();
        Look(x);
        """);

    [Fact]
    public Task A_using_over_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Open();
        Take(x);
        using ({|RVG0382:x|}) { }
        """);

    [Fact]
    public Task A_using_in_a_loop_is_accepted() => Moves.Body(
        """
        while (c)
        {
            using var x = Open();
            if (d) continue;
            if (n > 1) break;
            if (n > 2) return;
            Look(x);
        }
        """);

    [Fact]
    public Task A_using_left_by_a_jump_is_accepted() => Moves.Body(
        """
        again:
        using (var x = Open())
        {
            if (c) goto again;
            if (d) goto end;
            Look(x);
        }
        end: return;
        """);

    [Fact]
    public Task Nested_usings_are_accepted() => Moves.Body(
        """
        using var x = Open();
        using (var y = Open())
        using (var z = Open())
        {
            Look(x);
            Look(y);
            Look(z);
        }
        Look(x);
        """);

    [Fact]
    public Task The_result_of_a_using_value_may_be_returned() => Moves.Members(
        """
        static int Test()
        {
            using var x = Open();
            return x.Ping();
        }
        """);

    [Fact]
    public Task Used_after_Dispose_is_reported() => Moves.Body(
        """
        var x = Open();
        x.Dispose();
        {|RVG0382:x|}.Ping();
        """);

    [Fact]
    public Task Disposed_twice_is_reported() => Moves.Body(
        """
        var x = Open();
        x.Dispose();
        {|RVG0382:x|}.Dispose();
        """);

    [Fact]
    public Task Disposed_after_it_was_moved_is_reported() => Moves.Body(
        """
        var x = Open();
        Take(x);
        {|RVG0382:x|}.Dispose();
        """);

    [Fact]
    public Task Disposed_and_assigned_again_is_accepted() => Moves.Body(
        """
        var x = Open();
        x.Dispose();
        x = Open();
        Look(x);
        x.Dispose();
        """);

    [Fact]
    public Task Disposed_on_one_path_and_moved_on_the_other_is_accepted() => Moves.Body(
        """
        var x = Open();
        if (c) x.Dispose(); else Take(x);
        """);

    [Fact]
    public Task Disposed_on_one_path_and_used_is_reported() => Moves.Body(
        """
        var x = Open();
        if (c) x.Dispose();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Disposed_unless_null_and_used_is_reported() => Moves.Body(
        """
        var x = Open();
        x?.Dispose();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Disposed_through_the_interface_and_used_is_reported() => Moves.Body(
        """
        var x = Open();
        ((IDisposable)x).Dispose();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_drop_method_of_another_name_and_a_use_is_reported() => Moves.Body(
        """
        var x = new Lock();
        x.Release();
        {|RVG0382:x|}.Check();
        """,
        "[Owned] class Lock { [Drop] public void Release() { } public void Check() { } }");

    [Fact]
    public Task Close_without_contract_is_no_drop() => Moves.Body(
        """
        var x = new Lock();
        x.Close();
        x.Check();
        """,
        "[Owned] class Lock { public void Close() { } public void Check() { } }");

    [Fact]
    public Task A_method_that_is_called_Dispose_but_takes_arguments_is_no_drop() => Moves.Body(
        """
        var x = new Lock();
        x.Dispose(1);
        x.Check();
        """,
        "[Owned] class Lock { public void Dispose(int reason) { } public void Check() { } }");

    [Fact]
    public Task A_field_used_after_its_drop_in_Dispose_is_reported() => Moves.Program(
        """
        [Owned] class Pool : IDisposable
        {
            Conn _a = Open();
            public void Dispose()
            {
                _a.Dispose();
                {|RVG0382:_a|}.Ping();
            }
        }
        """);

    [Fact]
    public Task Fields_dropped_one_by_one_in_Dispose_are_accepted() => Moves.Program(
        """
        [Owned] class Pool : IDisposable
        {
            Conn _a = Open(), _b = Open();
            public void Dispose()
            {
                _a.Dispose();
                _b.Ping();
                _b.Dispose();
            }
        }
        """);

    [Fact]
    public Task Disposed_at_the_end_of_each_path_is_accepted() => Moves.Body(
        """
        var x = Open();
        try { Look(x); Risky(); }
        finally { x.Dispose(); }
        """);
}
