namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The fixes of the rules about moves: RVG0382, 0505, 0507, 0508, 0509.</summary>
public sealed class MoveFixTests
{
    [Fact]
    public Task A_moved_value_is_cloned() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Sink.Take(d);
        Sink.Use({|RVG0382:d.Count|});
        """,
        """
        var d = new Document();
        Sink.Take(d.Clone());
        Sink.Use(d.Count);
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_value_that_is_moved_on_two_ways_is_cloned_on_both() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        if (Environment.HasShutdownStarted)
            Sink.Take(d);
        else
            Sink.Kept = d;
        Sink.Use({|RVG0382:d.Count|});
        """,
        """
        var d = new Document();
        if (Environment.HasShutdownStarted)
            Sink.Take(d.Clone());
        else
            Sink.Kept = d.Clone();
        Sink.Use(d.Count);
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_value_that_is_dropped_on_one_of_two_ways_is_not_cloned_there() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        if (Environment.HasShutdownStarted)
            h.Dispose();
        else
            Keep(h);
        Sink.Use({|RVG0382:h.Length|});

        static void Keep([Owned] Handle handle) => handle.Dispose();
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_lambda_gets_a_clone_of_what_it_takes() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Sink.Start(() => Sink.Take(d));
        Sink.Use({|RVG0382:d.Count|});
        """,
        """
        var d = new Document();
        var document = d.Clone();
        Sink.Start(() => Sink.Take(document));
        Sink.Use(d.Count);
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_lambda_in_a_loop_gets_a_clone_each_time() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        for (var i = 0; i < 3; i++)
        {
            Sink.Start({|RVG0382:() => Sink.Take(d)|});
        }
        """,
        """
        var d = new Document();
        for (var i = 0; i < 3; i++)
        {
            var document = d.Clone();
            Sink.Start(() => Sink.Take(document));
        }
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_lambda_that_runs_twice_gives_away_clones() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var d = new Document();
        Action take = () => Sink.Take(d);
        take();
        {|RVG0382:take|}();
        """,
        """
        var d = new Document();
        Action take = () => Sink.Take(d.Clone());
        take();
        take();
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task A_value_that_each_turn_gives_away_is_made_in_each_turn() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var p = new Page(); // one for all
        for (var i = 0; i < 3; i++)
        {
            Sink.TakePage({|RVG0382:p|});
        }
        """,
        """
        for (var i = 0; i < 3; i++)
        {
            var p = new Page(); // one for all
            Sink.TakePage(p);
        }
        """,
        UseAfterMoveCodeFixProvider.IntoLoopKey);

    [Fact]
    public Task A_value_that_is_used_behind_the_loop_is_not_made_in_each_turn() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var p = new Page();
        for (var i = 0; i < 3; i++)
        {
            Sink.TakePage({|RVG0382:p|});
        }
        p = new Page();
        """,
        UseAfterMoveCodeFixProvider.IntoLoopKey);

    [Fact]
    public Task A_value_that_depends_on_what_the_loop_writes_is_not_made_in_each_turn() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var size = 1;
        var p = new Page { Leaf = new Leaf { Size = size } };
        for (var i = 0; i < 3; i++)
        {
            size++;
            Sink.TakePage({|RVG0382:p|});
        }
        """,
        UseAfterMoveCodeFixProvider.IntoLoopKey);

    [Fact]
    public Task A_second_drop_goes() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        h.Dispose();
        {|RVG0382:h|}.Dispose();
        """,
        """
        var h = new Handle();
        h.Dispose();
        """,
        UseAfterMoveCodeFixProvider.DropOnceKey);

    [Fact]
    public Task A_use_of_what_was_dropped_does_not_go() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        h.Dispose();
        {|RVG0382:h|}.Read();
        """,
        UseAfterMoveCodeFixProvider.DropOnceKey);

    [Fact]
    public Task A_drop_moves_behind_the_last_use() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        h.Dispose(); // done
        Sink.Use({|RVG0382:h|}.Read());
        """,
        """
        var h = new Handle();
        Sink.Use(h.Read());
        h.Dispose(); // done
        """,
        UseAfterMoveCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_move_whose_other_argument_changes_meanwhile_stays() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var h = new Page();
        var log = new List<int>();
        Keep(h, log);
        log.Add(1);
        Sink.Look({|RVG0382:h|});

        static void Keep([Owned] Page page, List<int> log) => page.Change();
        """,
        UseAfterMoveCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_move_in_front_of_a_return_stays() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var p = new Page();
        if (Environment.HasShutdownStarted)
        {
            Sink.TakePage(p);
            if (Environment.ExitCode == 1)
                throw new InvalidOperationException();
            Sink.Look({|RVG0382:p|});
        }
        """,
        UseAfterMoveCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_move_of_what_is_borrowed_is_a_clone() => Places.AreMended<MoveWhileBorrowedCodeFixProvider>(
        """
        var d = new Document();
        var view = d.View();
        Sink.Take({|RVG0505:d|});
        Sink.See(view);
        """,
        """
        var d = new Document();
        var view = d.View();
        Sink.Take(d.Clone());
        Sink.See(view);
        """,
        MoveWhileBorrowedCodeFixProvider.CloneKey);

    [Fact]
    public Task What_looks_on_keeps_a_clone() => Places.AreMended<MoveWhileBorrowedCodeFixProvider>(
        """
        var p = new Page();
        var view = p.View();
        Sink.TakePage({|RVG0505:p|});
        Sink.See(view);
        """,
        """
        var p = new Page();
        var view = p.View().Clone();
        Sink.TakePage(p);
        Sink.See(view);
        """,
        MoveWhileBorrowedCodeFixProvider.CloneBorrowedKey);

    [Fact]
    public Task A_move_goes_behind_the_last_look() => Places.AreMended<MoveWhileBorrowedCodeFixProvider>(
        """
        var p = new Page();
        var view = p.View();
        Sink.TakePage({|RVG0505:p|});
        Sink.See(view);
        Sink.See(view);
        Sink.Use();
        """,
        """
        var p = new Page();
        var view = p.View();
        Sink.See(view);
        Sink.See(view);
        Sink.TakePage(p);
        Sink.Use();
        """,
        MoveWhileBorrowedCodeFixProvider.ReorderKey);

    [Fact]
    public Task A_field_behind_a_borrow_is_taken() => Places.AreMended<MoveOutOfBorrowCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        Sink.Eat({|RVG0507:r.Leaf|});
        """,
        """
        var d = new Document();
        var r = Own.BorrowMut(d);
        Sink.Eat(Own.Replace(ref r.Leaf, new Leaf()));
        """,
        MoveOutOfBorrowCodeFixProvider.TakeKey);

    [Fact]
    public Task A_field_behind_a_shared_borrow_is_not_taken() => Places.AreLeft<MoveOutOfBorrowCodeFixProvider>(
        """
        var d = new Document();
        var r = Own.Borrow(d);
        Sink.Eat({|RVG0507:r.Leaf|});
        """,
        MoveOutOfBorrowCodeFixProvider.TakeKey);

    [Fact]
    public Task An_element_is_cloned() => Places.AreMended<MoveOutOfElementCodeFixProvider>(
        """
        var leaves = new[] { new Leaf(), new Leaf() };
        Sink.Eat({|RVG0508:leaves[0]|});
        """,
        """
        var leaves = new[] { new Leaf(), new Leaf() };
        Sink.Eat(leaves[0].Clone());
        """,
        MoveOutOfElementCodeFixProvider.CloneKey);

    [Fact]
    public Task An_element_is_taken() => Places.AreMended<MoveOutOfElementCodeFixProvider>(
        """
        var leaves = new[] { new Leaf(), new Leaf() };
        Sink.Eat({|RVG0508:leaves[0]|});
        """,
        """
        var leaves = new[] { new Leaf(), new Leaf() };
        Sink.Eat(Own.Replace(ref leaves[0], new Leaf()));
        """,
        MoveOutOfElementCodeFixProvider.TakeKey);

    [Fact]
    public Task A_field_of_what_has_a_drop_is_cloned() => Places.AreMended<MoveOutOfDropTypeCodeFixProvider>(
        """
        using var h = new Handle();
        Sink.Eat({|RVG0509:h.Leaf|});
        """,
        """
        using var h = new Handle();
        Sink.Eat(h.Leaf.Clone());
        """,
        MoveOutOfDropTypeCodeFixProvider.CloneKey);

    [Fact]
    public Task A_field_of_what_has_a_drop_is_taken() => Places.AreMended<MoveOutOfDropTypeCodeFixProvider>(
        """
        using var h = new Handle();
        Sink.Eat({|RVG0509:h.Leaf|});
        """,
        """
        using var h = new Handle();
        Sink.Eat(Own.Replace(ref h.Leaf, new Leaf()));
        """,
        MoveOutOfDropTypeCodeFixProvider.TakeKey);

    [Fact]
    public Task A_field_that_may_hold_null_is_left_with_it() => Places.AreMended<MoveOutOfDropTypeCodeFixProvider>(
        """
        using var h = new Handle();
        var leaf = {|RVG0509:h.Spare|};
        leaf?.Grow();
        """,
        """
        using var h = new Handle();
        var leaf = Own.Take(ref h.Spare);
        leaf?.Grow();
        """,
        MoveOutOfDropTypeCodeFixProvider.TakeKey);

    [Fact]
    public Task An_element_that_may_be_null_is_left_so() => Places.AreMended<MoveOutOfElementCodeFixProvider>(
        """
        var leaves = new Leaf?[] { new Leaf(), null };
        var leaf = {|RVG0508:leaves[0]|};
        leaf?.Grow();
        """,
        """
        var leaves = new Leaf?[] { new Leaf(), null };
        var leaf = Own.Take(ref leaves[0]);
        leaf?.Grow();
        """,
        MoveOutOfElementCodeFixProvider.TakeKey);
}
