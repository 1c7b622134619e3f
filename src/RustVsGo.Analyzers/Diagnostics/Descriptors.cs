using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>One descriptor a rule, and which rule an error belongs to.</summary>
internal static class Descriptors
{
    private static readonly DiagnosticDescriptor s_useAfterMove = Ownership(
        RuleIds.UseAfterMove,
        "Use of a moved value",
        "A value of a move type has one owner. Once it was moved (passed to a parameter that takes ownership, bound to another variable, returned) or dropped, its old place may not be used until it is assigned again. Rust: E0382.");

    private static readonly DiagnosticDescriptor s_exclusiveTwice = Ownership(
        RuleIds.ExclusiveTwice,
        "Two exclusive borrows at a time",
        "While an exclusive borrow of a value is in use, no second one may be taken: there would be two ways to change it at once. Rust: E0499.");

    private static readonly DiagnosticDescriptor s_sharedAndExclusive = Ownership(
        RuleIds.SharedAndExclusive,
        "Shared and exclusive borrow at a time",
        "A value may be borrowed by many readers or by one writer, never by both at a time. Rust: E0502.");

    private static readonly DiagnosticDescriptor s_useWhileBorrowed = Ownership(
        RuleIds.UseWhileBorrowed,
        "Use of an exclusively borrowed value",
        "While an exclusive borrow of a value is in use, the value is read through that borrow only. Rust: E0503.");

    private static readonly DiagnosticDescriptor s_moveWhileBorrowed = Ownership(
        RuleIds.MoveWhileBorrowed,
        "Move of a borrowed value",
        "A value that is still borrowed may not be moved away or dropped: the borrow would point at what belongs to somebody else, or is gone. Rust: E0505.");

    private static readonly DiagnosticDescriptor s_assignWhileBorrowed = Ownership(
        RuleIds.AssignWhileBorrowed,
        "Assignment to a borrowed value",
        "A variable of a move type that is still borrowed may not be given a new value: the old one would be dropped under the borrow. Rust: E0506.");

    private static readonly DiagnosticDescriptor s_moveOutOfBorrow = Ownership(
        RuleIds.MoveOutOfBorrow,
        "Move out of a borrow",
        "Who borrows a value may use it but not take it, nor a part of it: its owner still counts on it. Rust: E0507.");

    private static readonly DiagnosticDescriptor s_moveOutOfElement = Ownership(
        RuleIds.MoveOutOfElement,
        "Move out of an array element",
        "A value cannot be moved out of an array by index: the array would have a hole that nobody can see. Rust: E0508.");

    private static readonly DiagnosticDescriptor s_moveOutOfDropType = Ownership(
        RuleIds.MoveOutOfDropType,
        "Move out of a type that has a drop",
        "A field cannot be moved out of a value whose destructor will still use it. Rust: E0509.");

    private static readonly DiagnosticDescriptor s_returnsBorrowOfLocal = Ownership(
        RuleIds.ReturnsBorrowOfLocal,
        "Returned borrow of a local value",
        "What a method returns may not borrow from a value that ends with the method. Rust: E0515.");

    private static readonly DiagnosticDescriptor s_assignThroughShared = Ownership(
        RuleIds.AssignThroughShared,
        "Assignment through a shared borrow",
        "Through a shared borrow a value may be read, not changed. Rust: E0594.");

    private static readonly DiagnosticDescriptor s_borrowThroughShared = Ownership(
        RuleIds.BorrowThroughShared,
        "Exclusive borrow through a shared borrow",
        "Through a shared borrow a value may be read, not changed: it cannot be lent to somebody who changes it. Rust: E0596.");

    private static readonly DiagnosticDescriptor s_doesNotLiveLongEnough = Ownership(
        RuleIds.DoesNotLiveLongEnough,
        "Borrowed value does not live long enough",
        "A borrow may not be used after the scope, or the using, of what it borrows has ended. Rust: E0597.");

    private static readonly DiagnosticDescriptor s_temporaryDropped = Ownership(
        RuleIds.TemporaryDropped,
        "Temporary value dropped while borrowed",
        "A value that is not bound to a variable lives to the end of its statement; a borrow of it may not be used after that. Rust: E0716.");

