namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>What is read of a value: before it is moved, or through the borrow that is in the way.</summary>
public sealed class ReadFixTests
{
    [Fact]
    public Task A_number_is_read_before_the_move() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Sink.Take(d); // gone
        Sink.Use({|RVG0382:d.Count|});
        """,
        """
        var d = new Document();
        var value = d.Count;
        Sink.Take(d); // gone
        Sink.Use(value);
        """,
        UseAfterMoveCodeFixProvider.BindKey);

    [Fact]
    public Task A_number_of_a_part_is_read_before_the_branch_that_moves() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        if (d.Count > 0)
        {
            Sink.Take(d);
        }

        Sink.Use({|RVG0382:d.Leaf.Size|});
        """,
        """
        var d = new Document();
        var value = d.Leaf.Size;
        if (d.Count > 0)
        {
            Sink.Take(d);
        }

        Sink.Use(value);
        """,
        UseAfterMoveCodeFixProvider.BindKey);

    [Fact]
    public Task What_a_method_answers_is_not_asked_earlier() => Places.IsLeft<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Sink.Take(d);
        Sink.Use({|RVG0382:d|}.Read());
        """,
        UseAfterMoveCodeFixProvider.BindKey);

    [Fact]
    public Task What_is_read_in_each_turn_is_not_read_earlier() => Places.IsLeft<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Sink.Take(d);
        while ({|RVG0382:d.Count|} > 0)
        {
            Sink.Use();
        }
        """,
        UseAfterMoveCodeFixProvider.BindKey);

    [Fact]
    public Task What_may_not_be_there_is_not_read_earlier() => Places.IsLeft<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        var n = d.Count;
        Sink.Take(d);
        Sink.Use(n > 0 && {|RVG0382:d.Count|} > 1);
        """,
        UseAfterMoveCodeFixProvider.BindKey);

    [Fact]
    public Task A_number_is_read_through_the_borrow() => Places.AreMended<UseWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Count = {|RVG0503:d.Count|} + 1; // one more
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Count = r.Count + 1; // one more
        """,
        UseWhileBorrowedCodeFixProvider.ThroughKey);

    [Fact]
    public Task An_owner_is_changed_through_its_borrow() => Places.AreMended<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        {|RVG0499:d|}.Change();
        r.Change();
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Change();
        r.Change();
        """,
        ExclusiveTwiceCodeFixProvider.ThroughKey);

    [Fact]
    public Task A_part_is_changed_through_its_reference() => Places.IsMended<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        ref var leaf = ref d.Leaf;
        {|RVG0499:d.Leaf|}.Grow();
        leaf.Grow();
        """,
        """
        var d = new Document();
        ref var leaf = ref d.Leaf;
        leaf.Grow();
        leaf.Grow();
        """,
        ExclusiveTwiceCodeFixProvider.ThroughKey);

    [Fact]
    public Task An_owner_is_read_through_its_borrow() => Places.IsMended<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var r = Own.BorrowMut(p);
        Sink.Look({|RVG0502:p|});
        r.Change();
        """,
        """
        var p = new Page();
        var r = Own.BorrowMut(p);
        Sink.Look(r);
        r.Change();
        """,
        SharedAndExclusiveCodeFixProvider.ThroughKey);

    [Fact]
    public Task A_number_is_set_through_the_borrow() => Places.IsMended<AssignWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        {|RVG0506:d.Count = 1|};
        r.Change();
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Count = 1;
        r.Change();
        """,
        AssignWhileBorrowedCodeFixProvider.ThroughKey);

    [Fact]
    public Task A_borrow_that_may_lead_elsewhere_does_not_stand_for_its_owner() => Places.IsLeft<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var e = new Document();
        var r = Own.BorrowMut(d);
        if (e.Count > 0)
            r = Own.BorrowMut(e);
        {|RVG0499:d|}.Change();
        r.Change();
        """,
        ExclusiveTwiceCodeFixProvider.ThroughKey);

    [Fact]
    public Task A_borrow_of_a_part_does_not_stand_for_the_whole() => Places.IsLeft<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var leaf = d.Edit();
        {|RVG0499:d|}.Change();
        leaf.Grow();
        """,
        ExclusiveTwiceCodeFixProvider.ThroughKey);
}
