using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Programs as they look while someone types them: cut off at each token, and with each token missing.</summary>
public sealed class HalfTypedCodeTests
{
    public static TheoryData<string> Programs => new(s_programs.Keys);

    // What the third program uses; it stays whole.
    private static readonly string s_prelude = Moves.Text("");

    private static readonly Dictionary<string, string> s_programs = new()
    {
        ["the README's"] = Readme(),
        ["the sample's"] = File.ReadAllText(RepositoryRoot.Combine("samples", "Config", "Program.cs")),
        ["moves of all kinds"] =
            """
            using System; using System.Threading.Tasks; using RustVsGo; using static Api;
            class Tests
            {
                Config _last;
                Tests(Config config, int port) => _last = config;
                public Tests(Config config) : this(config, config.Port) { }

                static async Task<Config> Test(bool c, Config[] all)
                {
                    using var conn = Open();
                    var x = Make();
                    foreach (var each in all) Look(each);
                    try
                    {
                        if (c && Takes(x)) return null;
                        x = c ? Make() : await MakeAsync();
                        var y = new Config { Left = x.Left, Port = x.Port };
                        Action f = () => { Take(y); };
                        f();
                    }
                    catch (InvalidOperationException e) when (e.Message is { Length: > 1 }) { Look(x.Right); }
                    finally { x = Own.Take(ref x); }
                    var (a, b) = (x, conn.Ping());
                    return b switch { 1 => a, _ => a?.Clone() ?? throw new Exception($"{b}") };
                }
            }
            """,
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public Task A_program_cut_off_at_a_token_is_survived(string name) =>
        Survive(s_programs[name], static token => (token.SpanStart, int.MaxValue));

    [Theory]
    [InlineData("the README's")]
    [InlineData("moves of all kinds")]
    public Task A_program_without_one_token_is_survived(string name) =>
        Survive(s_programs[name], static token => (token.SpanStart, token.Span.End));

    private static async Task Survive(string program, Func<SyntaxToken, (int Start, int End)> gap)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var root = await CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: cancellation).GetRootAsync(cancellation);
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication);
        await Parallel.ForEachAsync(root.DescendantTokens(), cancellation, async (token, cancel) =>
        {
            var (start, end) = gap(token);
            var text = program[..start] + (end < program.Length ? program[end..] : "");
            var compilation = (program.Contains("Api", StringComparison.Ordinal) ? Analysis.Compile(text, s_prelude) : Analysis.Compile(text)).WithOptions(options);
            foreach (var report in await compilation.Report(cancel))
            {
                var body = BodyAround(report.Location);
                Assert.DoesNotContain(
                    compilation.GetDiagnostics(cancel),
                    error => error.Severity == DiagnosticSeverity.Error
                        && error.Location.SourceTree == report.Location.SourceTree
                        && error.Location.SourceSpan.Start < body.End
                        && error.Location.SourceSpan.End > body.Start);
            }
        });
    }

    // The member that the report is in; of top-level statements, all of them.
    private static TextSpan BodyAround(Location location)
    {
        var node = location.SourceTree!.GetRoot().FindNode(location.SourceSpan);
        var member = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        return member is GlobalStatementSyntax
            ? TextSpan.FromBounds(
                location.SourceTree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().First().SpanStart,
                location.SourceTree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Last().Span.End)
            : member.Span;
    }

    private static string Readme()
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("README.md"));
        var start = text.IndexOf("```csharp", StringComparison.Ordinal);
        start = text.IndexOf('\n', start) + 1;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
