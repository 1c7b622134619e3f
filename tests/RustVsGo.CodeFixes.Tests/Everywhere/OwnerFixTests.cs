namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The family that names the owner instead of the variable that borrows from it: RVG0499, 0502, 0503, 0506, 0594, 0596.</summary>
public sealed class OwnerFixTests
{
    [Fact]
    public Task The_owner_is_named_in_a_loop() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        ref var size = ref d.Leaf.Size;
        while (size > 0)
        {
            size -= {|RVG0502:d|}.Read();
        }
        """,
        """
        var d = new Document();
        while (d.Leaf.Size > 0)
        {
            d.Leaf.Size -= d.Read();
        }
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey,
        inAsync: false);

    [Fact]
    public Task The_owner_is_read_behind_a_change() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.Borrow(p);
        {|RVG0502:p|}.Change();
        Sink.Look(r);
        Sink.See(r.View());
        """,
        """
        var p = new Page();
        p.Change();
        Sink.Look(p);
        Sink.See(p.View());
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task The_owner_is_mutated_instead_of_a_borrow_that_lasts() => Places.AreMended<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var m = Own.BorrowMut(d);
        for (var i = 0; i < 3; i++)
        {
            var again = {|RVG0499:d|}.Edit();
            again.Grow();
            m.Change();
        }
        """,
        """
        var d = new Document();
        for (var i = 0; i < 3; i++)
        {
            var again = d.Edit();
            again.Grow();
            d.Change();
        }
        """,
        ExclusiveTwiceCodeFixProvider.OwnerKey);

    [Fact]
    public Task A_part_is_named_where_another_part_changes() => Places.AreMended<UseWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        ref var size = ref d.Leaf.Size;
        Sink.Use({|RVG0503:d.Leaf.Size|});
        d.Count = 1;
        size = 1;
        """,
        """
        var d = new Document();
        Sink.Use(d.Leaf.Size);
        d.Count = 1;
        d.Leaf.Size = 1;
        """,
        UseWhileBorrowedCodeFixProvider.OwnerKey,
        inAsync: false);

    [Fact]
    public Task What_a_ref_is_assigned_to_is_seen_through_it() => Places.AreMended<AssignWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        ref var count = ref d.Count;
        for (var i = 0; i < 3; i++)
        {
            {|RVG0506:d.Count = i|};
            count++;
        }
        """,
        """
        var d = new Document();
        for (var i = 0; i < 3; i++)
        {
            d.Count = i;
            d.Count++;
        }
        """,
        AssignWhileBorrowedCodeFixProvider.OwnerKey,
        inAsync: false);

    [Fact]
    public Task The_owner_is_changed_instead_of_its_shared_borrow() => Places.AreMended<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.Borrow(d);
        Sink.Use(r.Read());
        {|RVG0596:r|}.Change();
        """,
        """
        var d = new Document();
        Sink.Use(d.Read());
        d.Change();
        """,
        BorrowThroughSharedCodeFixProvider.OwnerKey);

    [Fact]
    public Task The_owner_is_written_to_instead_of_its_shared_borrow() => Places.AreMended<AssignThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var first = Own.Borrow(d);
        var second = Own.Borrow(d);
        Sink.Use(second.Read());
        {|RVG0594:first.Count = 1|};
        Sink.Use(first.Read());
        """,
        """
        var d = new Document();
        var second = Own.Borrow(d);
        Sink.Use(second.Read());
        d.Count = 1;
        Sink.Use(d.Read());
        """,
        AssignThroughSharedCodeFixProvider.OwnerKey);

    [Fact]
    public Task The_object_itself_is_named_by_its_members() => Places.IsMended<SharedAndExclusiveCodeFixProvider>(
        """
        [Owned]
        class Counter<T>
        {
            private Leaf _leaf = new();
            private T? _item;
            private int _count;

            [Mutates]
            public int Sum(T item)
            {
                ref var size = ref this._leaf.Size;
                _item = item;
                while (size > 0)
                {
                    _count += {|RVG0502:this|}.Left();
                    size--;
                }

                return _count;
            }

            public int Left() => _leaf.Size;
        }
        """,
        """
        [Owned]
        class Counter<T>
        {
            private Leaf _leaf = new();
            private T? _item;
            private int _count;

            [Mutates]
            public int Sum(T item)
            {
                _item = item;
                while (this._leaf.Size > 0)
                {
                    _count += this.Left();
                    this._leaf.Size--;
                }

                return _count;
            }

            public int Left() => _leaf.Size;
        }
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task A_variable_that_keeps_the_old_value_stays() => Places.AreLeft<AssignWhileBorrowedCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.Borrow(p);
        {|RVG0506:p = new Page()|};
        Sink.Look(r);
        """,
        AssignWhileBorrowedCodeFixProvider.OwnerKey);

    [Fact]
    public Task A_part_that_its_owner_may_replace_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.Borrow(p.Leaf);
        {|RVG0502:p|}.Change();
        Sink.See(r);
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task A_borrow_that_is_handed_on_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.Borrow(p);
        var other = r;
        {|RVG0502:p|}.Change();
        Sink.Look(other);
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task What_a_call_lent_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var view = p.View();
        {|RVG0502:p|}.Change();
        Sink.See(view);
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task A_declaration_with_a_comment_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.Borrow(p); // The page that is shown.
        {|RVG0502:p|}.Change();
        Sink.Look(r);
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);

    [Fact]
    public Task An_element_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var pages = new[] { new Page(), new Page() };
        var index = 0;
        var r = Own.Borrow(pages[index]);
        index++;
        {|RVG0502:pages[index]|}.Change();
        Sink.Look(r);
        """,
        SharedAndExclusiveCodeFixProvider.OwnerKey);
}
