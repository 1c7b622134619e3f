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

    [Fact]
    public Task All_that_a_variable_may_borrow_is_borrowed_exclusively() => Places.AreMended<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var e = new Document();
        var n = d.Read();
        var r = n > 0 ? Own.Borrow(d) : (n switch { 0 => Own.BorrowMut(e), _ => Own.Borrow(e) });
        {|RVG0596:r|}.Change();
        r = Own.Borrow(d);
        r.Read();
        """,
        """
        var d = new Document();
        var e = new Document();
        var n = d.Read();
        var r = n > 0 ? Own.BorrowMut(d) : (n switch { 0 => Own.BorrowMut(e), _ => Own.BorrowMut(e) });
        r.Change();
        r = Own.BorrowMut(d);
        r.Read();
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_variable_of_several_borrows_exclusively() => Places.AreMended<AssignThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var e = new Document();
        var (r, s) = (Own.Borrow(d), Own.Borrow(e));
        {|RVG0594:r.Count = s.Read()|};
        """,
        """
        var d = new Document();
        var e = new Document();
        var (r, s) = (Own.BorrowMut(d), Own.Borrow(e));
        r.Count = s.Read();
        """,
        AssignThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task The_exclusive_form_of_a_method_is_called() => Places.AreMended<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var leaf = d.First(); // the first
        {|RVG0596:leaf|}.Grow();
        """,
        """
        var d = new Document();
        var leaf = d.FirstMut(); // the first
        leaf.Grow();
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task What_a_method_without_an_exclusive_form_lends_stays() => Places.AreLeft<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var n = d.Read();
        var leaf = n > 0 ? d.First() : d.View();
        {|RVG0596:leaf|}.Grow();
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task What_is_borrowed_again_meanwhile_is_not_borrowed_exclusively() => Places.AreLeft<BorrowThroughSharedCodeFixProvider>(
        """
        var d = new Document();
        var leaf = d.First();
        var view = d.View();
        {|RVG0596:leaf|}.Grow();
        Sink.See(view);
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task The_first_of_two_that_read_keeps_a_clone() => Places.IsMended<SharedAndExclusiveCodeFixProvider>(
        """
        var d = new Document();
        var first = d.View();
        var second = d.View();
        {|RVG0502:d|}.Change();
        Sink.See(first);
        Sink.See(second);
        """,
        """
        var d = new Document();
        var first = d.View().Clone();
        var second = d.View().Clone();
        d.Change();
        Sink.See(first);
        Sink.See(second);
        """,
        SharedAndExclusiveCodeFixProvider.CloneKey,
        iterations: 2);

    [Fact]
    public Task What_makes_a_copy_is_imported() => Verify.Fix<SharedAndExclusiveCodeFixProvider>(
        """
        using System.Collections.Generic;

        static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers)
                {
                    if (number > 1) { {|RVG0502:numbers|}.Add(1); }
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;

        static class C
        {
            static void M(List<int> numbers)
            {
                foreach (var number in numbers.ToList())
                {
                    if (number > 1) { numbers.Add(1); }
                }
            }
        }
        """,
        SharedAndExclusiveCodeFixProvider.SnapshotKey);
}
