namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Accessors with a body, indexers, operators and conversions of members.</summary>
public sealed class PropertyTests
{
    private const string Box =
        """
        [Owned] class Box
        {
            Part _part = MakePart();
            public Part Main { get => _part; set => _part = value; }
            public Part this[int index] { get => _part; set => _part = value; }
            public int this[Config key] { get => key.Port; set { } }
        }
        """;

    [Fact]
    public Task Assigned_through_a_setter_and_used_is_reported() => Moves.Body(
        """
        var box = new Box();
        var x = MakePart();
        box.Main = x;
        Look({|RVG0382:x|});
        """,
        Box);

    [Fact]
    public Task Assigned_through_an_indexer_and_used_is_reported() => Moves.Body(
        """
        var box = new Box();
        var x = MakePart();
        box[0] = x;
        Look({|RVG0382:x|});
        """,
        Box);

    [Fact]
    public Task The_key_of_an_indexer_is_borrowed() => Moves.Body(
        """
        var box = new Box();
        var x = Make();
        box[x] = box[x] + 1;
        Look(x);
        """,
        Box);

    [Fact]
    public Task Read_through_a_getter_again_and_again_is_accepted() => Moves.Body(
        """
        var box = new Box();
        Look(box.Main);
        Look(box.Main);
        Look(box[0]);
        Console.WriteLine(box.Main.Size + box[1].Size);
        """,
        Box);

    [Fact]
    public Task A_getter_of_a_moved_value_is_reported_at_its_receiver() => Moves.Body(
        """
        var box = new Box();
        var other = box;
        Look({|RVG0382:box|}.Main);
        """,
        Box);

    [Fact]
    public Task A_setter_of_a_moved_value_is_reported_at_its_receiver() => Moves.Body(
        """
        var box = new Box();
        var other = box;
        {|RVG0382:box|}.Main = MakePart();
        """,
        Box);

    [Fact]
    public Task An_indexer_of_a_moved_value_is_reported_at_its_receiver() => Moves.Body(
        """
        var box = new Box();
        var other = box;
        {|RVG0382:box|}[0] = MakePart();
        """,
        Box);

    [Fact]
    public Task Moved_and_used_in_a_setter_is_reported() => Moves.Members(
        """
        Config _config;
        Config Main
        {
            get => null;
            set
            {
                _config = value;
                Look({|RVG0382:value|});
            }
        }
        """);

    [Fact]
    public Task Stored_by_a_setter_is_accepted() => Moves.Members(
        """
        Config _config;
        Config Main
        {
            get => null;
            set
            {
                Look(value);
                _config = value;
            }
        }
        """);

    [Fact]
    public Task Moved_and_used_in_a_getter_is_reported() => Moves.Members(
        """
        int Port
        {
            get
            {
                var x = Make();
                Take(x);
                return {|RVG0382:x.Port|};
            }
        }
        """);

    [Fact]
    public Task Moved_and_used_in_an_expression_body_is_reported() => Moves.Members(
        """
        bool Port => TryMake(out var x) && Takes(x) && Takes({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_once_in_an_expression_body_is_accepted() => Moves.Members(
        """
        bool Port => TryMake(out var x) && Looks(x) && Takes(x);
        """);

    [Fact]
    public Task Moved_and_used_in_an_event_accessor_is_reported() => Moves.Members(
        """
        event Action Changed
        {
            add
            {
                var x = Make();
                Take(x);
                Look({|RVG0382:x|});
            }
            remove { }
        }
        """);

    [Fact]
    public Task Moved_and_used_in_an_operator_is_reported() => Moves.Members(
        """
        public static Tests operator +(Tests a, Tests b)
        {
            var x = Make();
            Take(x);
            Look({|RVG0382:x|});
            return a;
        }
        """);

    [Fact]
    public Task Moved_and_used_in_a_finalizer_is_reported() => Moves.Members(
        """
        ~Tests()
        {
            var x = Make();
            Take(x);
            Look({|RVG0382:x|});
        }
        """);
}
