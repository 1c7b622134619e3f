namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Lambdas, anonymous methods, local functions, method groups: what they capture is borrowed or moved where they are made or called.</summary>
public sealed class FunctionTests
{
    [Fact]
    public Task Changed_while_a_lambda_that_reads_it_is_alive_is_reported() => Construct.Body(
        """
        var x = Make();
        Action f = () => Look(x);
        {|RVG0502:x|}.Touch();
        f();
        """);

    [Fact]
    public Task Changed_after_the_last_call_of_a_lambda_is_accepted() => Construct.Body(
        """
        var x = Make();
        Action f = () => Look(x);
        f();
        f();
        x.Touch();
        """);

    [Fact]
    public Task Read_while_a_lambda_that_changes_it_is_alive_is_reported() => Construct.Body(
        """
        var x = Make();
        Action f = () => x.Touch();
        Look({|RVG0502:x|});
        f();
        """);

    [Fact]
    public Task Two_lambdas_that_change_one_value_are_reported() => Construct.Body(
        """
        var x = Make();
        Action f = () => x.Touch();
        Action g = {|RVG0499:() => x.Touch()|};
        f();
        g();
        """);

    [Fact]
    public Task Two_lambdas_that_read_one_value_are_accepted() => Construct.Body(
        """
        var x = Make();
        Action f = () => Look(x);
        Action g = () => Look(x);
        f();
        g();
        """);

    [Fact]
    public Task Two_lambdas_that_change_different_fields_are_accepted() => Construct.Body(
        """
        var x = Make();
        Action f = () => x.A.Bump();
        Action g = () => x.B.Bump();
        f();
        g();
        """);

    [Fact]
    public Task An_anonymous_method_captures_as_a_lambda_does() => Construct.Body(
        """
        var x = Make();
        Action f = delegate { x.Touch(); };
        Look({|RVG0502:x|});
        f();
        Look(x);
        """);

    [Fact]
    public Task Moved_while_a_lambda_that_reads_it_is_alive_is_reported() => Construct.Body(
        """
        var x = Make();
        Func<int> f = () => x.N;
        Take({|RVG0505:x|});
        f();
        """);

    [Fact]
    public Task Assigned_while_a_lambda_that_reads_it_is_alive_is_reported() => Construct.Body(
        """
        var x = Make();
        Func<int> f = () => x.Peek();
        {|RVG0506:x = Make()|};
        f();
        """);

    [Fact]
    public Task A_lambda_given_to_a_method_for_the_call_is_accepted() => Construct.Body(
        """
        var x = Make();
        Run(() => x.Touch());
        x.Touch();
        Run(() => Look(x));
        Take(x);
        """);

    [Fact]
    public Task A_static_lambda_captures_nothing() => Construct.Body(
        """
        var x = Make();
        Func<Data, int> f = static ([Borrowed] Data y) => y.N;
        x.Touch();
        f(x);
        """);

    [Fact]
    public Task A_parameter_of_a_lambda_that_it_owns_is_followed() => Construct.Body(
        """
        Action<Data> f = static {|RVG0053:([Owned] Data y)|} => { Take(y); Look({|RVG0382:y|}); };
        """);

    [Fact]
    public Task A_lambda_with_a_default_argument_captures_too() => Construct.Body(
        """
        var x = Make();
        var f = (int i = 1) => x.N + i;
        {|RVG0502:x|}.Touch();
        f();
        x.Touch();
        """);

    [Fact]
    public Task A_lambda_inside_a_lambda_captures_through_it() => Construct.Body(
        """
        var x = Make();
        Func<Func<int>> f = () => () => x.Peek();
        {|RVG0502:x|}.Touch();
        f()();
        """);

    [Fact]
    public Task A_called_local_function_borrows_for_the_call_alone() => Construct.Body(
        """
        var x = Make();
        void Bump() => x.Touch();
        Bump();
        x.Touch();
        Bump();
        Take(x);
        """);

    [Fact]
    public Task A_called_local_function_conflicts_with_a_borrow_around_it() => Construct.Body(
        """
        var x = Make();
        void Bump() => x.Touch();
        var p = x.View();
        {|RVG0502:Bump()|};
        Look(p);
        """);

    [Fact]
    public Task A_recursive_local_function_that_changes_what_is_borrowed_is_reported() => Construct.Body(
        """
        var x = Make();
        void Walk(int i)
        {
            if (i > 0)
                Walk(i - 1);
            x.Touch();
        }

        Walk(3);
        var p = x.View();
        {|RVG0502:Walk(n)|};
        Look(p);
        """);

    [Fact]
    public Task A_generic_local_function_takes_what_it_is_given() => Construct.Body(
        """
        static T Pass<T>(T value) => value;
        var x = Make();
        var y = Pass(x);
        Look({|RVG0382:x|});
        Take(y);
        Lend(Pass(1));
        """);

    [Fact]
    public Task A_static_local_function_owns_its_parameters() => Construct.Body(
        """
        static void Twice([Owned] Data y)
        {
            Take(y);
            Look({|RVG0382:y|});
        }

        Twice(Make());
        """);

    [Fact]
    public Task A_static_local_function_that_borrows_is_accepted() => Construct.Body(
        """
        static int Twice([Borrowed] Data y) => y.N + y.N;
        var x = Make();
        Twice(x);
        Twice(x);
        Take(x);
        """);

    [Fact]
    public Task A_local_function_as_a_value_holds_what_it_captures() => Construct.Body(
        """
        var x = Make();
        void Bump() => x.Touch();
        Action f = Bump;
        Look({|RVG0502:x|});
        f();
        Look(x);
        """);

    [Fact]
    public Task A_method_group_borrows_its_receiver() => Construct.Body(
        """
        var x = Make();
        Func<int> f = x.Peek;
        {|RVG0502:x|}.Touch();
        f();
        x.Touch();
        """);

    [Fact]
    public Task A_mutating_method_group_borrows_its_receiver_exclusively() => Construct.Body(
        """
        var x = Make();
        Action f = x.Touch;
        Look({|RVG0502:x|});
        f();
        """);

    [Fact]
    public Task A_static_method_group_holds_nothing() => Construct.Body(
        """
        var x = Make();
        Func<Part> f = MakePart;
        x.Touch();
        f();
        """);

    [Fact]
    public Task A_method_group_of_a_moved_value_is_reported() => Construct.Body(
        """
        var x = Make();
        Take(x);
        Func<int> f = {|RVG0382:x|}.Peek;
        """);

    [Fact]
    public Task A_lambda_that_escapes_takes_what_it_captures() => Construct.Members(
        """
        static Func<int> Test()
        {
            var x = Make();
            Func<int> f = () => x.Peek();
            Look({|RVG0382:x|});
            return f;
        }
        """);

    [Fact]
    public Task A_lambda_that_escapes_with_a_value_that_nobody_uses_again_is_accepted() => Construct.Members(
        """
        static Func<int> Test()
        {
            var x = Make();
            Look(x);
            return () => x.Peek();
        }
        """);

    [Fact]
    public Task A_lambda_that_escapes_with_a_using_variable_is_reported() => Construct.Members(
        """
        static Func<int> Test()
        {
            using var r = Open();
            return {|RVG0373:() => r.Peek()|};
        }
        """);

    [Fact]
    public Task A_lambda_that_escapes_with_a_borrowed_parameter_is_reported() => Construct.Members(
        """
        static Func<int> Test([Borrowed] Data d) => {|RVG0521:() => d.Peek()|};
        """);
}
