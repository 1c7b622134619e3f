namespace RustVsGo.Analyzers.Tests.Rules.Explanations;

/// <summary>RVG0507, RVG0508, RVG0509, RVG0594 and RVG0596: which place it is, why it may not be taken or changed, and who lent it.</summary>
public sealed class PermissionExplanationTests
{
    [Fact]
    public Task A_capture_that_is_taken_names_closure_variable_and_callee() => Explained.Body(
        """
        var x = Make();
        Run(() => Take(x));
        """,
        "RVG0507 6 x: Cannot move out of 'x', a captured variable of a delegate that may be called again (moved into 'Take')",
        "  5 x: 'x' is a captured variable",
        "  6 () => Take(x): Captured by this delegate, which may be called again",
        "  Api data: Parameter 'data' of 'Take' takes ownership",
        "  Api action: Parameter 'action' of 'Run' is not [Once]: its delegate may be called again");

    [Fact]
    public Task A_static_is_called_so() => Explained.Members(
        """
        static Part s_part = new();
        static void Test() => Take(s_part);
        """,
        "RVG0507 4 s_part: Cannot move out of 's_part', a static (moved into 'Take'; 'Part' is a move type)",
        "  Api part: Parameter 'part' of 'Take' takes ownership");

    [Fact]
    public Task A_member_that_borrows_this_is_pointed_at() => Explained.Program(
        """
        [Owned] class Box
        {
            Part _part = new();
            Part Give() => _part;
        }
        """,
        "RVG0507 5 _part: Cannot move out of 'this._part', which is borrowed (moved to the caller; 'Part' is a move type)",
        "  5 Give: 'Give' borrows 'this'");

    [Fact]
    public Task What_a_member_lends_names_the_member() => Explained.Body(
        """
        var x = Make();
        Take(x.View());
        """,
        "RVG0507 6 x.View(): Cannot move out of 'x.View()', which 'View' only lends (moved into 'Take'; 'Part' is a move type)",
        "  Api part: Parameter 'part' of 'Take' takes ownership");

    [Fact]
    public Task An_element_says_its_type() => Explained.Members(
        """
        static void Test(Part[] all) => Take(all[0]);
        """,
        "RVG0508 3 all[0]: Cannot move out of 'all[..]', an element of an array (moved into 'Take'; 'Part' is a move type)",
        "  Api part: Parameter 'part' of 'Take' takes ownership");

    [Fact]
    public Task A_field_of_what_has_a_drop_says_its_type() => Explained.Members(
        """
        static void Test(Res res) => Take(res.P);
        """,
        "RVG0509 3 res.P: Cannot move out of 'res.P', a field of a type that has a drop (moved into 'Take'; 'Part' is a move type)",
        "  Api part: Parameter 'part' of 'Take' takes ownership");

    [Fact]
    public Task A_method_that_borrows_this_is_pointed_at_by_an_assignment() => Explained.Program(
        """
        [Owned] class Counter
        {
            int _count;
            void Increment() { _count++; }
        }
        """,
        "RVG0594 5 _count++: Cannot assign to 'this._count', which is behind a shared borrow",
        "  5 Increment: 'Increment' borrows 'this', shared");

    [Fact]
    public Task A_getter_that_borrows_this_is_pointed_at() => Explained.Program(
        """
        [Owned] class Box
        {
            Part _part = new();
            int Weight { get { _part.Bump(); return 1; } }
        }
        """,
        "RVG0596 5 _part: Cannot borrow 'this._part' exclusively, as it is behind a shared borrow",
        "  5 get: 'Weight' borrows 'this', shared");

    [Fact]
    public Task A_closure_that_changes_is_pointed_at_with_its_use() => Explained.Members(
        """
        static void Test([Borrowed] Data x)
        {
            Action f = () => x.Touch();
            f();
        }
        """,
        "RVG0596 5 () => x.Touch(): Cannot borrow 'x' exclusively, as it is behind a shared borrow",
        "  3 x: Parameter 'x' is a shared borrow",
        "  5 x: Closure uses 'x' here");
}
