namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What a body may return.</summary>
public sealed class CalleeResultTests
{
    [Fact]
    public Task A_result_is_owned_unless_the_signature_says_otherwise() => Callee.InOwner(
        """
        public Part Make() => new();

        public Part Lose() => {|RVG0507:_a|};

        [return: Borrowed]
        public Part View() => _a;
        """);

    [Fact]
    public Task A_property_lends_what_it_returns() => Callee.InOwner(
        """
        public Part A => _a;

        public Part this[int index] => index == 0 ? _a : _b;
        """);

    [Fact]
    public Task A_result_borrows_from_the_receiver_where_nothing_else_is_named() => Callee.InOwner(
        """
        [return: Borrowed]
        public Part Own([Borrowed] Part other) => _a;

        [return: Borrowed]
        public Part Other([Borrowed] Part other) => {|RVG0621:other|};

        [return: Borrowed(nameof(other))]
        public Part Named([Borrowed] Part other) => other;

        [return: Borrowed(nameof(other))]
        public Part NotNamed([Borrowed] Part other) => {|RVG0621:_a|};

        [return: Borrowed(nameof(other), "this")]
        public Part Either([Borrowed] Part other, bool first) => first ? _a : other;
        """);

    [Fact]
    public Task A_result_does_not_borrow_from_what_ends_with_the_body() => Callee.InOwner(
        """
        [return: Borrowed]
        public Part Local([Borrowed] Part other)
        {
            var local = new Part();
            return {|RVG0515:local|};
        }

        [return: Borrowed(nameof(owned))]
        public static Part Owned([Owned] Part owned) => {|RVG0515:owned|};
        """);

    [Fact]
    public Task An_exclusive_result_needs_an_exclusive_source() => Callee.InOwner(
        """
        [Mutates]
        [return: BorrowedMut]
        public Part Edit() => _a;

        [return: BorrowedMut]
        public Part EditShared() => {|RVG0596:_a|};

        [return: BorrowedMut]
        public static Part Same([BorrowedMut] Part part) => part;

        [return: BorrowedMut]
        public static Part SameShared([Borrowed] Part part) => {|RVG0596:part|};
        """);

    [Fact]
    public Task The_result_of_an_async_method_is_what_is_awaited() => Callee.Is(
        """
        public static class C
        {
            [return: Borrowed]
            public static async Task<Part> Lend([Borrowed] Part part)
            {
                await Task.Yield();
                return part;
            }

            public static async Task<Part> Give([Borrowed] Part part)
            {
                await Task.Yield();
                return {|RVG0507:part|};
            }

            public static async Task<Part> Own([Owned] Part part)
            {
                await Task.Yield();
                return part;
            }
        }
        """);

    [Fact]
    public Task An_iterator_gives_away_its_elements_unless_it_lends_them() => Callee.InOwner(
        """
        [return: Borrowed]
        public IEnumerable<Part> All()
        {
            yield return _a;
            yield return _b;
        }

        public IEnumerable<Part> Given()
        {
            yield return new Part();
            yield return {|RVG0507:_a|};
        }

        public static IEnumerable<Part> Passed([Owned] Part part)
        {
            yield return part;
        }
        """);

    [Fact]
    public Task Explicit_implementations_and_overrides_return_what_the_base_says() => Callee.Is(
        """
        public interface IView
        {
            [return: Borrowed]
            Part View();

            Part Make();
        }

        [Owned]
        public sealed class Box : IView
        {
            private readonly Part _part = new();

            Part IView.View() => _part;

            Part IView.Make() => {|RVG0507:_part|};
        }

        [Owned]
        public sealed class Other : IView
        {
            private readonly Part _part = new();

            public Part View() => _part;

            public Part Make() => new();
        }
        """);

    [Fact]
    public Task A_delegates_result_binds_its_lambdas() => Callee.Is(
        """
        [return: Borrowed]
        public delegate Part Picker([Borrowed] Part part);

        public delegate Part Maker([Borrowed] Part part);

        public static class C
        {
            static void M()
            {
                Picker picker = part => part;
                Maker fresh = part => new Part();
            }
        }
        """);

