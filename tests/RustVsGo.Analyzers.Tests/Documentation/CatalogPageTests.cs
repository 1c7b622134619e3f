namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds docs/catalog.md to the catalog.</summary>
public sealed class CatalogPageTests
{
    [Fact]
    public async Task The_page_says_what_the_catalog_says()
    {
        var expected = CatalogPage.Create();
        var made = Path.Combine(AppContext.BaseDirectory, "catalog.md");
        await File.WriteAllTextAsync(made, expected, TestContext.Current.CancellationToken);

        var page = (await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "catalog.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");

        Assert.True(page == expected, $"docs/catalog.md is out of date; the page as it should be is {made}");
    }
}
