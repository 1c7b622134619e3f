namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Constructors, their initializers, the initializers of fields and properties.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public Task Stored_by_a_constructor_and_used_is_reported() => Moves.Program(
        """
        class Box
        {
            readonly Config _config;
            public Box(Config config)
            {
                _config = config;
                Look({|RVG0382:config|});
            }
        }
        """);

    [Fact]
    public Task Stored_by_a_constructor_and_used_through_the_field_is_accepted() => Moves.Program(
        """
        [Owned] class Box
        {
            readonly Config _config;
            public Box(Config config)
            {
                Look(config);
                _config = config;
                Look(_config);
            }
        }
        """);

    [Fact]
    public Task Stored_in_two_fields_is_reported() => Moves.Program(
        """
        class Box
        {
            readonly Config _a, _b;
            public Box(Config config)
            {
                _a = config;
                _b = {|RVG0382:config|};
            }
        }
        """);

    [Fact]
    public Task Passed_to_the_base_and_used_is_reported() => Moves.Program(
        """
        class Base { public Base(Config config) { } }
        class Derived : Base
        {
            public Derived(Config config) : base(config)
            {
                Look({|RVG0382:config|});
            }
        }
        """);

    [Fact]
    public Task Passed_to_the_base_alone_is_accepted() => Moves.Program(
        """
        class Base { public Base(Config config) { } }
        class Derived : Base { public Derived(Config config) : base(config) { } }
        """);

    [Fact]
    public Task Lent_to_the_base_and_used_is_accepted() => Moves.Program(
        """
        class Base { public Base([Borrowed] Config config) { } }
        class Derived : Base { public Derived(Config config) : base(config) { Take(config); } }
        """);

    [Fact]
    public Task Passed_to_another_constructor_and_used_is_reported() => Moves.Program(
        """
        class Box
        {
            public Box(Config config) { }
            public Box(Config config, int port) : this(config) => Look({|RVG0382:config|});
        }
        """);

    [Fact]
    public Task Moved_and_read_in_one_base_call_is_reported() => Moves.Program(
        """
        class Base { public Base(Config config, int port) { } }
        class Derived : Base { public Derived(Config config) : base(config, {|RVG0382:config.Port|}) { } }
        """);

    [Fact]
    public Task Passed_to_the_base_by_a_primary_constructor_is_accepted() => Moves.Program(
        """
        class Base(Config config) { public int Port = config.Port; }
        class Derived(Config config) : Base(config);
        """);

    [Fact]
    public Task A_parameter_of_a_primary_constructor_stored_in_one_field_is_accepted() => Moves.Program(
        """
        class Box(Config config)
        {
            readonly Config _config = config;
            public int Port => _config.Port;
        }
        """);

    [Fact]
    public Task A_parameter_of_a_primary_constructor_read_first_and_stored_last_is_accepted() => Moves.Program(
        """
        class Box(Config config)
        {
            readonly int _port = config.Port;
            readonly Config _config = config;
        }
        """);

    [Fact]
    public Task Moved_twice_in_the_initializer_of_a_field_is_reported() => Moves.Members(
        """
        static int Sum(bool made, bool taken, bool again) => 1;
        static int s_sum = Sum(TryMake(out var x), Takes(x), Takes({|RVG0382:x|}));
        """);

    [Fact]
    public Task Moved_twice_in_the_initializer_of_a_property_is_reported() => Moves.Members(
        """
        static int Sum(bool made, bool taken, bool again) => 1;
        int Value { get; } = Sum(TryMake(out var x), Takes(x), Takes({|RVG0382:x|}));
        """);

    [Fact]
    public Task Moved_once_in_the_initializer_of_each_field_is_accepted() => Moves.Members(
        """
        static int Sum(bool made, bool taken) => 1;
        int _a = Sum(TryMake(out var x), Takes(x)), _b = Sum(TryMake(out var x), Takes(x));
        """);

    [Fact]
    public Task Moved_and_used_in_a_static_constructor_is_reported() => Moves.Members(
        """
        static Tests()
        {
            var x = Make();
            Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_field_moved_and_used_in_a_constructor_is_reported() => Moves.Program(
        """
        [Owned] class Box
        {
            Config _config;
            public Box()
            {
                _config = Make();
                Take(_config);
                Look({|RVG0382:_config|});
            }
        }
        """);
}
