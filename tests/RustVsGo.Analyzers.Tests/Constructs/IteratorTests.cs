namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Iterators: <c>yield return</c> gives its value away, <c>yield break</c> leaves, parameters live as long as the sequence.</summary>
public sealed class IteratorTests
{
    [Fact]
    public Task A_yielded_value_used_again_is_reported() => Construct.Members(
        """
        static IEnumerable<Data> Test()
        {
            var x = Make();
            yield return x;
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_new_value_yielded_in_each_iteration_is_accepted() => Construct.Members(
        """
        static IEnumerable<Data> Test(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var x = Make();
                x.Touch();
                yield return x;
            }
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_yielded_as_owned_is_reported() => Construct.Members(
        """
        static IEnumerable<Data> Test([Borrowed] Data d)
        {
            yield return {|RVG0507:d|};
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_yielded_as_borrowed_is_accepted() => Construct.Members(
        """
        [return: Borrowed]
        static IEnumerable<Data> Test([Borrowed] Data d)
        {
            yield return d;
            yield return d;
        }
        """);

    [Fact]
    public Task A_yielded_borrow_of_a_parameter_is_accepted() => Construct.Members(
        """
        [return: Borrowed]
        static IEnumerable<Part> Test([Borrowed] Data d)
        {
            yield return d.View();
            yield return d.View();
        }
        """);

    [Fact]
    public Task An_owned_parameter_yielded_twice_is_reported() => Construct.Members(
        """
        static IEnumerable<Data> Test([Owned] Data d)
        {
            yield return d;
            yield return {|RVG0382:d|};
        }
        """);

    [Fact]
    public Task A_yield_break_leaves_the_move_behind_it() => Construct.Members(
        """
        static IEnumerable<int> Test(bool c)
        {
            var x = Make();
            if (c)
            {
                Take(x);
                yield break;
            }

            yield return Look(x);
        }
        """);

    [Fact]
    public Task Moved_before_a_yield_and_used_in_the_finally_is_reported() => Construct.Members(
        """
        static IEnumerable<int> Test()
        {
            var x = Make();
            try
            {
                Take(x);
                yield return 1;
                x = Make();
            }
            finally
            {
                Look({|RVG0382:x|});
            }
        }
        """);

    [Fact]
    public Task A_borrow_held_across_a_yield_is_checked() => Construct.Members(
        """
        static IEnumerable<int> Test()
        {
            var x = Make();
            var p = x.View();
            yield return p.N;
            {|RVG0502:x|}.Touch();
            yield return p.N;
        }
        """);

    [Fact]
    public Task A_using_around_a_yield_is_accepted() => Construct.Members(
        """
        static IEnumerable<int> Test()
        {
            using var r = Open();
            yield return r.Peek();
            r.Touch();
            yield return r.Peek();
        }
        """);

    [Fact]
    public Task A_sequence_of_a_borrowed_parameter_holds_it() => Construct.Members(
        """
        static void Test()
        {
            var x = Make();
            var s = Counts(x);
            {|RVG0502:x|}.Touch();
            foreach (var i in s)
                Lend(i);
        }

        static IEnumerable<int> Counts([Borrowed] Data d)
        {
            yield return d.N;
        }
        """);

    [Fact]
    public Task A_sequence_that_is_no_longer_used_holds_nothing() => Construct.Members(
        """
        static void Test()
        {
            var x = Make();
            var s = Counts(x);
            foreach (var i in s)
                Lend(i);
            x.Touch();
        }

        static IEnumerable<int> Counts([Borrowed] Data d)
        {
            yield return d.N;
        }
        """);

    [Fact]
    public Task An_asynchronous_iterator_gives_away_what_it_yields() => Construct.Members(
        """
        static async IAsyncEnumerable<Data> Test([EnumeratorCancellation] CancellationToken token = default)
        {
            var x = Make();
            await Task.Delay(1, token);
            yield return x;
            Look({|RVG0382:x|});
            yield return Make();
        }
        """);

    [Fact]
    public Task An_enumerator_as_a_result_gives_away_what_it_yields() => Construct.Members(
        """
        IEnumerator<Data> GetEnumerator()
        {
            var x = Make();
            yield return x;
            yield return {|RVG0382:x|};
        }
        """);
}
