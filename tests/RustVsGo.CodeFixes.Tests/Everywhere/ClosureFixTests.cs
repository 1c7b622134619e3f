namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The fixes of RVG0373, and those of RVG0521 that are about lambdas.</summary>
public sealed class ClosureFixTests
{
    [Fact]
    public Task A_delegate_takes_a_clone_along() => Places.AreMended<CapturedByEscapingCodeFixProvider>(
        """
        using var h = new Handle(); // for a while
        Sink.Start({|RVG0373:() => Sink.Use(h.Read())|});
        """,
        """
        using var h = new Handle(); // for a while
        var handle = h.Clone();
        Sink.Start(() => Sink.Use(handle.Read()));
        """,
        CapturedByEscapingCodeFixProvider.CloneKey);

    [Fact]
    public Task A_delegate_owns_what_it_captured() => Places.AreMended<CapturedByEscapingCodeFixProvider>(
        """
        // Why.
        using var h = new Handle(); // for a while
        Sink.Start({|RVG0373:() => Sink.Use(h.Read())|});
        """,
        """
        // Why.
        var h = new Handle(); // for a while
        Sink.Start(() => Sink.Use(h.Read()));
        """,
        CapturedByEscapingCodeFixProvider.OwnKey);

    [Fact]
    public Task What_is_used_again_stays_where_it_is() => Places.IsLeft<CapturedByEscapingCodeFixProvider>(
        """
        using var h = new Handle();
        Sink.Start({|RVG0373:() => Sink.Use(h.Read())|});
        Sink.Use(h.Read());
        """,
        CapturedByEscapingCodeFixProvider.OwnKey);

    [Fact]
    public Task A_using_statement_stays() => Places.IsLeft<CapturedByEscapingCodeFixProvider>(
        """
        using (var h = new Handle())
        {
            Sink.Start({|RVG0373:() => Sink.Use(h.Read())|});
        }
        """,
        CapturedByEscapingCodeFixProvider.OwnKey);

    [Fact]
    public Task An_owner_lives_as_long_as_the_delegate_that_is_lent_it() => Places.IsMended<CapturedByEscapingCodeFixProvider>(
        """
        var keep = new Page();
        var last = keep.View();
        {
            var p = new Page();
            Action set = {|RVG0373:() => last = p.View()|};
            set();
        }
        Action get = () => Sink.See(last);
        get();
        """,
        """
        var keep = new Page();
        var last = keep.View();
        var p = new Page();
        {
            Action set = () => last = p.View();
            set();
        }
        Action get = () => Sink.See(last);
        get();
        """,
        CapturedByEscapingCodeFixProvider.HoistKey);

    [Fact]
    public Task A_kept_delegate_takes_a_clone_of_a_borrowed_parameter() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        static class C
        {
            static void M([Borrowed] Document document)
            {
                // Later.
                Sink.Start({|RVG0521:() => Sink.Use(document.Read())|});
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Document document)
            {
                // Later.
                var document2 = document.Clone();
                Sink.Start(() => Sink.Use(document2.Read()));
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_kept_delegate_that_changes_a_parameter_gets_no_clone() => Places.IsLeft<BorrowEscapesCodeFixProvider>(
        """
        static class C
        {
            static void M([BorrowedMut] Document document)
            {
                Sink.Start({|RVG0521:() => document.Change()|});
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_returned_delegate_takes_a_clone_of_a_borrowed_parameter() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        static class C
        {
            static Func<T, int> M<T>([BorrowedMut] Document document)
            {
                document.Change();
                return {|RVG0521:item => document.Read()|};
            }
        }
        """,
        """
        static class C
        {
            static Func<T, int> M<T>([BorrowedMut] Document document)
            {
                document.Change();
                var document2 = document.Clone();
                return item => document2.Read();
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_method_whose_delegate_changes_a_parameter_owns_it() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        static class C
        {
            static Action M([BorrowedMut] Document document) // for later
            {
                return {|RVG0521:() => document.Change()|};
            }
        }
        """,
        """
        static class C
        {
            static Action M([Owned] Document document) // for later
            {
                return () => document.Change();
            }
        }
        """,
        BorrowEscapesCodeFixProvider.OwnKey);

    [Fact]
    public Task A_kept_delegate_takes_a_clone_of_the_object() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        [Owned]
        class Chapter
        {
            private int _pages;

            public Chapter Clone() => new();

            public int Pages() => _pages;

            public static int Count([Borrowed] Chapter chapter) => chapter._pages;

            public void Schedule()
            {
                for (var i = 0; i < 3; i++)
                {
                    // Later.
                    Sink.Start({|RVG0521:() => Sink.Use(this.Pages(), Count(this), _pages)|});
                }
            }
        }
        """,
        """
        [Owned]
        class Chapter
        {
            private int _pages;

            public Chapter Clone() => new();

            public int Pages() => _pages;

            public static int Count([Borrowed] Chapter chapter) => chapter._pages;

            public void Schedule()
            {
                for (var i = 0; i < 3; i++)
                {
                    // Later.
                    var chapter = this.Clone();
                    Sink.Start(() => Sink.Use(chapter.Pages(), Count(chapter), chapter._pages));
                }
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_kept_delegate_that_names_a_member_alone_takes_a_clone_too() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        [Owned]
        class Chapter
        {
            private int _pages;

            public Chapter Clone() => new();

            public void Schedule()
            {
                Sink.Start({|RVG0521:() => Sink.Use(_pages)|});
            }
        }
        """,
        """
        [Owned]
        class Chapter
        {
            private int _pages;

            public Chapter Clone() => new();

            public void Schedule()
            {
                var chapter = this.Clone();
                Sink.Start(() => Sink.Use(chapter._pages));
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_kept_delegate_that_changes_the_object_gets_no_clone() => Places.IsLeft<BorrowEscapesCodeFixProvider>(
        """
        [Owned]
        class Chapter
        {
            private int _pages;

            public Chapter Clone() => new();

            [Mutates] public void Grow() => _pages++;

            [Mutates]
            public void Schedule()
            {
                Sink.Start({|RVG0521:() => this.Grow()|});
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey);

    [Fact]
    public Task A_parameter_that_two_delegates_keep_is_cloned_for_each() => Places.IsMended<BorrowEscapesCodeFixProvider>(
        """
        static class C
        {
            static void M([Borrowed] Document document)
            {
                Sink.Start({|RVG0521:() => Sink.Use(document.Read())|});
                Sink.Start(() => Sink.Use(document.Count));
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Document document)
            {
                var document2 = document.Clone();
                Sink.Start(() => Sink.Use(document2.Read()));
                var document3 = document.Clone();
                Sink.Start(() => Sink.Use(document3.Count));
            }
        }
        """,
        BorrowEscapesCodeFixProvider.CloneKey,
        iterations: 2);
}
