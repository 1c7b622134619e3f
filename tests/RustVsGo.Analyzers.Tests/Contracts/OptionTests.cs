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
