using System.Text.RegularExpressions;

namespace RustVsGo.Tests;

/// <summary>A file with one mistake for which one way of mending is the first that is offered.</summary>
/// <param name="Fix">The way of mending, by the name of its class.</param>
/// <param name="Rule">What is reported.</param>
/// <param name="Members">The members of the file's class, among them its test. What changes is marked: <c>«before|after»</c>.</param>
/// <param name="Result">What the test returns once nothing is reported.</param>
/// <param name="Also">Another rule that reports the same mistake, if any.</param>
/// <param name="Kind">What tells it from another file of the same way and rule.</param>
/// <param name="NotIn">A place in which another way comes first, if any.</param>
internal sealed partial record FixFamily(string Fix, string Rule, string Members, int Result, string? Also = null, string Kind = "", string? NotIn = null)
{
    /// <summary>The name of the class and of its file.</summary>
    public string Name => Fix + Rule + Kind;

    public string Before => Around(Marked().Replace(Members, static match => match.Groups["before"].Value));

    public string After => Around(Marked().Replace(Members, static match => match.Groups["after"].Value));

    private string Around(string members) =>
        $"using RustVsGo;\n\nnamespace App;\n\npublic static class {Name}\n{{\n"
        + string.Concat(members.Split('\n').Select(static line => (line.Length > 0 ? "    " : "") + line + "\n")) + "}\n";

    [GeneratedRegex("«(?<before>[^|»]*)\\|(?<after>[^»]*)»")]
    private static partial Regex Marked();
}
