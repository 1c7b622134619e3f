using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What is said about contract files and options that do not count (RVG3003).</summary>
internal static class ContractFileMessages
{
    public static string Sentence(ContractFileError error) => error.Kind switch
    {
        ContractFileErrorKind.NoId => $"'{Shorten(error.Text)}' is no documentation-comment id: the line does not count",
        ContractFileErrorKind.Expected => $"Expected '{error.Text}': the rest of the line does not count",
        ContractFileErrorKind.TooLong => "The line is longer or more deeply nested than any member's and does not count",
        ContractFileErrorKind.SaysNothing => $"The line says nothing about '{Shorten(error.Text)}'",
        ContractFileErrorKind.UnknownAttribute => $"There is no attribute '{Shorten(error.Text)}': the rest of the line does not count",
        ContractFileErrorKind.UnknownArgument => $"The attribute takes no '{Shorten(error.Text)}': the rest of the line does not count",
        ContractFileErrorKind.WrongPart => $"'[{error.Text}]' means nothing here: the rest of the line does not count",
        ContractFileErrorKind.Contradiction => $"Something else was said about '{PartName(error.Text)}' before: this does not count",
        ContractFileErrorKind.NoMember => $"Nothing in the compilation is called '{Shorten(error.Text)}': the line does not count",
        ContractFileErrorKind.NoPart => $"The member has no '{PartName(error.Text)}': this does not count",
        _ => "The file has no text that can be read",
    };

    public static string Option(string name, string value, string allowed) => allowed.Length == 0
        ? $"There is no option '{name}'"
        : $"The option '{name}' has the value '{Shorten(value)}'; it may be {allowed}";

    private static string PartName(string name) => name.Length == 0 ? "this part" : Shorten(name);

    // A file that is something else may have anything there.
    private static string Shorten(string text) => text.Length <= 200 ? text : text.Substring(0, 200) + "…";
}
