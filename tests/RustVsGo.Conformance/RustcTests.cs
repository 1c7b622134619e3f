using System.Collections.Immutable;
using RustVsGo.Conformance.Reading;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance;

/// <summary>Derives the verdicts on the Rust sections anew, where rustc is installed.</summary>
public sealed class RustcTests
{
    [Fact]
    public Task Stable_rustc_reports_what_is_marked() => CompareAsync(TwinFiles.All, RustcChecker.Stable, twin => twin.Rust.Marks);

    [Fact]
    public Task The_location_sensitive_checker_accepts_where_it_is_said_to_and_nowhere_else() =>
        CompareAsync(TwinFiles.All, RustcChecker.Polonius, twin => twin.IsPolonius ? [] : twin.Rust.Marks);

    private static async Task CompareAsync(ImmutableArray<Twin> twins, RustcChecker checker, Func<Twin, ImmutableArray<Mark>> expected)
    {
        if (!Rustc.IsInstalled())
            Assert.Skip("rustc is not installed: the checked-in verdicts on the Rust sections are taken as they are.");

        var verdicts = await RustJudge.JudgeAsync(twins, checker, TestContext.Current.CancellationToken);
        Check.IsEmpty(
            from twin in twins
            let verdict = verdicts[twin.Name]
            let differences = Check.Differences(twin, expected(twin), verdict.Errors)
            where !differences.IsEmpty
            select $"{string.Join('\n', differences)}\nrustc says of it:\n{verdict.Messages}\n");
    }
}
