namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>The initializers and the base call of a type with a primary constructor run one behind the other, as one body.</summary>
public sealed class PrimaryConstructorTests
{
    [Fact]
    public Task A_parameter_stored_by_two_initializers_is_reported_at_the_second() => Construct.Program(
        """
        [Owned] class Pair(Part part)
        {
            private readonly Part _first = part;
            private readonly Part _second = {|RVG0382:part|};
            public int N => _first.Weight() + _second.Weight();
        }
        """);

    [Fact]
    public Task Two_parameters_stored_by_two_initializers_are_accepted() => Construct.Program(
        """
        [Owned] class Pair(Part left, Part right)
        {
            private readonly Part _first = left;
            private readonly Part _second = right;
            public int N => _first.Weight() + _second.Weight();
        }
        """);

    [Fact]
    public Task A_parameter_stored_twice_in_one_declaration_is_reported() => Construct.Program(
        """
        class Pair([Owned] Part part)
        {
            private readonly Part _first = part, _second = {|RVG0382:part|};
            public int N => _first.Weight() + _second.Weight();
        }
        """);

    [Fact]
    public Task The_order_of_the_source_counts_and_properties_take_part() => Construct.Program(
        """
        class Pair([Owned] Part part)
        {
            private readonly int _weight = part.Weight();
            public Part Part { get; } = part;
            private readonly int _later = {|RVG0382:part|}.Weight();
            public int N => _weight + _later;
        }
        """);

    [Fact]
    public Task The_base_call_comes_behind_the_initializers() => Construct.Program(
        """
        class Base([Owned] Part part) { private readonly Part _part = part; public int N => _part.Weight(); }
        class Derived([Owned] Part part) : Base({|RVG0382:part|}) { private readonly Part _own = part; public int M => _own.Weight(); }
        """);

    [Fact]
    public Task An_initializer_that_looks_before_the_base_call_takes_is_accepted() => Construct.Program(
        """
        class Base([Owned] Part part) { private readonly Part _part = part; public int N => _part.Weight(); }
        class Derived([Owned] Part part) : Base(part) { private readonly int _weight = part.Weight(); public int M => _weight; }
        """);

    [Fact]
    public Task Passed_twice_in_a_base_call_is_reported() => Construct.Program(
        """
        class Base([Owned] Part left, [Owned] Part right) { private readonly Part _left = left, _right = right; public int N => _left.Weight() + _right.Weight(); }
        class Derived([Owned] Part part) : Base(part, {|RVG0382:part|});
        """);

    [Fact]
    public Task A_borrowed_parameter_may_not_be_stored() => Construct.Program(
        """
        class Keeper([Borrowed] Part part)
        {
            private readonly Part _part = {|RVG0507:part|};
            public int N => _part.Weight();
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_may_be_looked_at() => Construct.Program(
        """
        class Keeper([Borrowed] Part part)
        {
            private readonly int _weight = part.Weight() + part.Weight();
            private readonly Part _copy = new();
            public int N => _weight + _copy.Weight() + part.Weight();
        }
        """);

    [Fact]
    public Task A_parameter_that_members_use_is_a_field_that_an_initializer_moves_once() => Construct.Program(
        """
        class Pair([Owned] Part part)
        {
            private readonly Part _first = part;
            private readonly Part _second = {|RVG0382:part|};
            public int N => _first.Weight() + _second.Weight() + part.Weight();
        }
        """);

    [Fact]
    public Task A_lambda_that_an_initializer_stores_takes_what_it_captures() => Construct.Program(
        """
        class Lazy([Owned] Part left, [Owned] Part right)
        {
            private readonly Func<int> _left = () => left.Weight();
            private readonly Func<int> _right = () => right.Weight();
            private readonly Part _part = {|RVG0382:left|};
            public int N => _left() + _right() + _part.Weight();
        }
        class Written
        {
            private readonly Func<int> _left;
            private readonly Part _part;
            public Written([Owned] Part left) { _left = () => left.Weight(); _part = {|RVG0382:left|}; }
            public int N => _left() + _part.Weight();
        }
        """);

    [Fact]
    public Task A_lambda_of_a_member_uses_the_field() => Construct.Program(
        """
        class Lazy([Owned] Part part)
        {
            private readonly int _weight = part.Weight();
            public Func<int> Later() => () => part.Weight() + _weight;
            public int Now() { Func<int> f = () => part.Weight(); return f() + part.Weight(); }
        }
        """);

    [Fact]
    public Task Conditions_in_initializers_join_again() => Construct.Program(
        """
        class Either([Owned] Part left, [Owned] Part right, bool c)
        {
            private readonly Part _one = c ? left : right;
            private readonly int _weight = {|RVG0382:left|}.Weight() + {|RVG0382:right|}.Weight();
            private readonly Part _other = new();
            public int N => _one.Weight() + _weight + _other.Weight();
        }
        """);

    [Fact]
    public Task Another_type_with_a_parameter_of_that_name_is_another_body() => Construct.Program(
        """
        class One([Owned] Part part) { private readonly Part _part = part; public int N => _part.Weight(); }
        class Other([Owned] Part part)
        {
            private readonly Part _part = part;
            private class Inner([Owned] Part part) { private readonly Part _part = part; public int N => _part.Weight(); }
            public int N => _part.Weight() + new Inner(new()).N;
        }
        """);

    [Fact]
    public Task A_struct_and_a_record_have_one_too() => Construct.Program(
        """
        struct Pair([Owned] Part part)
        {
            private readonly Part _first = part;
            private readonly Part _second = {|RVG0382:part|};
            public int N => _first.Weight() + _second.Weight();
        }
        record Named([Owned] Part Part, string Name)
        {
            private readonly int _weight = Part.Weight() + Name.Length;
            public int N => _weight;
        }
        """);

    [Fact]
    public Task Half_of_a_partial_type_without_the_constructor_is_survived() => Construct.Program(
        """
        partial class Pair([Owned] Part part)
        {
            private readonly Part _first = part;
            public int N => _first.Weight() + _second.Weight();
        }
        partial class Pair
        {
            private readonly Part _second = {|RVG0382:part|};
        }
        """);
}
