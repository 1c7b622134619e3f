namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Values of plain types that a contract makes owned.</summary>
public sealed class PlainValueTests
{
    [Fact]
    public Task An_owned_parameter_passed_on_and_used_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            Eat(x);
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task An_owned_parameter_that_is_only_used_is_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            x.Flush();
            Lend(x);
            Eat(x);
        }
        """);

    [Fact]
    public Task An_owned_result_passed_on_and_used_is_reported() => Moves.Members(
        """
        [return: Owned] static Stream OpenFile() => new MemoryStream();
        static void Test()
        {
            var x = OpenFile();
            Eat(x);
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task A_new_disposable_passed_on_and_used_is_reported() => Moves.Body(
        """
        var x = new MemoryStream();
        Eat(x);
        {|RVG0382:x|}.Flush();
        """);

    [Fact]
    public Task A_parameter_without_contract_is_accepted() => Moves.Members(
        """
        static void Test(Stream x)
        {
            var y = x;
            y.Flush();
            x.Flush();
        }
        """);

    [Fact]
    public Task Two_names_of_an_owned_plain_value_are_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            var y = x;
            x.Flush();
            y.Flush();
            x.Dispose();
        }
        """);

    [Fact]
    public Task Passed_on_under_its_other_name_and_used_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            var y = x;
            Eat(y);
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task Disposed_under_its_other_name_and_used_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            var y = x;
            y.Dispose();
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task Disposed_and_used_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            x.Dispose();
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task Disposed_twice_is_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            x.Dispose();
            x.Dispose();
        }
        """);

    [Fact]
    public Task Passed_on_inside_its_using_is_accepted() => Moves.Members(
        """
        [return: Owned] static Stream OpenFile() => new MemoryStream();
        static void Test()
        {
            using var x = OpenFile();
            Eat(x);
        }
        """);

    [Fact]
    public Task Used_behind_the_using_over_it_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            using (x) { x.Flush(); }
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task Kept_by_a_parameter_of_a_type_parameter_is_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            Swallow(x);
            x.Flush();
        }
        """);

    [Fact]
    public Task Disposed_on_one_path_and_used_on_all_is_reported() => Moves.Members(
        """
        static void Test([Owned] Stream x, bool c)
        {
            if (c) x.Dispose();
            {|RVG0382:x|}.Flush();
        }
        """);

    [Fact]
    public Task Disposed_under_a_condition_and_used_under_its_opposite_is_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x, bool c)
        {
            if (c) x.Dispose();
            if (!c) x.Flush();
        }
        """);

    [Fact]
    public Task Disposed_and_assigned_again_is_accepted() => Moves.Members(
        """
        static void Test([Owned] Stream x)
        {
            x.Dispose();
            x = new MemoryStream();
            x.Flush();
        }
        """);

    [Fact]
    public Task An_attribute_of_the_same_name_in_another_namespace_means_nothing() => Moves.Program(
        """
        class Tests
        {
            static void Consume([Other.Owned] Stream x) { }
            static void Test(Stream x)
            {
                Consume(x);
                x.Flush();
            }
        }
        namespace Other { class OwnedAttribute : Attribute { } }
        """);
}
