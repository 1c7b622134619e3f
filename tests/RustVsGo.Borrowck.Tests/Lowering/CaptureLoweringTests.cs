using RustVsGo.Borrowck.Tests.Support;

namespace RustVsGo.Borrowck.Tests.Lowering;

/// <summary>Nested functions capture places, the weakest way that their bodies allow.</summary>
public sealed class CaptureLoweringTests
{
    [Theory]
    [InlineData("Look(x);", "&x")]
    [InlineData("x.Count();", "&x")]
    [InlineData("n = x.Port;", "&x.Port")]
    [InlineData("Look(x.Left);", "&x.Left")]
    [InlineData("Look(x.Left); Look(x.Left);", "&x.Left")]
    [InlineData("Look(x); Look(x.Left);", "&x")]
    [InlineData("Look(x.Left); Look(x);", "&x")]
    [InlineData("Edit(x);", "&mut x")]
    [InlineData("x.Bump();", "&mut x")]
    [InlineData("x.Port = 1;", "&mut x.Port")]
    [InlineData("Look(x); Edit(x);", "&mut x")]
    [InlineData("Edit(x); Look(x.Left);", "&mut x")]
    [InlineData("Take(x);", "move x")]
    [InlineData("Take(x.Left);", "move x.Left")]
    [InlineData("Look(x); Take(x);", "move x")]
    [InlineData("if (c) Take(x);", "move x")]
    [InlineData("Look(x.Left); Edit(x); Take(x.Right);", "move x")]
    [InlineData("var y = x;", "move x")]
    [InlineData("Run(() => Look(x));", "&x")]
    [InlineData("Run(() => Edit(x));", "&mut x")]
    public void A_lambda_captures(string statements, string captured) =>
        Assert.Equal([captured], CapturesOf($"static void Test(Config x, bool c, int n) {{ Action f = () => {{ {statements} }}; }}"));

    [Fact]
    public void A_lambda_captures_places_that_do_not_overlap_one_by_one() =>
        Assert.Equal(
            ["&mut x.Right", "&x.Left"],
            CapturesOf("static void Test(Config x) { Action f = () => { Look(x.Left); x.Right = MakePart(); }; }"));

    [Fact]
    public void A_lambda_captures_nothing_that_is_its_own() =>
        Assert.Empty(CapturesOf("static void Test(Config x) { Action<Config> f = y => { var z = Make(); Look(y); Take(z); }; }"));

    [Fact]
    public void A_method_group_borrows_its_receiver()
    {
        Assert.Equal(["&x"], CapturesOf("static void Test(Config x) { Func<int> f = x.Count; }"));
        Assert.Equal(["&mut x"], CapturesOf("static void Test(Config x) { Action f = x.Bump; }"));
    }

    [Fact]
    public void A_called_local_function_captures_at_its_call() =>
        Assert.Equal(["&mut x"], CapturesOf("static void Test(Config x) { F(); void F() => Edit(x); }"));

    [Fact]
    public void A_local_function_that_nobody_calls_captures_nothing() =>
        Assert.Empty(CapturesOf("static void Test(Config x) { void F() => Edit(x); }"));

    // What stands between the start of the method and the delegate or call: the places that temporaries were filled from.
    private static IEnumerable<string> CapturesOf(string members)
    {
        var body = Lowered.Method(members);
        return body.Blocks
            .SelectMany<Ir.Block, Ir.Statement>(static block => block.Statements)
            .OfType<Ir.Assign>()
            .Where(assign => body.Locals[assign.Target.Local].Kind == Ir.LocalKind.Temporary)
            .Where(assign => assign.Value is Ir.Borrow or Ir.Read { Operand.Cause.Kind: Ir.MoveCauseKind.Captured })
            .Select(assign => Ir.BodyPrinter.Print(body, assign))
            .Select(static text => text[(text.IndexOf(" = ", StringComparison.Ordinal) + 3)..])
            .Order(StringComparer.Ordinal);
    }
}