    private const string Delegates =
        """
        [return: Borrowed]
        public delegate Part Picker([Borrowed] Part part);

        [return: Borrowed("first")]
        public delegate Part First([Borrowed] Part first, [Borrowed] Part second);

        public delegate Part Maker([Borrowed] Part part);

        public delegate Part Make();


        """;

    [Fact]
    public Task A_lambda_that_returns_another_source_than_its_delegate_names_is_reported() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M()
            {
                First second = (a, b) => {|RVG0621:b|};
                First either = (a, b) =>
                {
                    if (a.N > 0)
                        return a;
                    return {|RVG0621:b|};
                };
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_returns_the_source_that_its_delegate_names_is_accepted() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M(Part v, Part w)
            {
                First first = (a, b) => a;
                First repeated = [return: Borrowed("x")] ([Borrowed] Part x, [Borrowed] Part y) => x;
                Picker only = [return: Borrowed] Part (Part x) => x;
                var r = first(v, w);
                Eat(w);
                See(r);
                Eat({|RVG0505:v|});
                See(r);
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_gives_away_what_its_delegate_lends_it_is_reported() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M()
            {
                Maker same = part => {|RVG0507:part|};
                Maker sometimes = part =>
                {
                    if (part.N > 0)
                        return new Part();
                    return {|RVG0507:part|};
                };
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_makes_what_its_delegate_gives_away_is_accepted() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M()
            {
                var outer = new Part();
                Maker fresh = part => part.N > 0 ? new Part() : new Part { N = part.N };
                Make once = () => outer;
                Eat(once());
            }
        }
        """);

    [Fact]
    public Task A_result_that_names_its_source_is_no_borrow_of_what_is_captured() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M([Borrowed] Part lent)
            {
                var outer = new Part();
                Picker captured = part => {|RVG0621:outer|};
                Picker borrowed = part => {|RVG0621:lent|};

                [return: Borrowed]
                Part Local([Borrowed] Part part) => {|RVG0621:outer|};
            }
        }
        """);

    [Fact]
    public Task What_is_captured_may_be_looked_at_and_lent_on_where_nothing_is_named() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M([Borrowed] Part lent)
            {
                var outer = new Part();
                Picker looks = part => outer.N > lent.N ? part : part;
                Func<Part> silent = () => lent;

                [return: Borrowed]
                Part Local([Borrowed] Part part)
                {
                    See(outer);
                    return part;
                }
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_calls_its_parameter_borrowed_returns_it_as_borrowed_alone() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            static void M()
            {
                Func<Part, Part> silent = ([Borrowed] Part part) => {|RVG0521:part|};
                Func<Part, Part> says = [return: Borrowed] ([Borrowed] Part part) => part;
                Func<Part, Part> plain = part => part;
                Func<Part, int> number = ([Borrowed] Part part) => part.N;
            }
        }
        """);

    [Fact]
    public Task A_method_group_returns_what_its_delegate_says() => Callee.Is(
        Delegates +
        """
        public static class C
        {
            [return: Borrowed] static Part Same([Borrowed] Part part) => part;
            [return: Borrowed("b")] static Part Second([Borrowed] Part a, [Borrowed] Part b) => b;
            [return: Borrowed("b")] static Part Renamed([Borrowed] Part b, [Borrowed] Part a) => b;
            static Part Fresh([Borrowed] Part part) => new();

            static void M()
            {
                Picker picker = Same;
                Maker maker = Fresh;
                First first = Renamed;
                Func<Part, Part> plain = Same;
                Picker fresh = {|RVG0053:Fresh|};
                Maker same = {|RVG0053:Same|};
                First second = {|RVG0053:Second|};
                First local = {|RVG0053:Other|};
                First lambda = [return: Borrowed("y")] {|RVG0053:([Borrowed] Part x, [Borrowed] Part y)|} => y;

                [return: Borrowed("b")] static Part Other([Borrowed] Part a, [Borrowed] Part b) => b;
            }
        }
        """);
}
