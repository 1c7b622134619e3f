using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        if (Cause(error) is { } cause)
        {
            text.Append(cause).Append("; ");
        }

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

        if (error.LaterUse is { } later && !IsKept(error))
        {
            text.Append(", ").Append(LaterUse(error, later));
            if (IsMatterOfOrder(error, later))
            {
                text.Append("; values in a scope are dropped in the opposite order they are defined");
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
    public static string LaterUseLabel(BorrowConflict error, LaterUse later)
    {
        if (IsKept(error))
        {
            return "Borrow " + Keeper(error.Move!) + " here";
        }

        var text = later.Kind switch
        {
            LaterUseKind.Call => "Borrow later used by this call",
            LaterUseKind.Drop => "Borrow might be used when " + Dropped(later.Syntax) + " is dropped by its 'using'",
            LaterUseKind.Capture => "Borrow later captured here",
            _ => "Borrow later used here",
        };
        return error.IsLaterUseInLoop ? text + ", in the next iteration of the loop" : text;
    }

    private static string LaterUse(BorrowConflict error, LaterUse later)
    {
        switch (later.Kind)
        {
            case LaterUseKind.Call:
                return "borrow later used by the call";
            case LaterUseKind.Drop:
                return "borrow might be used when " + Dropped(later.Syntax) + " is dropped";
            default:
                var text = (later.Kind == LaterUseKind.Capture ? "borrow later captured at line " : "borrow later used at line ") + Spans.Line(Spans.Of(later.Syntax));
                return error.IsLaterUseInLoop ? text + ", in the next iteration of the loop" : text;
        }
    }

    // What takes the value; that it is bound to another name is said by the head.
    private static string? Cause(BorrowConflict error) => error switch
    {
        { LaterUse.Syntax: { } place } when IsKept(error) => Keeper(error.Move!) + " at line " + Spans.Line(Spans.Of(place)),
        _ when IsKept(error) => Keeper(error.Move!),
        { Kind: ConflictKind.MovedWhileBorrowed or ConflictKind.DroppedWhileBorrowed, Move: { Kind: not MoveCauseKind.Assigned } move } => MoveCauseText.Of(move),
        _ => null,
    };

    // How what outlives the value leaves the body.
    private static string Keeper(MoveCause cause) => cause.Kind switch
    {
        MoveCauseKind.Returned => "returned",
        MoveCauseKind.Argument => MoveCauseText.Of(cause),
        _ => "stored where it lives on",
    };

    // As rustc, of two variables: the one that borrows is dropped behind the one it borrows from (`should_note_order` in explain_borrow.rs).
    private static bool IsMatterOfOrder(BorrowConflict error, LaterUse later) =>
        error is { Kind: ConflictKind.DoesNotLiveLongEnough, IsTemporary: false, Binding: not null }
        && later is { Kind: LaterUseKind.Drop, Syntax: VariableDeclaratorSyntax or IdentifierNameSyntax };

    private static bool IsKept(BorrowConflict error) =>
        error is { Kind: ConflictKind.CapturedByEscapingClosure or ConflictKind.DoesNotLiveLongEnough, End: null, Move: not null };

    private static string Dropped(SyntaxNode variable) => variable switch
    {
        VariableDeclaratorSyntax declarator => "'" + declarator.Identifier.ValueText + "'",
        IdentifierNameSyntax name => "'" + name.Identifier.ValueText + "'",
        _ => "what holds it",
    };

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
        ConflictKind.CapturedByEscapingClosure => "Closure may outlive '" + error.Name + "', which it captures and which ends with this " + (error.End is null ? "body" : "block"),
        _ when error.IsTemporary => "Temporary value '" + error.Name + "' is dropped while borrowed",
        _ => "'" + error.Name + "' does not live long enough",
    };

    private static string Borrow(BorrowConflict error)
    {
        var kind = error.IsBorrowExclusive ? "exclusive borrow" : "shared borrow";
        return error.BorrowedName == error.Name ? kind : kind + " of '" + error.BorrowedName + "'";
    }
}
