namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Arguments in every form, extension members, interpolated strings, function pointers, <c>dynamic</c>.</summary>
public sealed class CallTests
{
    [Fact]
    public Task Named_arguments_are_evaluated_as_they_are_written() => Construct.Members(
        """
        static void Both([Owned] Data first, int second) { }

        static void Test()
        {
            var x = Make();
            Both(second: x.N, first: x);
            var y = Make();
            Both(first: y, second: {|RVG0382:y.N|});
        }
        """);

    [Fact]
    public Task An_optional_argument_that_is_left_out_is_nothing() => Construct.Members(
        """
        static void Both([Owned] Data first, [Owned] Data second = null, int n = 1) { }

        static void Test()
        {
            var x = Make();
            var y = Make();
            Both(x, n: y.N);
            Look(y);
            Both(y);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_params_array_that_takes_is_given_each_element() => Construct.Members(
        """
        static void All([Owned] params Data[] data) { }
        static void Some([Borrowed] params Data[] data) { }
        static void Any(params object[] values) { }

        static void Test()
        {
            var x = Make();
            var y = Make();
            Any(x, y);
            All(x, Make());
            Look({|RVG0382:x|});
            All();
            Look(y);
        }
        """);

    [CSharp13Fact]
    public Task A_params_span_lends_its_elements() => Construct.Members(
        """
        static void Any(params ReadOnlySpan<object> values) { }

        static void Test()
        {
            var x = Make();
            Any(x, 1);
            Any();
            Take(x);
            Any(1, {|RVG0382:x|});
        }
        """);

    [CSharp13Fact]
    public Task A_params_list_lends_its_elements() => Construct.Members(
        """
        static void Any(params List<object> values) { }

        static void Test()
        {
            var x = Make();
            Any(x, 1);
            Take(x);
            Any({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task An_extension_method_treats_its_receiver_as_a_member_does() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        x.Peep();
        {|RVG0502:x|}.Poke();
        Look(p);
        x.Poke();
        x.Eat();
        Look({|RVG0382:x|});
        """,
        """
        static class Extensions
        {
            public static int Peep(this Data data) => data.N;
            [Mutates] public static void Poke(this Data data) => data.Touch();
            [Consumes] public static void Eat(this Data data) => Take(data);
        }
        """);

    [CSharp14Fact]
    public Task An_extension_block_treats_its_receiver_as_a_member_does() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        x.Peep();
        Lend(x.Twice);
        {|RVG0502:x|}.Poke();
        Look(p);
        x.Poke();
        Take(x);
        {|RVG0382:x|}.Peep();
        """,
        """
        static class Extensions
        {
            extension(Data data)
            {
                public int Peep() => data.N;
                public int Twice => data.N * 2;
                [Mutates] public void Poke() => data.Touch();
            }
        }
        """);

    [CSharp14Fact]
    public Task A_static_extension_member_makes_an_owned_value() => Construct.Body(
        """
        var x = Data.Fresh();
        Take(x);
        Look({|RVG0382:x|});
        """,
        "static class Extensions { extension(Data) { public static Data Fresh() => new(); } }");

    [Fact]
    public Task The_body_of_an_extension_method_owns_nothing_of_its_receiver() => Construct.Program(
        """
        static class Extensions
        {
            public static void Eat(this Data data) => Take({|RVG0507:data|});
            [Consumes] public static void Swallow(this Data data) => Take(data);
        }
        """);

    [Fact]
    public Task An_interpolated_string_looks_at_its_parts() => Construct.Body(
        """
        var x = Make();
        Lend($"{x.Name} {x.N:D2} {x}");
        Take(x);
        Lend($"{ {|RVG0382:x.Name|} }");
        """);

    [Fact]
    public Task An_interpolated_string_in_between_two_mutations_is_accepted() => Construct.Body(
        """
        var x = Make();
        x.Touch();
        var s = $"{x.Peek()}{x.View().Weight()}";
        x.Touch();
        Lend(s);
        """);

    [Fact]
    public Task A_handler_of_ones_own_is_given_each_part() => Construct.Members(
        """
        static void Log(ref Handler handler) { }

        static void Test()
        {
            var x = Make();
            var y = MakePart();
            Log($"{x} and {y}");
            Look(x);
            Look({|RVG0382:y|});
        }
        """,
        """
        [InterpolatedStringHandler] public ref struct Handler
        {
            public Handler(int literal, int count) { }
            public void AppendLiteral(string text) { }
            public void AppendFormatted([Borrowed] Data data) { }
            public void AppendFormatted([Owned] Part part) { }
        }
        """);

    [Fact]
    public Task A_caller_argument_expression_is_a_string() => Construct.Members(
        """
        static Data Checked([Owned] Data data, [CallerArgumentExpression(nameof(data))] string text = null) => data;

        static void Test()
        {
            var x = Make();
            var y = Checked(x);
            Look(y);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task What_is_given_to_something_dynamic_is_only_used() => Construct.Body(
        """
        var x = Make();
        dynamic o = new object();
        o.Run(x);
        Look(x);
        dynamic e = x;
        e.Touch();
        Take(x);
        o.Run({|RVG0382:x|});
        """);

    [Fact]
    public Task A_function_pointer_lends() => Construct.Members(
        """
        static unsafe void Test(delegate*<Data, int> f)
        {
            var x = Make();
            f(x);
            f(x);
            Take(x);
            f({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task The_borrows_of_a_call_begin_at_the_call() => Construct.Body(
        """
        var x = Make();
        Mix(x, x.Spare.Dup());
        Mix({|RVG0502:x|}, x.View());
        """);

    [Fact]
    public Task Interlocked_and_Volatile_need_no_exclusive_borrow() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        Interlocked.Increment(ref x.N);
        Volatile.Write(ref x.N, Volatile.Read(ref x.N) + 1);
        Look(p);
        Take(x);
        Interlocked.Increment(ref {|RVG0382:x.N|});
        """);

    [Fact]
    public Task Interlocked_Exchange_takes_and_replaces() => Construct.Members(
        """
        private Data _data = Make();

        void Test()
        {
            var x = Make();
            var old = Interlocked.Exchange(ref _data, x);
            Lend(old);
        }
        """);
}
