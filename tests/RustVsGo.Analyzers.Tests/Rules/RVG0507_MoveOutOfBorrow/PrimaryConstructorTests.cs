using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0507_MoveOutOfBorrow;

/// <summary>Parameters of primary constructors that members use: they are fields.</summary>
public sealed class PrimaryConstructorTests
{
    [Fact]
    public Task Moving_one_out_of_a_borrowed_object_is_reported() => Shelf("public Config Give() => {|RVG0507:config|};");

    [Fact]
    public Task An_object_that_is_consumed_may_give_it() => Shelf("[Consumes] public Config Give() => config;");

    [Fact]
    public Task Changing_one_through_a_shared_borrow_is_reported() => Shelf("public void Change() => {|RVG0596:config|}.Bump();");

    [Fact]
    public Task A_member_that_mutates_may_change_it() => Shelf("[Mutates] public void Change() => config.Bump();");

    [Fact]
    public Task Assigning_one_through_a_shared_borrow_is_reported() => Shelf("public void Put(Config other) => {|RVG0594:config = other|};");

    [Fact]
    public Task A_member_that_mutates_may_assign_it() => Shelf("[Mutates] public void Put(Config other) => config = other;");

    [Fact]
    public Task A_member_that_borrows_may_look_at_it() => Shelf("public int Count() => config.Count() + Twice(() => config.Count()); static int Twice(Func<int> f) => f() + f();");

    [Fact]
    public Task A_plain_object_does_with_it_what_it_likes() => Moves.Program(
        """
        sealed class Holder(Config config)
        {
            public Config Give() => config;
            public void Change() => config.Bump();
            public void Put(Config other) => config = other;
        }
        """);

    private static Task Shelf(string members) => Moves.Program("[Owned] sealed class Shelf(Config config)\n{\n" + members + "\n}");
}
