using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Holds the built-in catalog to the base library: a line that names nothing would be silent for ever.</summary>
public sealed class CatalogFileTests
{
    public static TheoryData<string> Files => new(BuiltInCatalog.Read().Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_counts_and_names_a_member_of_net10(string path)
    {
        var all = BuiltInCatalog.Read();
        var compilation = CSharpCompilation.Create("Catalog", references: TestReferences.Framework, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var errors = ContractFileCheck.Check(all.Single(file => file.Path == path), all, compilation, TestContext.Current.CancellationToken);

        Assert.Empty(errors);
    }

    [Fact]
    public void It_speaks_about_hundreds_of_members() => Assert.InRange(BuiltInCatalog.Read().Sum(file => file.Lines.Length), 600, int.MaxValue);
}