    private static readonly DiagnosticDescriptor s_capturedByEscaping = Ownership(
        RuleIds.CapturedByEscaping,
        "Closure outlives what it captures",
        "A delegate that leaves the method may not capture a using variable, nor what borrows from the method's own variables. Rust: E0373.");

    private static readonly DiagnosticDescriptor s_borrowEscapes = Ownership(
        RuleIds.BorrowEscapes,
        "Borrowed value escapes",
        "What was borrowed for the time of a call may not be stored where it lives on, nor returned by a signature that does not say so. Rust: E0521.");

    private static readonly DiagnosticDescriptor s_returnsOtherSource = Ownership(
        RuleIds.ReturnsOtherSource,
        "Returned borrow from an unnamed source",
        "A borrowed result may borrow only from the sources that the signature names. Rust: E0621, 'lifetime may not live long enough'.");

    private static readonly DiagnosticDescriptor s_unreadableContract = new(
        RuleIds.UnreadableContract,
        "A contract or option that does not count",
        messageFormat: "{0}",
        category: "Contracts",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A line of a contract file that cannot be read, names nothing or contradicts another one does not count, and neither does an unknown value of an option. What is left holds.",
        helpLinkUri: HelpLinks.Rule(RuleIds.UnreadableContract));

    /// <summary>RVG3003. No rule of the borrow checker: it speaks about what configures them.</summary>
    public static DiagnosticDescriptor UnreadableContract => s_unreadableContract;

    /// <summary>The rules of the borrow checker.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        s_useAfterMove,
        s_exclusiveTwice,
        s_sharedAndExclusive,
        s_useWhileBorrowed,
        s_moveWhileBorrowed,
        s_assignWhileBorrowed,
        s_moveOutOfBorrow,
        s_moveOutOfElement,
        s_moveOutOfDropType,
        s_returnsBorrowOfLocal,
        s_assignThroughShared,
        s_borrowThroughShared,
        s_doesNotLiveLongEnough,
        s_temporaryDropped,
        s_capturedByEscaping,
        s_borrowEscapes,
        s_returnsOtherSource);

    /// <summary>The rule that reports <paramref name="error"/>, or null for an error that no rule reports.</summary>
    public static DiagnosticDescriptor? Of(BorrowError error) => error switch
    {
        UseAfterMove => s_useAfterMove,
        BorrowConflict conflict => Of(conflict),
        IllegalMove { Kind: IllegalMoveKind.OutOfBorrow or IllegalMoveKind.OutOfCapture or IllegalMoveKind.OutOfStatic or IllegalMoveKind.OutOfShared } => s_moveOutOfBorrow,
        IllegalMove { Kind: IllegalMoveKind.OutOfElement } => s_moveOutOfElement,
        IllegalMove { Kind: IllegalMoveKind.OutOfDropType } => s_moveOutOfDropType,
        BorrowEscapes { NamesOthers: true } => s_returnsOtherSource,
        BorrowEscapes => s_borrowEscapes,
        WriteThroughShared { IsAssignment: true } => s_assignThroughShared,
        WriteThroughShared => s_borrowThroughShared,
        _ => null,
    };

    private static DiagnosticDescriptor? Of(BorrowConflict error) => error.Kind switch
    {
        ConflictKind.ExclusiveTwice => s_exclusiveTwice,
        ConflictKind.ExclusiveWhileShared or ConflictKind.SharedWhileExclusivelyBorrowed => s_sharedAndExclusive,
        ConflictKind.UsedWhileExclusivelyBorrowed => s_useWhileBorrowed,
        ConflictKind.MovedWhileBorrowed or ConflictKind.DroppedWhileBorrowed => s_moveWhileBorrowed,
        ConflictKind.AssignedWhileBorrowed => s_assignWhileBorrowed,
        ConflictKind.ReturnedWhileBorrowingLocal => s_returnsBorrowOfLocal,
        ConflictKind.CapturedByEscapingClosure => s_capturedByEscaping,
        ConflictKind.DoesNotLiveLongEnough => error.IsTemporary ? s_temporaryDropped : s_doesNotLiveLongEnough,
        _ => null,
    };

    // The whole sentence is built by Messages: rustc's wording depends on what was moved, where and how.
    private static DiagnosticDescriptor Ownership(string id, string title, string description) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Ownership",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
