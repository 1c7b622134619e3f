namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Records: positional parameters, <c>with</c>, copy constructors.</summary>
public sealed class RecordTests
{
    [Fact]
    public Task A_positional_parameter_stores_what_it_is_given() => Construct.Body(
        """
        var p = MakePart();
        var x = new Doc(p, "a");
        Look({|RVG0382:p|});
        Look(x.Body);
        """,
        Docs);

    [Fact]
    public Task A_positional_property_is_a_place() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        Take(x.Body);
        Lend(x.Name);
        Look({|RVG0382:x.Body|});
        """,
        Docs);

    [Fact]
    public Task With_moves_what_it_does_not_replace() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var y = x with { Name = "b" };
        Look(y.Body);
        Look({|RVG0382:x.Body|});
        """,
        Docs);

    [Fact]
    public Task With_that_replaces_every_owned_part_leaves_the_record() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var y = x with { Body = MakePart() };
        Take(x.Body);
        Take(y.Body);
        """,
        Docs);

    [Fact]
    public Task With_stores_its_new_value() => Construct.Body(
        """
        var p = MakePart();
        var x = new Doc(MakePart(), "a");
        var y = x with { Body = p };
        Look({|RVG0382:p|});
        """,
        Docs);

    [Fact]
    public Task With_of_a_borrowed_record_that_moves_a_part_is_reported() => Construct.Members(
        """
        static Doc Test([Borrowed] Doc d) => {|RVG0507:d|} with { Name = "b" };
        """,
        Docs);

    [Fact]
    public Task With_of_a_borrowed_record_that_replaces_every_owned_part_is_accepted() => Construct.Members(
        """
        static Doc Test([Borrowed] Doc d) => d with { Body = MakePart() };
        """,
        Docs);

    [Fact]
    public Task With_through_a_copy_constructor_of_its_own_borrows() => Construct.Body(
        """
        var x = new Sheet(MakePart());
        var y = x with { };
        Look(x.Body);
        Look(y.Body);
        """,
        "[Owned] sealed record Sheet(Part Body) { private Sheet([Borrowed] Sheet other) => Body = other.Body.Dup(); }");

    [Fact]
    public Task A_copy_constructor_that_moves_out_of_its_source_is_reported() => Construct.Program(
        """
        [Owned] sealed record Sheet(Part Body)
        {
            private Sheet([Borrowed] Sheet other) => Body = {|RVG0507:other.Body|};
        }
        """);

    [Fact]
    public Task With_on_a_record_struct_moves_what_it_does_not_replace() => Construct.Body(
        """
        var x = new Slip(MakePart(), 1);
        var y = x with { N = 2 };
        Look({|RVG0382:x.Body|});
        """,
        "[Owned] record struct Slip(Part Body, int N);");

    [Fact]
    public Task With_on_a_struct_moves_what_it_does_not_replace() => Construct.Body(
        """
        var x = new Slip { Body = MakePart() };
        var y = x with { N = 2 };
        Look({|RVG0382:x.Body|});
        """,
        "[Owned] struct Slip { public Part Body; public int N; }");

    [Fact]
    public Task With_on_a_struct_that_replaces_every_owned_part_is_accepted() => Construct.Body(
        """
        var x = new Slip { Body = MakePart() };
        var y = x with { Body = MakePart() };
        Look(x.Body);
        Look(y.Body);
        """,
        "[Owned] struct Slip { public Part Body; public int N; }");

    [Fact]
    public Task With_on_a_plain_record_copies() => Construct.Body(
        """
        var x = new Note("a", 1);
        var y = x with { N = 2 };
        Lend(x.Name + y.Name);
        """,
        "record Note(string Name, int N);");

    [Fact]
    public Task A_member_of_a_record_follows_its_receiver() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var p = x.View();
        Lend(x.ToString());
        {|RVG0502:x|}.Rename();
        Look(p);
        """,
        "[Owned] record Doc(Part Body, string Name) { [return: Borrowed] public Part View() => Body; [Mutates] public void Rename() => Last = \"b\"; public string Last { get; set; } = \"\"; }");

    [Fact]
    public Task Two_records_that_are_compared_are_borrowed() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var y = new Doc(MakePart(), "b");
        if (x == y || x.Equals(y))
            Look(x.Body);
        Take(x.Body);
        Lend(y);
        if ({|RVG0382:x|} != y)
            Risky();
        """,
        Docs);

    private const string Docs = "[Owned] record Doc(Part Body, string Name);";
}
