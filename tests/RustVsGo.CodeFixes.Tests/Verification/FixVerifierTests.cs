using System.Collections.Immutable;
namespace RustVsGo.CodeFixes.Tests.Verification;

public sealed class FixVerifierTests
{
    private const string Moved =
        """
        static class C
        {
            static void Take([Owned] Config config) { }

            static string M(Config a)
            {
                Take(a);
                return a.Host;
            }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Take(a);", "Take(a.Clone());")]
    [InlineData("[Owned] Config config", "[Borrowed] Config config")]
    [InlineData("        Take(a);\n", "")]
    public async Task What_mends_the_report_is_good(string before, string after) =>
        Assert.True(await IsGood(Moved, before, after));

    [Theory]
    [InlineData("Take(a);", "Take((a));")]
    [InlineData("Take(a);", "/* nothing */ Take(a);")]
    public async Task What_leaves_the_report_is_not(string before, string after) =>
        Assert.False(await IsGood(Moved, before, after));

    private const string LentTwice =
        """
        static class C
        {
            static void M(Config a)
            {
                var first = Own.Borrow(a);
                var second = Own.Borrow(a);
                a.Rename("");
                System.Console.WriteLine(first.Host + second.Host);
            }
        }
        """;

    [Fact]
    public async Task What_mends_the_first_of_two_causes_is_good() =>
        Assert.True(await IsGood(LentTwice, "Own.Borrow(a);\n        var second", "Own.Borrow(a).Clone();\n        var second", "RVG0502"));

    [Theory]
    [InlineData("second = Own.Borrow(a);", "second = Own.Borrow(a).Clone();")]
    [InlineData("first = Own.Borrow(a);", "first = a.Clone(); first = Own.Borrow(a);")]
    public async Task What_leaves_the_cause_that_is_told_or_makes_another_is_not(string before, string after) =>
        Assert.False(await IsGood(LentTwice, before, after, "RVG0502"));

    [Theory]
    [InlineData("Take(a);", "Take(a.Copy());")]
    [InlineData("Take(a);", "Take(a.Clone())")]
    [InlineData("[Owned] Config config", "[Borrowed] string config")]
    public async Task What_does_not_compile_is_not(string before, string after) =>
        Assert.False(await IsGood(Moved, before, after));

    [Theory]
    [InlineData("Take(a);", "var b = Own.BorrowMut(a); a.Rename(\"\"); b.Rename(\"\");")]
    [InlineData("Take(a);", "var b = Own.Borrow(a); Take(b);")]
    public async Task What_is_reported_for_another_reason_afterwards_is_not(string before, string after) =>
        Assert.False(await IsGood(Moved, before, after));

    [Fact]
    public async Task A_callee_whose_body_needs_more_than_it_is_given_afterwards_is_seen()
    {
        var program = Moved.Replace("Take([Owned] Config config) { }", "Take([Owned] Config config) => config.Rename(\"\");");

        Assert.False(await IsGood(program, "[Owned] Config config", "[Borrowed] Config config"));
        Assert.True(await IsGood(program, "[Owned] Config config", "[BorrowedMut] Config config"));
    }

    [Fact]
    public async Task What_was_reported_before_may_stay_wherever_it_has_moved_to()
    {
        var program = Moved.Replace("    static string M(", "    static string Before(Config a) { Take(a); return a.Host; }\n    static string M(")
            .Replace("        Take(a);\n        return", "        Take(a);\n        a = new Config(); Take(a); Take(a);\n        return");
        using var solution = new Program(("C.cs", program));
        var reports = await solution.Reports("RVG0382");
        Assert.Equal(3, reports.Length);

        var after = await solution.With("C.cs", "a = new Config(); Take(a); Take(a);", "a = new Config(); /* one */ Take(a.Clone()); Take(a);");

        Assert.True(await new FixVerifier(solution.Solution).IsGoodAsync(after, [reports[1]], Cancellation));
        Assert.False(await new FixVerifier(solution.Solution).IsGoodAsync(after, [reports[2]], Cancellation));
    }

    [Fact]
    public async Task A_report_whose_callee_changes_in_another_file_is_asked_for_again()
    {
        using var solution = new Program(
            ("C.cs", "static class C { static string M(Config a) { D.Take(a); return a.Host; } }"),
            ("D.cs", "static class D { public static void Take([Owned] Config config) { } public static int N; }"));
        var reports = await solution.Reports("RVG0382");

        var mended = await solution.With("D.cs", "[Owned] Config", "[Borrowed] Config");
        var idle = await solution.With("D.cs", "int N", "long N");

        Assert.True(await new FixVerifier(solution.Solution).IsGoodAsync(mended, reports, Cancellation));
        Assert.False(await new FixVerifier(solution.Solution).IsGoodAsync(idle, reports, Cancellation));
    }

    [Theory]
    [InlineData("static class E { static void N([Borrowed] Config b) { D.Take(b.Clone()); } }", true)]
    [InlineData("static class E { static void N() { System.Action<Config> f = D.Take; f(new Config()); } }", true)]
    [InlineData("static class E { static void N(Config b) { var r = Own.Borrow(b); D.Take(b); Console.WriteLine(r.Host); } }", false)]
    public async Task Users_of_a_signature_in_other_files_are_asked_when_it_is_applied(string user, bool isGood)
    {
        using var solution = new Program(
            ("C.cs", "static class C { static string M(Config a) { D.Take(a); return a.Host; } }"),
            ("D.cs", "static class D { public static void Take([Borrowed] Config config) { } }"),
            ("E.cs", user));

        var after = await solution.With("D.cs", "[Borrowed] Config", "[BorrowedMut] Config");

        Assert.Equal(isGood, await new FixVerifier(solution.Solution).IsGoodForUsersAsync(after, Cancellation));
    }

    [Fact]
    public async Task Of_many_proposals_those_that_hold_are_made()
    {
        using var solution = new Program(("C.cs",
            """
            static class C
            {
                static void Take([Owned] Config config) { }
                static string A(Config a) { Take(a); return a.Host; }
                static string B(Config b) { Take(b); return b.Host; }
                static string D(Config d) { Take(d); return d.Host; }
            }
            """));
        var reports = await solution.Reports("RVG0382");
        (Microsoft.CodeAnalysis.Diagnostic, ImmutableArray<Proposal>)[] proposals =
        [
            (reports[0], [new Proposal("", [solution.Edit("C.cs", "Take(a)", "Take(a.Clone())")])]),
            (reports[1], [new Proposal("", [solution.Edit("C.cs", "Take(b)", "Take(b.Copy())")])]),
            (reports[2], [new Proposal("", [solution.Edit("C.cs", "Take(d)", "Take(d.Clone())")])]),
        ];

        var changed = await new VerifiedMerge(solution.Solution).ApplyAsync(proposals, Cancellation);

        var expected = await solution.With(await solution.With("C.cs", "Take(a)", "Take(a.Clone())"), "C.cs", "Take(d)", "Take(d.Clone())");
        Assert.Equal(await Text(expected), await Text(changed));
    }

    [Fact]
    public async Task One_that_does_not_hold_has_its_next_choice()
    {
        using var solution = new Program(("C.cs",
            """
            static class C
            {
                static void Take([Owned] Config config) { }
                static string A(Config a) { Take(a); return a.Host; }
                static string B(Config b) { Take(b); return b.Host; }
            }
            """));
        var reports = await solution.Reports("RVG0382");
        (Microsoft.CodeAnalysis.Diagnostic, ImmutableArray<Proposal>)[] proposals =
        [
            (reports[0], [new Proposal("", [solution.Edit("C.cs", "Take(a)", "Take(a.Copy())")]), new Proposal("", [solution.Edit("C.cs", "Take(a)", "Take(a.Clone())")])]),
            (reports[1], [new Proposal("", [solution.Edit("C.cs", "Take(b)", "Take(b.Clone())")]), new Proposal("", [solution.Edit("C.cs", "Take(b)", "_ = b")])]),
        ];

        var changed = await new VerifiedMerge(solution.Solution).ApplyAsync(proposals, Cancellation);

        var expected = await solution.With(await solution.With("C.cs", "Take(a)", "Take(a.Clone())"), "C.cs", "Take(b)", "Take(b.Clone())");
        Assert.Equal(await Text(expected), await Text(changed));
    }

    private static async Task<string> Text(Microsoft.CodeAnalysis.Solution solution) =>
        (await solution.Projects.Single().Documents.Single(document => document.Name == "C.cs").GetTextAsync(Cancellation)).ToString();

    private static async Task<bool> IsGood(string program, string before, string after, string rule = "RVG0382")
    {
        using var solution = new Program(("C.cs", program));
        var reports = await solution.Reports(rule);
        Assert.Single(reports);
        return await new FixVerifier(solution.Solution).IsGoodAsync(await solution.With("C.cs", before, after), reports, Cancellation);
    }
}
