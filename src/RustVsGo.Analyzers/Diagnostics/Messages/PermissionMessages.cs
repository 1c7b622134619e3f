using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about places that may not be moved out of or written to say: RVG0507, 0508, 0509, 0594, 0596.</summary>
internal static class PermissionMessages
{
    public static string Sentence(IllegalMove error)
    {
        var reason = error.Kind switch
        {
            IllegalMoveKind.OutOfCapture => "a captured variable of a delegate that may be called again",
            IllegalMoveKind.OutOfStatic => "a static",
            IllegalMoveKind.OutOfShared => "which is shared and has no single owner",
            IllegalMoveKind.OutOfElement => "an element of an array",
            IllegalMoveKind.OutOfDropType => "a field of a type that has a drop",
            _ when error.LentBy is { Name: var member } => "which '" + member + "' only lends",
            _ when error.Root is { Name: var root } && root != error.Name => "which is behind the borrow '" + root + "'",
            _ => "which is borrowed",
        };
        var type = error.MoveType is { } moved ? "; '" + BindingMessages.TypeName(moved) + "' is a move type" : "";
        return "Cannot move out of '" + error.Name + "', " + reason + " (" + MoveCauseText.Of(error.Cause) + type + ")";
    }

    public static string Sentence(WriteThroughShared error) => error.IsAssignment
        ? "Cannot assign to '" + error.Name + "', which is behind a shared borrow"
        : "Cannot borrow '" + error.Name + "' exclusively, as it is behind a shared borrow";

    public static string Sentence(BorrowEscapes error)
    {
        var source = error.Source is { } parameter ? "'" + parameter.Name + "'" : "'this'";
        var isItself = "'" + error.Name + "'" == source;
        var borrow = "'" + error.Name + "' borrows from " + source + ", which";
        return error switch
        {
            { IsOwn: true } => "'" + error.Name + "'" + (isItself ? "" : " borrows from " + source + ", which") + " ends with this function, and is stored in a captured variable, where it lives on",
            { IsInCapture: true, IsReturned: true } => "Returned value '" + error.Name + "' borrows from " + source + ", which this function captures for itself and borrows anew whenever it runs",
            { IsInCapture: true } => "'" + error.Name + "' borrows from " + source + ", which this function captures for itself, and is stored in another captured variable, where it lives on",
            { IsReturned: true, NamesOthers: true } => "Returned value " + borrow + " the signature does not name as a source",
            { IsReturned: true } => "Returned value '" + error.Name + "' borrows from " + source + ", but the signature does not call the result borrowed",
            { NamesOthers: true } => (isItself ? source + " is a borrow that" : borrow) + " the signature does not allow to be kept",
            _ => (isItself ? source : borrow) + " is lent for the call only, and is "
                + (error.Cause.Kind == MoveCauseKind.Argument ? MoveCauseText.Of(error.Cause) + ", where it lives on" : "stored where it lives on"),
        };
    }
}
