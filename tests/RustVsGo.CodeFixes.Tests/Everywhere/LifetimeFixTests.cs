namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>The fixes of RVG0597 and RVG0716.</summary>
public sealed class LifetimeFixTests
{
    [Fact]
    public Task A_using_statement_becomes_a_declaration() => Places.AreMended<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        Leaf view;
        using (var h = new Handle()) // for a while
        {
            view = {|RVG0597:h|}.View();
        }
        Sink.See(view);
        """,
        """
        Leaf view;
        using var h = new Handle(); // for a while
        {
            view = h.View();
        }
        Sink.See(view);
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task An_owner_moves_out_of_its_block() => Places.AreMended<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        Leaf view;
        {
            var p = new Page(); // short
            view = {|RVG0597:p|}.View();
        }
        Sink.See(view);
        """,
        """
        Leaf view;
        var p = new Page(); // short
        {
            view = p.View();
        }
        Sink.See(view);
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task An_owner_moves_in_front_of_who_watches_it() => Places.AreMended<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        using (var watcher = new Watcher())
        {
            var p = new Page(); // short
            watcher.Watched = {|RVG0597:p|}.View();
        }
        """,
        """
        var p = new Page(); // short
        using (var watcher = new Watcher())
        {
            watcher.Watched = p.View();
        }
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task An_owner_stays_behind_what_comes_before_it() => Places.IsLeft<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        using (var watcher = new Watcher())
        {
            Sink.Use();
            var p = new Page();
            watcher.Watched = {|RVG0597:p|}.View();
        }
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task An_owner_stays_in_its_loop() => Places.AreLeft<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        var start = new Page();
        var view = start.View();
        for (var i = 0; i < 3; i++)
        {
            var p = new Page();
            view = {|RVG0597:p|}.View();
        }
        Sink.See(view);
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task An_owner_is_declared_before_who_watches_it() => Places.AreMended<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        using var watcher = new Watcher();
        var p = new Page();
        watcher.Watched = {|RVG0597:p|}.View();
        """,
        """
        var p = new Page();
        using var watcher = new Watcher();
        watcher.Watched = p.View();
        """,
        DoesNotLiveLongEnoughCodeFixProvider.HoistKey);

    [Fact]
    public Task What_outlives_its_owner_is_a_clone() => Places.AreMended<DoesNotLiveLongEnoughCodeFixProvider>(
        """
        Leaf view;
        {
            var p = new Page();
            view = {|RVG0597:p|}.View();
        }
        Sink.See(view);
        """,
        """
        Leaf view;
        {
            var p = new Page();
            view = p.View().Clone();
        }
        Sink.See(view);
        """,
        DoesNotLiveLongEnoughCodeFixProvider.CloneKey);

    [Fact]
    public Task A_temporary_gets_a_variable() => Places.AreMended<TemporaryDroppedCodeFixProvider>(
        """
        var view = {|RVG0716:new Page()|}.View();
        Sink.See(view);
        """,
        """
        var page = new Page();
        var view = page.View();
        Sink.See(view);
        """,
        TemporaryDroppedCodeFixProvider.BindKey);
}
