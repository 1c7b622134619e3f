using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.Elements;

/// <summary>What a pattern names is borrowed, shared or exclusive as it is used, until it is given away.</summary>
public sealed class PatternBorrowTests
{
    private const string Types =
        """
        [Owned] class Box { public Part P = new(); public Box Inner; public int N; public Part Calc => P; [Mutates] public void Grow() => N++; }
        [Owned] abstract record Shape(int Id) { [Mutates] public void Grow() { } }
        record Circle(int Id, Part Core) : Shape(Id);
        record Square(int Id, Part L, Part R) : Shape(Id);
        static class Boxes
        {
            public static void Give([Owned] Box box) { }
            public static void Put([Owned] Part[] parts) { }
        }
        """;

    [Fact]
    public Task What_is_changed_through_two_names_one_after_the_other_is_accepted() => Moves.Body(
        """
        var b = new Box();
        if (b.Inner is { } i && i.Inner is { P: { } p }) { p.Size = 1; Look(b.P); i.Grow(); }
        if (b.Inner is not { } j) return;
        j.Grow();
        b.Grow();
        if (b?.Inner is { } k) k.Grow();
        b.Grow();
        """,
        Types);

    [Fact]
    public Task The_owner_changed_while_a_name_is_in_use_is_reported() => Moves.Body(
        """
        var b = new Box();
        if (b.Inner is not { } i) return;
        {|RVG0502:b|}.Grow();
        Look(i.P);
        if (b?.Inner is { } j) { {|RVG0499:b|}.Grow(); j.Grow(); }
        if (b is { Calc: { } p }) { {|RVG0502:b|}.Grow(); Look(p); }
        """,
        Types);

    [Fact]
    public Task Cases_that_change_what_they_name_are_accepted() => Moves.Members(
        """
        static void Test([BorrowedMut] Shape s)
        {
            switch (s)
            {
                case Circle { Core: var core }: core.Size = 1; break;
                case Square(_, var l, var r) when l.Size > 0: l.Size = 1; r.Size = 2; break;
            }
            s.Grow();
        }
        """,
        Types);

    [Fact]
    public Task What_a_case_names_in_a_shared_borrow_is_shared() => Moves.Members(
        """
        static int Read([Borrowed] Shape s) => s switch { Circle { Core: var core } => core.Size, Square(_, var l, _) => l.Size, _ => 0 };
        static void Write([Borrowed] Box b) { if (b.Inner is { } i) {|RVG0596:i|}.Grow(); }
        """,
        Types);

    [Fact]
    public Task What_a_case_names_is_given_away_where_it_is_owned() => Moves.Members(
        """
        static Part Good([Owned] Shape s) => s switch { Circle { Core: var core } => core, Square(_, var l, _) => l, _ => MakePart() };
        static Part Bad([Borrowed] Shape s) => s switch { Circle { Core: var core } => {|RVG0507:core|}, _ => MakePart() };
        """,
        Types);

    [Fact]
    public Task A_name_given_to_another_variable_is_given_away_with_it() => Moves.Body(
        """
        var b = new Box();
        if (b.Inner is { } i) { var q = i; q.Grow(); }
        b.Grow();
        if (b.Inner is { } j) { var q = j; Boxes.Give(q); }
        {|RVG0382:b|}.Grow();
        """,
        Types);

    [Fact]
    public Task A_place_that_is_emptied_gives_its_value_to_the_name_that_is_given_away() => Moves.Members(
        """
        static void Good([BorrowedMut] Box b) { if (b.Inner is { } i) { b.Inner = null; Boxes.Give(i); } }
        static void Cleared([Owned] Box b) { if (b.Inner is { } i) { Boxes.Give(i); b.Inner = null; } b.Grow(); }
        static void Bad([BorrowedMut] Box b) { if (b.Inner is { } i) { {|RVG0506:b.Inner = null|}; Look(i.P); } }
        """,
        Types);

    [Fact]
    public Task A_guard_that_says_no_takes_nothing() => Moves.Body(
        """
        var b = new Box();
        switch (b.Inner)
        {
            case { } i when i.N > 1: Boxes.Give(i); break;
            default: b.Grow(); break;
        }
        """,
        Types);

    [Fact]
    public Task A_cursor_that_goes_on_to_what_a_pattern_named_is_accepted() => Moves.Members(
        """
        static void Owned() { var n = new Box(); while (n is { Inner: { } next }) n = next; n.Grow(); }
        static void Exclusive([BorrowedMut] Box b) { var n = Own.BorrowMut(b); while (n is { Inner: { } next }) n = next; n.Grow(); }
        static void Shared([Borrowed] Box b) { var n = Own.Borrow(b); while (n?.Inner is { } next) n = next; Look(n.P); }
        """,
        Types);

    [Fact]
    public Task A_tuple_that_is_only_matched_is_not_built() => Moves.Body(
        """
        var a = Make(); var b = Make();
        if ((a, b) is ({ Left: var l }, { } x)) { l.Size = 1; x.Bump(); }
        switch ((a, b)) { case ({ Left: var l2 }, { } y): Take(l2); Take(y); break; }
        Look(a.Right);
        Look({|RVG0382:b|});
        """);

    [Fact]
    public Task Elements_that_one_list_pattern_names_are_apart() => Moves.Body(
        """
        var parts = new[] { MakePart(), MakePart() };
        if (parts is [var x, .., var y]) { x.Size = 1; y.Size = 2; x.Size = 3; Edit(x); Edit(y); Edit(x); }
        if (parts is [var z, .. var rest]) { Edit(z); foreach (var r in rest) Edit(r); Edit(z); }
        if (parts is [var a, ..] && parts is [.., {|RVG0499:var b|}]) { Edit(b); Edit(a); }
        Boxes.Put(parts);
        static void Edit([BorrowedMut] Part part) { }
        """,
        Types);

    [Fact]
    public Task A_slice_given_away_is_reported() => Moves.Body(
        """
        var parts = new[] { MakePart(), MakePart() };
        if (parts is [_, .. var rest]) Boxes.Put({|RVG0508:rest|});
        """,
        Types);

    [Fact]
    public Task Part_of_a_temporary_used_behind_the_statement_is_accepted() => Moves.Body(
        """
        if (Make() is not { Left: var left }) return;
        Look(left);
        Take(left);
        var ok = Make() is { Right: var right, Port: 1 };
        if (Make() is { Left: var other }) Take(other);
        """);
}
