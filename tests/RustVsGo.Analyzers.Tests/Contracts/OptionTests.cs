using Microsoft.CodeAnalysis.Testing;

namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>The options of .editorconfig and global configuration.</summary>
public sealed class OptionTests
{
    private const string Unannotated =
        """
        using RustVsGo;
        [Owned]
        class Document
        {
        }
        class C
        {
            void M()
            {
                var document = new Document();
                Show(document);
                Show(document);
            }
            void Show(Document document) { }
        }
        """;

    [Fact]
    public Task Unannotated_parameters_move() => Verify.Ownership(Unannotated.Replace("Show(document);\n    }", "Show({|RVG0382:document|});\n    }", StringComparison.Ordinal));

    [Fact]
    public Task Unannotated_parameters_can_borrow() => Verify.OwnershipConfigured("rustvsgo.unannotated_parameters = borrow", Unannotated);

    private const string Catalogued =
        """
        using System.Collections.Generic;
        class C
        {
            void M(List<int> items)
            {
                foreach (var item in items)
                    {|RVG0502:items|}.Add(item);
            }
        }
        """;

    [Theory]
    [InlineData("rustvsgo.catalog = off", "rustvsgo.catalog = on")]
    [InlineData("rustvsgo.catalog = on", "")]
    public Task What_a_section_says_wins(string configuration, string section) => Verify.OwnershipConfigured(configuration, Catalogued, section: section);

    [Theory]
    [InlineData("rustvsgo.catalog = off", "")]
    [InlineData("rustvsgo.catalog = on", "rustvsgo.catalog = off")]
    public Task The_catalog_can_be_off_for_all_or_for_a_section(string configuration, string section) =>
        Verify.OwnershipConfigured(configuration, Catalogued.Replace("{|RVG0502:items|}", "items", StringComparison.Ordinal), section: section);

    [Theory]
    [InlineData("rustvsgo.catalog = on")]
    [InlineData("rustvsgo.catalog = OFF")]
    [InlineData("rustvsgo.unannotated_parameters = move")]
    [InlineData("rustvsgo.exceptional_paths = on")]
    [InlineData("somebody.elses = option")]
    public Task A_known_value_is_silent(string configuration) => Verify.ContractFile("", "class C { }", configuration);

    [Theory]
    [InlineData("rustvsgo.catalog = perhaps")]
    [InlineData("rustvsgo.unannotated_parameters = borrowed")]
    [InlineData("rustvsgo.catalogue = on")]
    public Task An_unknown_one_is_reported_once(string configuration) =>
        Verify.ContractFile("", "class C { }", configuration, new DiagnosticResult("RVG3003", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithNoLocation());
}
