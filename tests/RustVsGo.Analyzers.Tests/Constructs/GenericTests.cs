namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Type parameters: their constraints and contracts, ref structs as arguments, static abstract members.</summary>
public sealed class GenericTests
{
    [Fact]
    public Task An_owned_type_parameter_is_a_move_type_in_its_body() => Construct.Members(
        """
        static T Test<[Owned] T>(T value)
        {
            var x = value;
            Lend({|RVG0382:value|});
            return x;
        }
        """);

    [Fact]
    public Task A_type_parameter_constrained_to_a_move_type_is_one() => Construct.Members(
        """
        static void Test<T>(T value) where T : Data
        {
            value.Touch();
            Take(value);
            Look({|RVG0382:value|});
        }
        """);

    [Fact]
    public Task A_type_parameter_that_says_nothing_is_plain() => Construct.Members(
        """
        static T Test<T>(T value) where T : class
        {
            var x = value;
            Lend(value);
            Lend(x);
            return value;
        }
        """);

    [Fact]
    public Task A_type_parameter_takes_an_owned_argument_and_lends_a_borrowed_one() => Construct.Body(
        """
        var x = Make();
        var p = Id(x.View());
        Look(p);
        var y = Id(x);
        Look({|RVG0382:x|});
        Take(y);
        """);

    [Fact]
    public Task A_container_of_its_elements_owns_them() => Construct.Body(
        """
        var b = new Box<Data>(Make());
        var e = b;
        Look({|RVG0382:b.Value|});
        var i = new Box<int>(1);
        var j = i;
        Lend(i.Value + j.Value);
        """,
        "class Box<[Owned] T>(T value) { public T Value = value; }");

    [Fact]
    public Task A_generic_method_with_an_explicit_type_argument_takes() => Construct.Body(
        """
        var x = Make();
        var y = Id<Data>(x);
        Look({|RVG0382:x|});
        Look(y);
        """);

    [CSharp13Fact]
    public Task A_type_parameter_that_allows_ref_structs_lends_a_span() => Construct.Members(
        """
        static int Count<T>(T value) where T : allows ref struct => 1;

        static void Test()
        {
            var x = new Store();
            var s = x.All();
            Count(s);
            {|RVG0502:x|}.Clear();
            Count(s);
            x.Clear();
        }
        """,
        """
        [Owned] class Store
        {
            private int[] _items = new int[4];
            public Span<int> All() => _items;
            [Mutates] public void Clear() => _items = new int[4];
        }
        """);

    [Fact]
    public Task A_static_abstract_member_makes_what_it_says() => Construct.Members(
        """
        static void Test<T>() where T : IMaker
        {
            var x = T.Fresh();
            Take(x);
            Look({|RVG0382:x|});
        }
        """,
        "interface IMaker { static abstract Data Fresh(); }");

    [Fact]
    public Task A_contract_of_an_interface_holds_for_its_generic_user() => Construct.Members(
        """
        static void Test<T>(T user) where T : IUser
        {
            var x = Make();
            user.See(x);
            user.Eat(x);
            user.See({|RVG0382:x|});
        }
        """,
        "interface IUser { void See([Borrowed] Data data); void Eat([Owned] Data data); }");
}
