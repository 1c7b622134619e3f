using System.Globalization;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>An error that rustc reports.</summary>
/// <param name="Module">The module that it is in.</param>
/// <param name="Line">The line of its primary span.</param>
/// <param name="Column">The column of its primary span.</param>
/// <param name="Code">Its code, if it has one.</param>
/// <param name="Message">What rustc says.</param>
internal sealed record RustError(string Module, int Line, int Column, string? Code, string Message)
{
    /// <summary>Whether the code is one of those that rustc reports when it checks borrows and moves.</summary>
    public bool IsFromBorrowChecker =>
        Code is not null
        && int.Parse(Code.AsSpan(1), CultureInfo.InvariantCulture)
            is (>= 371 and <= 384) or (>= 492 and <= 525) or (>= 594 and <= 597) or 621 or 626 or 700 or (>= 712 and <= 716);
}
