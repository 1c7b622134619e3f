using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>What the diagnostic says, and what it carries for the fixes. The first line of a program here is line 2.</summary>
public sealed class MessageTests
{
    [Fact]
    public Task A_borrow_names_what_took_the_value_and_where() => Says(
        "Borrow of moved value 'x' (moved into 'Keep' at line 3)",
        """
        var {|#1:x|} = Make();
        Keep({|#2:x|});
        Look({|#0:x|});
        static void Keep(Config {|#3:config|}) { }
        """);

    [Fact]
    public Task A_move_is_a_use() => Says(
        "Use of moved value 'x' (moved into 'Keep' at line 3)",
        """
        var {|#1:x|} = Make();
        Keep({|#2:x|});
        Keep({|#0:x|});
        static void Keep(Config {|#3:config|}) { }
        """);

    [Fact]
    public Task An_assignment_is_a_move() => Says(
        "Borrow of moved value 'x' (moved at line 3)",
        """
        var {|#1:x|} = Make();
        var y = {|#2:x|};
        Look({|#0:x|});
        """);

    [Fact]
    public Task A_partial_move_is_called_so() => Says(
        "Borrow of partially moved value 'x' (moved at line 3)",
        """
        var {|#1:x|} = Make();
        var y = {|#2:x.Left|};
        Look({|#0:x|});
        """);

    [Fact]
    public Task Each_of_several_moves_is_named() => Says(
        "Borrow of moved value 'x' (moved at line 3; moved at line 4)",
        """
        var {|#1:x|} = Make();
        if (args.Length > 0) { var y = {|#2:x|}; }
        else { var z = {|#3:x|}; }
        Look({|#0:x|});
        """);

    [Fact]
    public Task A_consuming_method_is_named() => Says(
        "Borrow of moved value 'x' (moved by the call of 'Unroll' at line 3)",
        """
        var {|#1:x|} = new Roll();
        var y = {|#2:x|}.Unroll();
        See({|#0:x|});
        static void See([Borrowed] Roll roll) { }
        [Owned] class Roll { [Consumes] public int {|#3:Unroll|}() => 0; }
        """);

    [Fact]
    public Task A_constructor_is_named() => Says(
        "Borrow of moved value 'x' (moved into 'new Box' at line 3)",
        """
        var {|#1:x|} = Make();
        var y = new Box({|#2:x|});
        Look({|#0:x|});
        class Box { public Box(Config {|#3:config|}) { } }
        """);

    [Fact]
    public Task A_closure_is_named() => Says(
        "Borrow of moved value 'x' (moved into the closure at line 3)",
        """
        var {|#1:x|} = Make();
        Action f = {|#2:() => Take({|#3:x|})|};
        Look({|#0:x|});
        """);

    [Fact]
    public Task What_stores_a_value_is_named() => Says(
        "Borrow of moved value 'x' (moved into what stores it at line 3)",
        """
        var {|#1:x|} = Make();
        var y = ({|#2:x|}, 1);
        Look({|#0:x|});
        """);

    [Fact]
    public Task The_caller_is_named() => Says(
        "Borrow of moved value 'x' (moved to the caller at line 5)",
        """
        static IEnumerable<Config> All()
        {
            var {|#1:x|} = Make();
            yield return {|#2:x|};
            Look({|#0:x|});
        }
        """);

    [Fact]
    public Task A_drop_is_named() => Says(
        "Borrow of dropped value 'x' (dropped by 'Dispose' at line 3)",
        """
        var {|#1:x|} = Open();
        {|#2:x|}.Dispose();
        Look({|#0:x|});
        """);

    [Fact]
    public Task The_end_of_a_using_is_named() => Says(
        "Borrow of dropped value 'x' (dropped at the end of its 'using' at line 3)",
        """
        var {|#1:x|} = Open();
        using ({|#2:x|}) { }
        Look({|#0:x|});
        """);

    [Fact]
    public Task What_a_using_disposes_is_named() => Says(
        "Drop of moved value 'x', which its 'using' disposes (moved at line 3)",
        """
        using var {|#0:x|} = Open();
        var y = {|#1:x|};
        """);

    [Fact]
    public Task A_second_drop_is_named() => Says(
        "Drop of dropped value 'x' (dropped by 'Dispose' at line 3)",
        """
        var {|#1:x|} = Open();
        {|#2:x|}.Dispose();
        {|#0:x|}.Dispose();
        """);

    [Fact]
    public Task An_assignment_to_a_part_is_named() => Says(
        "Assignment to a part of moved value 'x' (moved at line 3)",
        """
        var {|#1:x|} = Make();
        var y = {|#2:x|};
        {|#0:x.Left = MakePart()|};
        """);

    [Fact]
    public Task The_previous_iteration_is_named() => Says(
        "Use of moved value 'x' (moved here, in a previous iteration of the loop)",
        """
        var {|#1:x|} = Make();
        {|#2:while (true)|} { var y = {|#0:{|#3:x|}|}; }
        """);

