using System.Text;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about borrows that collide with something say: RVG0499, 0502, 0503, 0505, 0506, 0597, 0716.</summary>
internal static class ConflictMessages
{
    /// <summary>The sentence, with the borrow and its later use in its tail.</summary>
    public static string Sentence(BorrowConflict error)
    {
        var text = new StringBuilder(Head(error)).Append(" (");
        if (error.Kind == ConflictKind.DoesNotLiveLongEnough)
        {
            text.Append(error switch
            {
                { IsTemporary: true } => "it is gone at the end of the statement",
                { Move.Kind: MoveCauseKind.UsingEnded } => "it is gone at the end of its 'using'",
                _ => "it is gone at the end of its scope",
            });
        }
        else
        {
            text.Append(Borrow(error));
            if (error.IsInPreviousIteration)
            {
                text.Append(" here, in a previous iteration of the loop");
            }
            else
            {
                text.Append(" at line ").Append(Spans.Line(Spans.Of(error.BorrowSyntax)));
            }
        }

        if (error.LaterUse is { } later)
        {
            text.Append(", borrow later used at line ").Append(Spans.Line(Spans.Of(later)));
            if (error.IsLaterUseInLoop)
            {
                text.Append(", in the next iteration of the loop");
            }
        }

        return text.Append(')').ToString();
    }

    /// <summary>What the span of the borrow says.</summary>
    public static string BorrowLabel(BorrowConflict error)
    {
        var text = Borrow(error) + " here";
        return error.IsInPreviousIteration ? text + ", in a previous iteration of the loop" : text;
    }

    /// <summary>What the place where the value ends says.</summary>
    public static string EndLabel(BorrowConflict error) => error switch
    {
        { IsTemporary: true } => "Temporary value is dropped here, at the end of the statement",
        { Move.Kind: MoveCauseKind.UsingEnded } => "'" + error.Name + "' is dropped here by its 'using', while still borrowed",
        _ => "'" + error.Name + "' goes out of scope here while still borrowed",
    };

    /// <summary>What the span of the later use says.</summary>
    public static string LaterUseLabel(BorrowConflict error) =>
        error.IsLaterUseInLoop ? "Borrow later used here, in the next iteration of the loop" : "Borrow later used here";

    private static string Head(BorrowConflict error) => error.Kind switch
    {
        ConflictKind.ExclusiveTwice => "Cannot borrow '" + error.Name + "' exclusively more than once at a time",
        ConflictKind.ExclusiveWhileShared => "Cannot borrow '" + error.Name + "' exclusively because it is also borrowed as shared",
        ConflictKind.SharedWhileExclusivelyBorrowed => "Cannot borrow '" + error.Name + "' as shared because it is also borrowed exclusively",
        ConflictKind.UsedWhileExclusivelyBorrowed => "Cannot use '" + error.Name + "' because it is exclusively borrowed",
        ConflictKind.MovedWhileBorrowed => "Cannot move out of '" + error.Name + "' because it is borrowed",
        ConflictKind.DroppedWhileBorrowed => "Cannot drop '" + error.Name + "' because it is borrowed",
        ConflictKind.AssignedWhileBorrowed => "Cannot assign to '" + error.Name + "' because it is borrowed",
        ConflictKind.ReturnedWhileBorrowingLocal => "Cannot return what borrows from " + (error.IsTemporary ? "the temporary value '" : "'") + error.Name + "', which ends with this body",
        ConflictKind.CapturedByEscapingClosure => "Closure may outlive '" + error.Name + "', which it captures and which ends with this body",
        _ when error.IsTemporary => "Temporary value '" + error.Name + "' is dropped while borrowed",
        _ => "'" + error.Name + "' does not live long enough",
    };

    private static string Borrow(BorrowConflict error)
    {
        var kind = error.IsBorrowExclusive ? "exclusive borrow" : "shared borrow";
        return error.BorrowedName == error.Name ? kind : kind + " of '" + error.BorrowedName + "'";
    }
}
