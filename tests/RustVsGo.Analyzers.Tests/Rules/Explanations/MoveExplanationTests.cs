namespace RustVsGo.Analyzers.Tests.Rules.Explanations;

/// <summary>RVG0382: what rustc says about E0382, label by label, in C#'s words.</summary>
public sealed class MoveExplanationTests
{
    [Fact]
    public Task The_declaration_says_why_it_moves() => Explained.Body(
        """
        var x = Make();
        var y = x;
        Look(x);
        """,
        "RVG0382 7 x: Borrow of moved value 'x' (moved at line 6)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 x: Value moved here");

    [Fact]
    public Task The_declaration_of_a_plain_value_says_no_more_than_where() => Explained.Members(
        """
        static void Eat([Owned] Stream stream) { }
        static void Test(Stream s)
        {
            Eat(s);
            s.ReadByte();
        }
        """,
        "RVG0382 7 s: Use of moved value 's' (moved into 'Eat' at line 6)",
        "  3 stream: Parameter 'stream' of 'Eat' takes ownership",
        "  4 s: 's' is declared here",
        "  6 s: Value moved into 'Eat' here");

    [Fact]
    public Task A_parameter_is_a_declaration_too() => Explained.Members(
        """
        static void Test(Data x)
        {
            Take(x);
            Look(x);
        }
        """,
        "RVG0382 6 x: Borrow of moved value 'x' (moved into 'Take' at line 5)",
        "  3 x: 'x' has the move type 'Data'",
        "  5 x: Value moved into 'Take' here",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task A_use_in_a_closure_is_pointed_at() => Explained.Body(
        """
        var x = Make();
        Take(x);
        Action f = () =>
            Look(x);
        f();
        """,
        "RVG0382 7 () =>\n    Look(x): Borrow of moved value 'x' (moved into 'Take' at line 6)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 x: Value moved into 'Take' here",
        "  8 x: Closure uses 'x' here",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task A_move_in_a_closure_is_pointed_at() => Explained.Body(
        """
        var x = Make();
        Action f = () => Take(x);
        Look(x);
        RunOnce(f);
        """,
        "RVG0382 7 x: Borrow of moved value 'x' (moved into the closure at line 6)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 () => Take(x): Value moved into the closure here",
        "  6 x: Closure moves 'x' here");

    [Fact]
    public Task A_move_in_a_closure_inside_a_closure_is_pointed_at_where_it_happens() => Explained.Body(
        """
        var x = Make();
        Action f = () => RunOnce(() => Take(x));
        Look(x);
        RunOnce(f);
        """,
        "RVG0382 7 x: Borrow of moved value 'x' (moved into the closure at line 6)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 () => RunOnce(() => Take(x)): Value moved into the closure here",
        "  6 x: Closure moves 'x' here");

    [Fact]
    public Task A_move_in_a_local_function_is_pointed_at_and_named() => Explained.Body(
        """
        var x = Make();
        Give();
        Look(x);
        void Give() => Take(x);
        """,
        "RVG0382 7 x: Borrow of moved value 'x' (moved by the local function 'Give' at line 6)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 Give(): Value moved by the local function 'Give' here",
        "  8 x: Local function 'Give' moves 'x' here");

    [Fact]
    public Task The_loops_around_a_move_are_pointed_at() => Explained.Body(
        """
        var x = Make();
        foreach (var i in new[] { 1, 2 })
        {
            while (c)
                Take(x);
        }
        """,
        "RVG0382 9 x: Use of moved value 'x' (moved into 'Take' here, in a previous iteration of the loop)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 foreach (var i in new[] { 1, 2 }): Inside of this loop",
        "  8 while (c): Inside of this loop",
        "  9 x: Value moved into 'Take' here, in a previous iteration of the loop",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task A_loop_around_the_declaration_as_well_is_not_pointed_at() => Explained.Body(
        """
        while (c)
        {
            var x = Make();
            do
            {
                Take(x);
            }
            while (n > 0);
        }
        """,
        "RVG0382 10 x: Use of moved value 'x' (moved into 'Take' here, in a previous iteration of the loop)",
        "  7 x: 'x' has the move type 'Data'",
        "  8 do: Inside of this loop",
        "  10 x: Value moved into 'Take' here, in a previous iteration of the loop",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task What_a_delegate_moves_says_why_it_can_be_called_once() => Explained.Body(
        """
        var x = Make();
        Action f = () => Take(x);
        f();
        f();
        """,
        "RVG0382 8 f: Use of moved value 'f' (called, and it can be called once because it moves what it captured, at line 7)",
        "  6 f: 'f' is declared here",
        "  6 x: 'x' is moved here, so that the delegate can be called once",
        "  7 f: Value called, and it can be called once because it moves what it captured, here");

    [Fact]
    public Task The_catalog_is_named() => Explained.Body(
        """
        var x = MakePart();
        var all = new List<Part>();
        all.Add(x);
        Look(x);
        """,
        "RVG0382 8 x: Borrow of moved value 'x' (moved into 'Add' at line 7)",
        "  5 x: 'x' has the move type 'Part'",
        "  7 x: Value moved into 'Add' here, as the catalog says");

    [Fact]
    public Task The_line_of_a_contract_file_is_pointed_at() => Explained.With(
        "# ours\nM:Old.Swallow(System.IO.Stream) ; stream: [Owned]",
        """
        static class Old
        {
            public static void Swallow(Stream stream) { }
            static void Test(Stream s)
            {
                Swallow(s);
                s.ReadByte();
            }
        }
        """,
        "RVG0382 8 s: Use of moved value 's' (moved into 'Swallow' at line 7)",
        "  4 stream: Parameter 'stream' of 'Swallow' takes ownership",
        "  5 s: 's' is declared here",
        "  7 s: Value moved into 'Swallow' here",
        "  Test.ownership.txt(2): Parameter 'stream' of 'Swallow' takes ownership, as this contract says");
}