    [Fact]
    public Task A_move_of_the_previous_iteration_is_named() => Says(
        "Borrow of moved value 'x' (moved at line 6, in a previous iteration of the loop)",
        """
        var {|#1:x|} = Make();
        {|#2:while (true)|}
        {
            Look({|#0:x|});
            var y = {|#3:x|};
        }
        """);

    [Fact]
    public async Task Labels_cause_and_kind_stand_in_the_properties()
    {
        var diagnostic = await Single(
            """
            var x = Make();
            Keep(x);
            Look(x);
            static void Keep(Config config) { }
            """);

        Assert.Equal("'x' has the move type 'Config'", diagnostic.Properties[PropertyKeys.Label + "0"]);
        Assert.Equal("Value moved into 'Keep' here", diagnostic.Properties[PropertyKeys.Label + "1"]);
        Assert.Equal("Parameter 'config' of 'Keep' takes ownership", diagnostic.Properties[PropertyKeys.Label + "2"]);
        Assert.Equal("1", diagnostic.Properties[PropertyKeys.Cause]);
        Assert.Equal("Argument", diagnostic.Properties[PropertyKeys.CauseKind]);
        Assert.Equal(3, diagnostic.AdditionalLocations.Count);
    }

    [Fact]
    public async Task The_cause_is_found_behind_a_parameter_that_stands_before_it()
    {
        var diagnostic = await Single(
            """
            static void Keep(Config config) { }
            var x = Make();
            Keep(x);
            Look(x);
            """);

        Assert.Equal("Parameter 'config' of 'Keep' takes ownership", diagnostic.Properties[PropertyKeys.Label + "0"]);
        Assert.Equal("'x' has the move type 'Config'", diagnostic.Properties[PropertyKeys.Label + "1"]);
        Assert.Equal("Value moved into 'Keep' here", diagnostic.Properties[PropertyKeys.Label + "2"]);
        Assert.Equal("2", diagnostic.Properties[PropertyKeys.Cause]);
    }

    [Fact]
    public async Task A_label_says_what_was_partially_moved_and_what_consumes_its_receiver()
    {
        var diagnostic = await Single(
            """
            var x = new Box { Roll = new Roll() };
            var n = x.Roll.Unroll();
            See(x);
            static void See([Borrowed] Box box) { }
            [Owned] class Box { public Roll Roll; }
            [Owned] class Roll { [Consumes] public int Unroll() => 0; }
            """);

        Assert.Equal("Value partially moved by the call of 'Unroll' here", diagnostic.Properties[PropertyKeys.Label + "1"]);
        Assert.Equal("'Unroll' takes ownership of what it is called on", diagnostic.Properties[PropertyKeys.Label + "2"]);
    }

    [Theory]
    [InlineData("Assigned", "var y = x; Look(x);")]
    [InlineData("Argument", "Take(x); Look(x);")]
    [InlineData("Receiver", "x.Into(); Look(x);")]
    [InlineData("Stored", "var y = new[] { x }; Look(x);")]
    [InlineData("Captured", "Action f = () => Take(x); Look(x);")]
    public async Task The_kind_of_the_cause_is_told(string kind, string statements)
    {
        var diagnostic = await Single("var x = Make(); " + statements);

        Assert.Equal(kind, diagnostic.Properties[PropertyKeys.CauseKind]);
    }

    [Fact]
    public async Task The_kind_of_a_drop_is_told()
    {
        Assert.Equal("Dropped", (await Single("var x = Open(); x.Dispose(); Look(x);")).Properties[PropertyKeys.CauseKind]);
        Assert.Equal("UsingEnded", (await Single("var x = Open(); using (x) { } Look(x);")).Properties[PropertyKeys.CauseKind]);
    }

    [Fact]
    public async Task It_is_an_error_of_ownership_with_a_page()
    {
        var diagnostic = await Single("var x = Make(); Take(x); Look(x);");

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("Ownership", diagnostic.Descriptor.Category);
        Assert.EndsWith("/docs/rules/RVG0382.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(File.Exists(RepositoryRoot.Combine("docs", "rules", "RVG0382.md")));
    }

    private static Task Says(string message, string program)
    {
        var result = Verify.Error(RuleIds.UseAfterMove).WithMessage(message);
        for (var key = 0; program.Contains("{|#" + key + ":", StringComparison.Ordinal); key++)
            result = result.WithLocation(key);
        return Moves.Program(program, result);
    }

    private static async Task<Diagnostic> Single(string program)
    {
        var tree = CSharpSyntaxTree.ParseText(Moves.Text(program), cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Test", [tree], TestReferences.All);
        var diagnostics = await compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new OwnershipAnalyzer()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return Assert.Single(diagnostics);
    }
}
