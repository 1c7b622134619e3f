using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Tests.Configuration;

/// <summary>The files behind RustVsGoEnforcement: a rule that they forget would stay an error for someone who asked for warnings.</summary>
public sealed partial class EnforcementPresetTests
{
    [Fact]
    public void The_preset_warning_sets_every_rule_that_is_an_error() =>
        AssertSets("warning", AllAnalyzers.Rules.Where(rule => rule is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Error }));

    // What cannot be read is told whatever is enforced.
    [Fact]
    public void The_preset_none_sets_every_rule_about_ownership_and_its_contracts() =>
        AssertSets("none", AllAnalyzers.Rules.Where(rule => rule is { IsEnabledByDefault: true, Category: "Ownership" or "Contracts", Id: not "RVG3003" }));

    private static void AssertSets(string preset, IEnumerable<DiagnosticDescriptor> descriptors)
    {
        var file = RepositoryRoot.Combine("src", "RustVsGo.Package", "build", $"RustVsGo.{preset}.globalconfig");
        var rules = descriptors.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal);

        var severities = Severity().Matches(File.ReadAllText(file));

        Assert.Equal(rules, severities.Select(match => match.Groups["id"].Value));
        Assert.All(severities, match => Assert.Equal(preset, match.Groups["severity"].Value));
    }

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>\w+)\.severity = (?<severity>\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Severity();
}
