namespace RustVsGo.Analyzers.Tests.Rules.Explanations;

/// <summary>RVG0373, RVG0515, RVG0521, RVG0597 and RVG0621: what ends too early, where, and what needs it longer.</summary>
public sealed class LifetimeExplanationTests
{
    [Fact]
    public Task The_declaration_of_what_ends_is_pointed_at() => Explained.Body(
        """
        Part r;
        {
            var x = Make();
            r = x.View();
        }
        Look(r);
        """,
        "RVG0597 8 x: 'x' does not live long enough (it is gone at the end of its scope, borrow later used at line 10)",
        "  7 x: 'x' has the move type 'Data'",
        "  8 x: shared borrow here",
        "  9 }: 'x' goes out of scope here while still borrowed",
        "  10 r: Borrow later used here");

    [Fact]
    public Task The_order_in_which_variables_are_dropped_is_said_where_it_matters() => Explained.Program(
        """
        [Owned] class Watcher : IDisposable
        {
            [Borrowed] public Part Part;
            public void Dispose() { }
        }
        class Tests
        {
            static void Test()
            {
                using var w = new Watcher();
                var x = Make();
                w.Part = x.View();
            }
        }
        """,
        "RVG0597 13 x: 'x' does not live long enough (it is gone at the end of its scope, borrow might be used when 'w' is dropped; values in a scope are dropped in the opposite order they are defined)",
        "  11 w: Borrow might be used when 'w' is dropped by its 'using'",
        "  12 x: 'x' has the move type 'Data'",
        "  13 x: shared borrow here",
        "  14 }: 'x' goes out of scope here while still borrowed");

    [Fact]
    public Task The_order_in_which_variables_are_dropped_does_not_matter_to_another_use() => Explained.Program(
        """
        [Owned] class Watcher : IDisposable
        {
            [Borrowed] public Part Part;
            public void Dispose() { }
        }
        class Tests
        {
            static void Test()
            {
                var x = Make();
                using var w = new Watcher();
                w.Part = x.View();
            }
            static void Other()
            {
                using var w = new Watcher();
                using (var x = Open())
                {
                    w.Part = x.View();
                }
                Look(w.Part);
            }
        }
        """,
        "RVG0597 20 x: 'x' does not live long enough (it is gone at the end of its 'using', borrow later used at line 22)",
        "  18 x: 'x' has the move type 'Res'",
        "  20 x: shared borrow here",
        "  21 }: 'x' is dropped here by its 'using', while still borrowed",
        "  22 w.Part: Borrow later used here");

    [Fact]
    public Task A_closure_that_lends_to_one_behind_the_block_is_pointed_at_with_it() => Explained.Body(
        """
        var keep = Make();
        var r = keep.View();
        {
            var x = Make();
            Action set = () => r = x.View();
            set();
        }
        Action get = () => Look(r);
        get();
        """,
        "RVG0373 9 () => r = x.View(): Closure may outlive 'x', which it captures and which ends with this block (shared borrow at line 9, borrow later captured at line 12)",
        "  9 () => r = x.View(): shared borrow here",
        "  9 x: Closure uses 'x' here",
        "  11 }: 'x' goes out of scope here while still borrowed",
        "  12 () => Look(r): Borrow later captured here");

    [Fact]
    public Task What_stores_a_borrow_for_longer_is_pointed_at() => Explained.Members(
        """
        [Borrowed] static Part s_part;
        static void Test()
        {
            var x = Make();
            s_part = x.View();
        }
        """,
        "RVG0597 7 x: 'x' does not live long enough (stored where it lives on at line 7; it is gone at the end of its scope)",
        "  6 x: 'x' has the move type 'Data'",
        "  7 x: shared borrow here",
        "  7 x.View(): Borrow stored where it lives on here");

    [Fact]
    public Task A_returned_closure_is_pointed_at_with_its_use() => Explained.Members(
        """
        static Func<int> Test()
        {
            using var x = Open();
            return () => x.Peek();
        }
        """,
        "RVG0373 6 () => x.Peek(): Closure may outlive 'x', which it captures and which ends with this body (returned; shared borrow at line 6)",
        "  6 () => x.Peek(): shared borrow here",
        "  6 x: Closure uses 'x' here");

    [Fact]
    public Task A_closure_that_is_returned_under_a_name_says_where() => Explained.Members(
        """
        static Func<int> Test()
        {
            using var x = Open();
            Func<int> f = () => x.Peek();
            return f;
        }
        """,
        "RVG0373 6 () => x.Peek(): Closure may outlive 'x', which it captures and which ends with this body (returned at line 7; shared borrow at line 6)",
        "  6 () => x.Peek(): shared borrow here",
        "  6 x: Closure uses 'x' here",
        "  7 f: Borrow returned here");

    [Fact]
    public Task The_parameter_that_keeps_a_closure_is_pointed_at() => Explained.Members(
        """
        static void Keep([Owned] Func<int> get) { }
        static void Test()
        {
            using var x = Open();
            Keep(() => x.Peek());
        }
        """,
        "RVG0373 7 () => x.Peek(): Closure may outlive 'x', which it captures and which ends with this body (moved into 'Keep'; shared borrow at line 7)",
        "  3 get: Parameter 'get' of 'Keep' takes ownership",
        "  7 () => x.Peek(): shared borrow here",
        "  7 x: Closure uses 'x' here");

    [Fact]
    public Task A_parameter_that_is_stored_is_not_named_twice() => Explained.Members(
        """
        static List<int> s_last;
        static void Test([Borrowed] List<int> lines) => s_last = lines;
        """,
        "RVG0521 4 lines: 'lines' is lent for the call only, and is stored where it lives on",
        "  4 lines: Parameter 'lines' is a borrow");

    [Fact]
    public Task A_closure_that_escapes_with_a_borrow_is_pointed_at_with_its_use() => Explained.Members(
        """
        static void Keep([Owned] Func<int> get) { }
        static void Test([Borrowed] Data x) => Keep(() => x.Peek());
        """,
        "RVG0521 4 () => x.Peek(): '() => x.Peek()' borrows from 'x', which is lent for the call only, and is moved into 'Keep', where it lives on",
        "  3 get: Parameter 'get' of 'Keep' takes ownership",
        "  4 x: Parameter 'x' is a borrow",
        "  4 x: Closure uses 'x' here");

    [Fact]
    public Task A_signature_that_names_others_is_pointed_at() => Explained.Members(
        """
        [return: Borrowed(nameof(a))] static Part Test([Borrowed] Data a, [Borrowed] Data b) => b.View();
        """,
        "RVG0621 3 b.View(): Returned value 'b.View()' borrows from 'b', which the signature does not name as a source",
        "  3 Test: The signature of 'Test' does not name 'b' as a source",
        "  3 b: Parameter 'b' is a borrow");

    [Fact]
    public Task A_signature_that_lets_nothing_be_kept_is_pointed_at() => Explained.Program(
        """
        class Holder
        {
            [Borrowed] Part _part;
            public void Set([Borrowed] Part part) { _part = part; }
        }
        """,
        "RVG0621 5 part: 'part' is a borrow that the signature does not allow to be kept",
        "  5 Set: The signature of 'Set' does not let 'part' be kept",
        "  5 part: Parameter 'part' is a borrow");
}
