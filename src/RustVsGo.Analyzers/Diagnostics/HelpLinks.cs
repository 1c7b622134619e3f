namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>Where the pages of the rules are.</summary>
internal static class HelpLinks
{
    public static string Rule(string id) => "https://github.com/RustVsGo/RustVsGo/blob/main/docs/rules/" + id + ".md";
}
