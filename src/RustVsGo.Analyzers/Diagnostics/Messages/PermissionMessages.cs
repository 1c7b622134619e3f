using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about places that may not be moved out of or written to say: RVG0507, 0508, 0509, 0594, 0596.</summary>
internal static class PermissionMessages
{
    public static string Sentence(IllegalMove error)
    {
        var reason = error.Kind switch
        {
            IllegalMoveKind.OutOfCapture => "a captured variable of a delegate that may be called again",
            IllegalMoveKind.OutOfElement => "an element of an array",
            IllegalMoveKind.OutOfDropType => "a field of a type that has a drop",
            _ when error.Root is { Name: var root } && root != error.Name => "which is behind the borrow '" + root + "'",
            _ => "which is borrowed",
        };
        return "Cannot move out of '" + error.Name + "', " + reason + " (" + MoveCauseText.Of(error.Cause) + ")";
    }

    public static string Sentence(WriteThroughShared error) => error.IsAssignment
        ? "Cannot assign to '" + error.Name + "', which is behind a shared borrow"
        : "Cannot borrow '" + error.Name + "' exclusively, as it is behind a shared borrow";

    public static string Sentence(BorrowEscapes error)
    {
        var source = error.Source is { } parameter ? "'" + parameter.Name + "'" : "'this'";
        return error switch
        {
            { IsReturned: true, NamesOthers: true } => "Returned value '" + error.Name + "' borrows from " + source + ", which the signature does not name as a source",
            { IsReturned: false, NamesOthers: true } => "'" + error.Name + "' borrows from " + source + ", which the signature does not allow to be kept",
            { IsReturned: true } => "Returned value '" + error.Name + "' borrows from " + source + ", but the signature does not call the result borrowed",
            _ => "'" + error.Name + "' borrows from " + source + ", which is lent for the call only, and is stored where it lives on",
        };
    }

    /// <summary>What the declaration of the variable that holds the borrow says.</summary>
    public static string RootLabel(ISymbol root, bool isShared) =>
        (root is IParameterSymbol ? "Parameter '" : "'") + root.Name + (isShared ? "' is a shared borrow" : "' is a borrow");
}
