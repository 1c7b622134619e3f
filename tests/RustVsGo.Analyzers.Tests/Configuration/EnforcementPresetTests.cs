using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Configuration;

/// <summary>The files behind RustVsGoEnforcement: a rule that they forget would stay an error for someone who asked for warnings.</summary>
public sealed partial class EnforcementPresetTests
{
    [Theory]
    [InlineData("warning")]
    [InlineData("none")]
    public void A_preset_sets_every_rule_of_the_borrow_checker_and_no_other(string preset)
    {
        var file = RepositoryRoot.Combine("src", "RustVsGo.Package", "build", $"RustVsGo.{preset}.globalconfig");
        var rules = new OwnershipAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal);

        var severities = Severity().Matches(File.ReadAllText(file));

        Assert.Equal(rules, severities.Select(match => match.Groups["id"].Value));
        Assert.All(severities, match => Assert.Equal(preset, match.Groups["severity"].Value));
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>\w+)\.severity = (?<severity>\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Severity();
}
