namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>try</c>, <c>catch</c>, <c>when</c>, <c>finally</c>, <c>throw</c>: the state before what can throw flows into the handlers around it.</summary>
public sealed class ExceptionTests
{
    [Fact]
    public Task A_borrow_taken_in_a_try_and_used_in_its_handler_holds_in_between() => Construct.Body(
        """
        var x = Make();
        Part p = null;
        try
        {
            p = x.View();
            {|RVG0502:x|}.Touch();
        }
        catch (IOException)
        {
            Look(p);
        }
        """);

    [Fact]
    public Task A_borrow_that_no_handler_uses_ends_with_its_last_use() => Construct.Body(
        """
        var x = Make();
        try
        {
            var p = x.View();
            Look(p);
            x.Touch();
        }
        catch (IOException)
        {
            x.Touch();
        }
        finally
        {
            x.Touch();
        }
        """);

    [Fact]
    public Task Assigned_in_a_try_while_its_finally_reads_a_borrow_is_reported() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        try
        {
            {|RVG0506:x = Make()|};
        }
        finally
        {
            Look(p);
        }
        """);

    [Fact]
    public Task Assigned_in_a_finally_after_the_last_use_in_the_try_is_accepted() => Construct.Body(
        """
        var x = Make();
        try
        {
            Look(x.View());
        }
        finally
        {
            x = Make();
        }
        """);

    [Fact]
    public Task Moved_by_the_operand_of_a_throw_expression_and_used_in_the_handler_is_reported() => Construct.Body(
        """
        var x = Make();
        try
        {
            var y = c ? n : throw Failures.Fail(x);
        }
        catch (InvalidOperationException)
        {
            Look({|RVG0382:x|});
        }
        """,
        "static class Failures { public static Exception Fail([Owned] Data data) => new InvalidOperationException(); }");

    [Fact]
    public Task A_throw_expression_that_only_looks_is_accepted() => Construct.Body(
        """
        var x = Make();
        Data y = null;
        var z = y ?? throw new InvalidOperationException(x.Name);
        Look(x);
        Look(z);
        """);

    [Fact]
    public Task Used_behind_a_throw_expression_that_took_the_value_is_reported() => Construct.Body(
        """
        var x = Make();
        Data y = null;
        var z = x ?? throw new InvalidOperationException();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_filter_that_moves_is_reported_behind_it() => Construct.Body(
        """
        var x = Make();
        try
        {
            Risky();
        }
        catch (Exception) when (Takes(x))
        {
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_filter_that_looks_is_accepted() => Construct.Body(
        """
        var x = Make();
        try
        {
            Risky();
        }
        catch (Exception e) when (Looks(x) && e.Message.Length > x.N)
        {
            Take(x);
        }
        """);

    [Fact]
    public Task Moved_and_rethrown_is_reported_in_the_outer_handler() => Construct.Body(
        """
        var x = Make();
        try
        {
            try
            {
                Risky();
            }
            catch
            {
                Take(x);
                throw;
            }

            Look(x);
        }
        catch
        {
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Moved_and_rethrown_is_accepted_behind_the_try() => Construct.Body(
        """
        var x = Make();
        try
        {
            Risky();
        }
        catch
        {
            Take(x);
            throw;
        }

        Look(x);
        """);

    [Fact]
    public Task A_method_that_never_returns_does_not_go_on() => Construct.Members(
        """
        static void Test(bool c)
        {
            var x = Make();
            if (c)
            {
                Take(x);
                Fail();
            }

            Look(x);
        }

        [DoesNotReturn]
        static void Fail() => throw new InvalidOperationException();
        """);

    [Theory]
    [InlineData("System.Diagnostics.Debug.Assert(false);")]
    [InlineData("System.Diagnostics.Debug.Assert(false, \"not here\");")]
    [InlineData("Check(message: \"not here\", fails: true);")]
    [InlineData("Check(fails: Never || true, message: \"not here\");")]
    public Task A_condition_that_never_holds_does_not_go_on(string assertion) => Construct.Members(
        $$"""
        static void Test(int c)
        {
            var x = Make();
            switch (c)
            {
                case 1:
                    Take(x);
                    {{assertion}}
                    break;
            }

            Look(x);
        }

        const bool Never = false;

        static void Check([DoesNotReturnIf(true)] bool fails, string message) { }
        """);

    [Theory]
    [InlineData("System.Diagnostics.Debug.Assert(true);")]
    [InlineData("System.Diagnostics.Debug.Assert(c > 1);")]
    [InlineData("Check(false, \"not here\");")]
    [InlineData("Check(c > 1, \"not here\");")]
    public Task A_condition_that_may_hold_goes_on(string assertion) => Construct.Members(
        $$"""
        static void Test(int c)
        {
            var x = Make();
            switch (c)
            {
                case 1:
                    Take(x);
                    {{assertion}}
                    break;
            }

            Look({|RVG0382:x|});
        }

        static void Check([DoesNotReturnIf(true)] bool fails, string message) { }
        """);

    [Fact]
    public Task A_method_that_may_return_goes_on() => Construct.Members(
        """
        static void Test(bool c)
        {
            var x = Make();
            if (c)
            {
                Take(x);
                Fail();
            }

            Look({|RVG0382:x|});
        }

        static void Fail() => throw new InvalidOperationException();
        """);

    [Fact]
    public Task A_throw_helper_looks_at_what_it_is_given() => Construct.Body(
        """
        var x = Make();
        ArgumentNullException.ThrowIfNull(x);
        Look(x);
        Take(x);
        ArgumentNullException.ThrowIfNull({|RVG0382:x|});
        """);
}
