namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The fixes of the rules about conflicts: RVG0499, 0502, 0503, 0506, 0594, 0596.</summary>
public sealed class ConflictFixTests
{
    [Fact]
    public Task Who_reads_keeps_a_clone() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        var view = d.View();
        {|RVG0502:d|}.Change();
        Sink.See(view);
        """,
        """
        var d = new Document();
        var view = d.View().Clone();
        d.Change();
        Sink.See(view);
        """,
        SharedAndExclusiveCodeFixProvider.CloneKey);

    [Fact]
    public Task What_is_appended_to_itself_lends_a_clone() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        {|RVG0502:d|}.Append(d);
        """,
        """
        var d = new Document();
        d.Append(d.Clone());
        """,
        SharedAndExclusiveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_loop_that_changes_its_list_reads_a_copy() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var numbers = new List<int> { 1, 2 };
        foreach (var number in numbers)
        {
            if (number > 1)
                {|RVG0502:numbers|}.Remove(number);
        }
        """,
        """
        var numbers = new List<int> { 1, 2 };
        foreach (var number in numbers.ToList())
        {
            if (number > 1)
                numbers.Remove(number);
        }
        """,
        SharedAndExclusiveCodeFixProvider.SnapshotKey);

    [Fact]
    public Task An_argument_is_evaluated_before_the_call() => Places.AreMended<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        d.Edit().Grow({|RVG0499:d|}.Change());
        """,
        """
        var d = new Document();
        var value = d.Change();
        d.Edit().Grow(value);
        """,
        ExclusiveTwiceCodeFixProvider.BindKey);

    [Fact]
    public Task An_argument_that_reads_is_evaluated_before_the_call() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        d.Edit().Grow({|RVG0502:d|}.Read());
        """,
        """
        var d = new Document();
        var value = d.Read();
        d.Edit().Grow(value);
        """,
        SharedAndExclusiveCodeFixProvider.BindKey);

    [Fact]
    public Task An_argument_behind_another_effect_stays() => Places.AreLeft<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var e = new Document();
        Sink.Use(e.Change(), Grown(d.Edit(), {|RVG0499:d|}.Change()));

        static int Grown([BorrowedMut] Leaf leaf, int by) => leaf.Size += by;
        """,
        ExclusiveTwiceCodeFixProvider.BindKey);

    [Fact]
    public Task A_change_moves_behind_the_last_look() => Places.AreMended<SharedAndExclusiveCodeFixProvider>(
        """
        var p = new Page();
        var view = p.View();
        // Then it changes.
        {|RVG0502:p|}.Change(); // so
        Sink.See(view);
        """,
        """
        var p = new Page();
        var view = p.View();
        Sink.See(view);
        // Then it changes.
        p.Change(); // so
        """,
        SharedAndExclusiveCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_change_that_something_between_depends_on_stays() => Places.AreLeft<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        var view = d.View();
        Sink.See(view);
        var count = {|RVG0502:d|}.Change();
        Sink.Use(count, view.Size);
        """,
        SharedAndExclusiveCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_use_moves_in_front_of_the_second_borrow() => Places.AreMended<ExclusiveTwiceCodeFixProvider>(
        """
        var d = new Document();
        var first = d.Edit();
        var second = {|RVG0499:d|}.Edit();
        second.Grow();
        first.Grow();
        """,
        """
        var d = new Document();
        var first = d.Edit();
        first.Grow();
        var second = d.Edit();
        second.Grow();
        """,
        ExclusiveTwiceCodeFixProvider.ReorderKey);

    [Fact]
    public Task An_assignment_moves_behind_the_last_look() => Places.AreMended<AssignWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        var view = d.View();
        {|RVG0506:d = new Document()|};
        Sink.See(view);
        """,
        """
        var d = new Document();
        var view = d.View();
        Sink.See(view);
        d = new Document();
        """,
        AssignWhileBorrowedCodeFixProvider.ReorderKey);

    [Fact]
    public Task Who_reads_what_is_assigned_keeps_a_clone() => Places.AreMended<AssignWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        var view = d.View();
        {|RVG0506:d = new Document()|};
        Sink.See(view);
        """,
        """
        var d = new Document();
        var view = d.View().Clone();
        d = new Document();
        Sink.See(view);
        """,
        AssignWhileBorrowedCodeFixProvider.CloneKey);

    [Fact]
    public Task A_plain_value_is_read_before_the_call() => Places.AreMended<UseWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        d.Edit().Grow({|RVG0503:d.Count|});
        """,
        """
        var d = new Document();
        var value = d.Count;
        d.Edit().Grow(value);
        """,
        UseWhileBorrowedCodeFixProvider.BindKey);

    [Fact]
    public Task A_variable_that_mutates_borrows_exclusively() => Places.AreMended<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.Borrow(d);
        {|RVG0596:r|}.Change();
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Change();
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_variable_that_is_written_through_borrows_exclusively() => Places.AreMended<AssignThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.Borrow(d);
        {|RVG0594:r.Count = 1|};
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        r.Count = 1;
        """,
        AssignThroughSharedCodeFixProvider.MutateKey);
}
