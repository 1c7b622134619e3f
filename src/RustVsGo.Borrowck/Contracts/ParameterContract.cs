namespace RustVsGo.Borrowck.Contracts;

/// <summary>The contract of one parameter.</summary>
/// <param name="Kind">What the callee does with the argument.</param>
/// <param name="IsStated">Whether an attribute says so, rather than the parameter's type.</param>
/// <param name="KeptByReceiver">Whether the receiver or new object keeps the borrow (<c>CapturedBy = "this"</c>).</param>
/// <param name="MayBeReturned">Whether C#'s ref safety lets a result point into the argument (not <c>scoped</c>).</param>
public sealed record ParameterContract(ParameterKind Kind, bool IsStated, bool KeptByReceiver, bool MayBeReturned)
{
    public static ParameterContract Lent { get; } = new(ParameterKind.Lent, IsStated: false, KeptByReceiver: false, MayBeReturned: true);

    /// <summary>What decides at the call whether <see cref="Kind"/> holds (<c>Unless</c>, <c>When</c>); null where it always does.</summary>
    public ParameterCondition? Condition { get; init; }

    /// <summary>Whether nobody owns what is passed for it (<c>[Shared]</c>), so that the callee may not take it.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether a delegate passed for it becomes an element of the receiver.</summary>
    public bool IsCollected { get; init; }

    /// <summary>Whether a delegate passed for it is called at most once (Rust's <c>FnOnce</c> bound).</summary>
    public bool IsOnce { get; init; }

    /// <summary>Whether a delegate passed for it may be called more than once, by a signature that somebody wrote with the model in mind (an <c>FnMut</c> bound).</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether what is passed for it crosses a thread (a <c>Send</c> bound).</summary>
    public bool IsSend { get; init; }
}
