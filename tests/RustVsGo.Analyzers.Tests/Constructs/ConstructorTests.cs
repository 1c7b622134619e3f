namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Constructors and how they chain, primary and static constructors, initializers of fields and properties, finalizers.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public Task A_constructor_takes_what_it_stores() => Construct.Body(
        """
        var p = MakePart();
        var x = new Box(p);
        Look({|RVG0382:p|});
        Look(x.Part);
        """,
        "[Owned] class Box { public Part Part; public Box(Part part) => Part = part; }");

    [Fact]
    public Task A_parameter_stored_twice_is_reported() => Construct.Program(
        """
        [Owned] class Box
        {
            private Part _a, _b;
            public Box(Part part)
            {
                _a = part;
                _b = {|RVG0382:part|};
            }
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_stored_as_owned_is_reported() => Construct.Program(
        """
        [Owned] class Box
        {
            private Part _a;
            public Box([Borrowed] Part part) => _a = {|RVG0507:part|};
            public int Weight() => _a.Weight();
        }
        """);

    [Fact]
    public Task What_a_chained_constructor_takes_is_moved() => Construct.Program(
        """
        [Owned] class Box
        {
            private Part _a;
            public Box(Part part, int n) => _a = part;
            public Box(Part part) : this(part, 1) => Look({|RVG0382:part|});
            public Box() : this(MakePart(), 1) { }
            public int Weight() => _a.Weight();
        }
        """);

    [Fact]
    public Task What_a_base_constructor_takes_is_moved() => Construct.Program(
        """
        [Owned] class Base { public Base([Owned] Part part) { } public Base([Borrowed] Data data) { } }
        class Derived : Base
        {
            public Derived(Part part) : base(part) => Look({|RVG0382:part|});
            public Derived(Data data) : base(data) => Look(data);
        }
        """);

    [Fact]
    public Task A_primary_constructor_passes_on_to_its_base() => Construct.Program(
        """
        [Owned] class Base([Owned] Part part) { public int Weight() => 1; private readonly Part _part = part; }
        class Derived(Part part) : Base(part);
        class Twice(Part part) : Base(part) { private Part _own = new(); public int N => _own.N; }
        """);

    [Fact]
    public Task A_primary_constructor_stores_its_parameter() => Construct.Body(
        """
        var p = MakePart();
        var x = new Box(p);
        Look({|RVG0382:p|});
        Look(x.Part);
        """,
        "[Owned] class Box(Part part) { public Part Part { get; } = part; }");

    [Fact]
    public Task A_static_constructor_is_a_body() => Construct.Program(
        """
        static class Globals
        {
            private static readonly Data s_data;
            static Globals()
            {
                var x = Make();
                s_data = x;
                Look({|RVG0382:x|});
            }

            public static int N => s_data.N;
        }
        """);

    [Fact]
    public Task The_initializer_of_a_field_is_a_body() => Construct.Program(
        """
        class Holder
        {
            private Data _a = Make();
            private (Data, Data) _b = Twice(Make());
            private static Data s_only = Make();
            private static (Data, Data) Twice(Data data) => (data, {|RVG0382:data|});
            public Data Inner { get; } = new() { A = MakePart() };
        }
        """);

    [Fact]
    public Task A_finalizer_owns_its_object() => Construct.Program(
        """
        [Owned] class Holder
        {
            private Part _part = new();
            ~Holder()
            {
                Take(_part);
                Look({|RVG0382:_part|});
            }
        }
        """);

    [Fact]
    public Task A_finalizer_that_lets_go_of_its_fields_is_accepted() => Construct.Program(
        """
        [Owned] class Holder
        {
            private Part _part = new();
            private Res _res = new();
            ~Holder()
            {
                Take(_part);
                _res.Dispose();
            }
        }
        """);

    [Fact]
    public Task A_new_struct_is_owned_and_its_default_is_nothing() => Construct.Body(
        """
        Token x = new();
        var y = x;
        Lend({|RVG0382:x.N|});
        var z = default(Token);
        var w = z;
        Lend(z.N + w.N);
        """,
        "[Owned] struct Token { public int N; }");

    [Fact]
    public Task A_target_typed_new_is_owned() => Construct.Body(
        """
        Data x = new() { N = 1 };
        Take(x);
        Look({|RVG0382:x|});
        """);
}
