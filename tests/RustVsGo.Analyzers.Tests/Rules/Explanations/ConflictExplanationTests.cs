namespace RustVsGo.Analyzers.Tests.Rules.Explanations;

/// <summary>RVG0499, RVG0502, RVG0505 and RVG0506: what rustc says about the same conflicts, label by label.</summary>
public sealed class ConflictExplanationTests
{
    [Fact]
    public Task A_capture_that_borrows_is_pointed_at_with_its_use() => Explained.Body(
        """
        var x = Make();
        Func<int> f = () => x.Peek();
        Take(x);
        f();
        """,
        "RVG0505 7 x: Cannot move out of 'x' because it is borrowed (moved into 'Take'; shared borrow at line 6, borrow later used at line 8)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 () => x.Peek(): shared borrow here",
        "  6 x: Closure uses 'x' here",
        "  8 f: Borrow later used here",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task A_closure_that_moves_what_is_borrowed_is_pointed_at_with_its_use() => Explained.Body(
        """
        var x = Make();
        var r = x.View();
        Action f = () => Take(x);
        Look(r);
        RunOnce(f);
        """,
        "RVG0505 7 () => Take(x): Cannot move out of 'x' because it is borrowed (moved into the closure; shared borrow at line 6, borrow later used at line 8)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 x: shared borrow here",
        "  7 x: Closure moves 'x' here",
        "  8 r: Borrow later used here");

    [Fact]
    public Task Two_closures_that_borrow_are_pointed_at_with_their_uses() => Explained.Body(
        """
        var x = Make();
        Action f = () => x.Touch();
        Action g = () => x.Touch();
        f();
        g();
        """,
        "RVG0499 7 () => x.Touch(): Cannot borrow 'x' exclusively more than once at a time (exclusive borrow at line 6, borrow later used at line 8)",
        "  6 () => x.Touch(): exclusive borrow here",
        "  6 x: Closure uses 'x' here",
        "  7 x: Closure uses 'x' here",
        "  8 f: Borrow later used here");

    [Fact]
    public Task An_assignment_to_what_a_closure_borrows_is_pointed_at_with_its_use() => Explained.Body(
        """
        var x = Make();
        Func<int> f = () => x.Peek();
        x = Make();
        f();
        """,
        "RVG0506 7 x = Make(): Cannot assign to 'x' because it is borrowed (shared borrow at line 6, borrow later used at line 8)",
        "  6 () => x.Peek(): shared borrow here",
        "  6 x: Closure uses 'x' here",
        "  8 f: Borrow later used here");

    [Fact]
    public Task A_closure_that_assigns_what_is_borrowed_is_pointed_at_with_its_use() => Explained.Body(
        """
        var x = Make();
        var r = x.View();
        Action f = () => { x = Make(); };
        Look(r);
        f();
        """,
        "RVG0502 7 () => { x = Make(); }: Cannot borrow 'x' exclusively because it is also borrowed as shared (shared borrow at line 6, borrow later used at line 8)",
        "  6 x: shared borrow here",
        "  7 x = Make(): Closure uses 'x' here",
        "  8 r: Borrow later used here");

    [Fact]
    public Task A_call_that_was_given_both_is_the_later_use() => Explained.Members(
        """
        static void Two([BorrowedMut] Data a, [BorrowedMut] Data b) { }
        static void Test(Data x)
        {
            Two(x, x);
        }
        """,
        "RVG0499 6 x: Cannot borrow 'x' exclusively more than once at a time (exclusive borrow at line 6, borrow later used by the call)",
        "  6 Two: Borrow later used by this call",
        "  6 x: exclusive borrow here");

    [Fact]
    public Task A_receiver_that_the_call_also_reads_is_told_where_the_call_begins() => Explained.Program(
        """
        static class Tests
        {
        static void Append([BorrowedMut] this Data a, [Borrowed] Data b) { }
        static void Test(Data x, Data y)
        {
            x.Append(y);
            x.Append(
                x);
        }
        }
        """,
        "RVG0502 8 x: Cannot borrow 'x' exclusively because it is also borrowed as shared (shared borrow at line 9, borrow later used by the call)",
        "  8 Append: Borrow later used by this call",
        "  9 x: shared borrow here");

    [Fact]
    public Task An_argument_that_the_call_also_reads_is_told_where_it_stands() => Explained.Program(
        """
        static class Tests
        {
        static void Compare([Borrowed] this Data a, [BorrowedMut] Data b) { }
        static void Append([BorrowedMut] Data a, [Borrowed] Data b) { }
        static void Test(Data x, Data y)
        {
            x.Compare(y);
            x.Compare(
                x);
            Append(y,
                y);
        }
        }
        """,
        "RVG0502 10 x: Cannot borrow 'x' exclusively because it is also borrowed as shared (shared borrow at line 9, borrow later used by the call)",
        "  9 x: shared borrow here",
        "  9 Compare: Borrow later used by this call",
        "RVG0502 12 y: Cannot borrow 'y' as shared because it is also borrowed exclusively (exclusive borrow at line 11, borrow later used by the call)",
        "  11 Append: Borrow later used by this call",
        "  11 y: exclusive borrow here");

    [Fact]
    public Task A_later_capture_is_called_so() => Explained.Body(
        """
        var x = Make();
        var r = x.View();
        x.Touch();
        Action f = () => Look(r);
        f();
        """,
        "RVG0502 7 x: Cannot borrow 'x' exclusively because it is also borrowed as shared (shared borrow at line 6, borrow later captured at line 8)",
        "  6 x: shared borrow here",
        "  8 () => Look(r): Borrow later captured here");

    [Fact]
    public Task What_holds_the_borrow_of_the_turn_before_is_the_later_use() => Explained.Body(
        """
        var x = Make();
        Part p = null;
        while (c)
        {
            var q = x.ViewMut();
            if (p != null) Edit(p);
            p = q;
        }
        """,
        "RVG0499 9 x: Cannot borrow 'x' exclusively more than once at a time (exclusive borrow here, in a previous iteration of the loop, borrow later used at line 10)",
        "  9 x: exclusive borrow here, in a previous iteration of the loop",
        "  10 p: Borrow later used here");

    [Fact]
    public Task A_using_that_may_look_at_the_borrow_is_the_later_use() => Explained.Program(
        """
        [Owned] class Guard : IDisposable
        {
            [BorrowedMut] Data _data;
            public Guard([BorrowedMut(CapturedBy = "this")] Data data) { _data = data; }
            public void Dispose() { }
        }
        class Tests
        {
            static void Test(Data x)
            {
                using var guard = new Guard(x);
                Take(x);
            }
        }
        """,
        "RVG0505 13 x: Cannot move out of 'x' because it is borrowed (moved into 'Take'; exclusive borrow at line 12, borrow might be used when 'guard' is dropped)",
        "  10 x: 'x' has the move type 'Data'",
        "  12 guard: Borrow might be used when 'guard' is dropped by its 'using'",
        "  12 x: exclusive borrow here",
        "  Api data: Parameter 'data' of 'Take' takes ownership");

    [Fact]
    public Task A_drop_says_what_drops() => Explained.Body(
        """
        var x = Open();
        var r = x.View();
        x.Dispose();
        Look(r);
        """,
        "RVG0505 7 x: Cannot drop 'x' because it is borrowed (dropped by 'Dispose'; shared borrow at line 6, borrow later used at line 8)",
        "  5 x: 'x' has the move type 'Res'",
        "  6 x: shared borrow here",
        "  8 r: Borrow later used here");

    [Fact]
    public Task A_method_that_consumes_is_pointed_at() => Explained.Body(
        """
        var x = Make();
        var r = x.View();
        var p = x.Finish();
        Look(r);
        """,
        "RVG0505 7 x: Cannot move out of 'x' because it is borrowed (moved by the call of 'Finish'; shared borrow at line 6, borrow later used at line 8)",
        "  5 x: 'x' has the move type 'Data'",
        "  6 x: shared borrow here",
        "  8 r: Borrow later used here",
        "  Api Finish: 'Finish' takes ownership of what it is called on");
}
