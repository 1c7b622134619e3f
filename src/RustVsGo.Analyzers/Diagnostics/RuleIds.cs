namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The ids of the rules: <c>RVG</c> and rustc's own number.</summary>
public static class RuleIds
{
    /// <summary>E0382: use of a moved value.</summary>
    public const string UseAfterMove = "RVG0382";

    /// <summary>E0499: two exclusive borrows at a time.</summary>
    public const string ExclusiveTwice = "RVG0499";

    /// <summary>E0502: an exclusive and a shared borrow at a time.</summary>
    public const string SharedAndExclusive = "RVG0502";

    /// <summary>E0503: use of a value while it is exclusively borrowed.</summary>
    public const string UseWhileBorrowed = "RVG0503";

    /// <summary>E0505: moved or dropped while borrowed.</summary>
    public const string MoveWhileBorrowed = "RVG0505";

    /// <summary>E0506: assigned while borrowed.</summary>
    public const string AssignWhileBorrowed = "RVG0506";

    /// <summary>E0507: moved out of a borrow.</summary>
    public const string MoveOutOfBorrow = "RVG0507";

    /// <summary>E0508: moved out of an array element.</summary>
    public const string MoveOutOfElement = "RVG0508";

    /// <summary>E0509: moved out of a field of a type that has a drop.</summary>
    public const string MoveOutOfDropType = "RVG0509";

    /// <summary>E0515: a returned borrow of what ends with the body.</summary>
    public const string ReturnsBorrowOfLocal = "RVG0515";

    /// <summary>E0594: assigned through a shared borrow.</summary>
    public const string AssignThroughShared = "RVG0594";

    /// <summary>E0596: exclusively borrowed through a shared borrow.</summary>
    public const string BorrowThroughShared = "RVG0596";

    /// <summary>E0597: the borrowed value does not live long enough.</summary>
    public const string DoesNotLiveLongEnough = "RVG0597";

    /// <summary>E0716: a temporary is dropped while borrowed.</summary>
    public const string TemporaryDropped = "RVG0716";

    /// <summary>E0373: a closure that leaves the body captures what ends with it.</summary>
    public const string CapturedByEscaping = "RVG0373";

    /// <summary>E0521: a borrow that the caller lent escapes.</summary>
    public const string BorrowEscapes = "RVG0521";

    /// <summary>E0621: a returned borrow comes from a source that the signature does not name.</summary>
    public const string ReturnsOtherSource = "RVG0621";

    /// <summary>E0053: an override or implementation that promises something else than what it overrides.</summary>
    public const string OtherPromise = "RVG0053";

    /// <summary>E0106: a borrowed result without a source.</summary>
    public const string MissingSource = "RVG0106";

    /// <summary>E0277: a value that may not cross a thread is sent to one.</summary>
    public const string NotSendable = "RVG0277";

    /// <summary>A result that must be used is dropped.</summary>
    public const string DroppedResult = "RVG1001";

    /// <summary>An <c>Arc</c> is cloned as if it were what it shares.</summary>
    public const string ArcClone = "RVG1002";

    /// <summary>A guard lives longer than its last use.</summary>
    public const string LongGuard = "RVG1003";

    /// <summary>A lock is held while something is awaited.</summary>
    public const string GuardAcrossAwait = "RVG1004";

    /// <summary>A result is unwrapped.</summary>
    public const string Unwrap = "RVG1005";

    /// <summary>An error is tested and returned by hand.</summary>
    public const string HandPropagation = "RVG1006";

    /// <summary>Work that nobody joins, observes or can cancel.</summary>
    public const string LostWork = "RVG1007";

    /// <summary>An owned value is neither dropped nor given away on some path.</summary>
    public const string NotDropped = "RVG2001";

    /// <summary>An owned field is not dropped by the drop of its type.</summary>
    public const string FieldNotDropped = "RVG2002";

    /// <summary>A type with an owned field has no drop.</summary>
    public const string TypeWithoutDrop = "RVG2003";

    /// <summary>A value is dropped although a callee or field owns it.</summary>
    public const string DroppedTwice = "RVG2004";

    /// <summary>Attributes that contradict each other or what they stand on.</summary>
    public const string ContradictoryAttribute = "RVG3001";

    /// <summary>An attribute that has no effect where it stands.</summary>
    public const string AttributeWithoutEffect = "RVG3002";

    /// <summary>A line of a contract file, or an option, does not count.</summary>
    public const string UnreadableContract = "RVG3003";

    /// <summary>A parameter of a move type that does not say whether it owns or borrows.</summary>
    public const string SilentParameter = "RVG3004";

    /// <summary>A delegate parameter that its method keeps.</summary>
    public const string KeptDelegate = "RVG3005";

    /// <summary>What the C# ownership proposal cannot express.</summary>
    public const string BeyondProposal = "RVG3010";
}
