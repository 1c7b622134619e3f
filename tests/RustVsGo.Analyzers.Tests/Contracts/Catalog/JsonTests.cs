namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Elements of a document that is gone.</summary>
public sealed class JsonTests
{
    [Fact]
    public Task The_root_is_returned() => CatalogProgram.Check(
        """
            JsonElement M(string s) { using var d = JsonDocument.Parse(s); return {|RVG0515:d.RootElement|}; }
        """);

    [Fact]
    public Task A_property_of_the_root_is_returned() => CatalogProgram.Check(
        """
            JsonElement M(string s) { using var d = JsonDocument.Parse(s); var r = d.RootElement; return {|RVG0515:r.GetProperty("x")|}; }
        """);

    [Fact]
    public Task The_root_is_stored() => CatalogProgram.Check(
        """
            JsonElement _e; void M(string s) { using var d = JsonDocument.Parse(s); _e = {|RVG0597:d|}.RootElement; }
        """);

    [Fact]
    public Task The_root_is_used_after_the_document() => CatalogProgram.Check(
        """
            void M(string s) { var d = JsonDocument.Parse(s); var r = d.RootElement; {|RVG0505:d|}.Dispose(); Console.WriteLine(r.GetString()); }
        """);

    [Fact]
    public Task A_clone_is_returned() => CatalogProgram.Check(
        """
            JsonElement M(string s) { using var d = JsonDocument.Parse(s); return d.RootElement.Clone(); }
        """);

    [Fact]
    public Task A_string_is_returned() => CatalogProgram.Check(
        """
            string? M(string s) { using var d = JsonDocument.Parse(s); return d.RootElement.GetProperty("x").GetString(); }
        """);

    [Fact]
    public Task The_document_is_never_disposed() => CatalogProgram.Check(
        """
            JsonElement M(string s) { var d = JsonDocument.Parse(s); return d.RootElement; }
        """);

    [Fact]
    public Task An_element_that_somebody_else_answers_for() => CatalogProgram.Check(
        """
            JsonElement _e; void M(JsonElement e) { _e = e; var x = e; while (x.ValueKind == JsonValueKind.Object) x = x.GetProperty("y"); }
        """);

    [Fact]
    public Task Walking_through_a_document() => CatalogProgram.Check(
        """
            void M(string s) { using var d = JsonDocument.Parse(s); var r = d.RootElement; foreach (var p in r.EnumerateObject()) { r = p.Value; } Console.WriteLine(r.GetRawText()); }
        """);
}
