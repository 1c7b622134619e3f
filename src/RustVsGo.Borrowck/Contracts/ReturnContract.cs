using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>The contract of a result.</summary>
/// <param name="Kind">What the caller receives.</param>
/// <param name="Sources">The parameters whose loans the result holds: ordinals, <see cref="Receiver"/> for the receiver.</param>
public sealed record ReturnContract(ReturnKind Kind, ImmutableArray<int> Sources)
{
    /// <summary>Whether no attribute says so: the borrow is exclusive where a use of it mutates, else shared.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether only enumerating the result borrows from its sources, and not holding it (<c>Deferred = true</c>).</summary>
    public bool IsDeferred { get; init; }

    /// <summary>Of a task: whether the awaited value holds the loans too.</summary>
    public bool IsBorrowedWhenAwaited { get; init; }

    /// <summary>Whether attributes that contradict each other leave nothing that could be known of the result.</summary>
    public bool IsContradictory { get; init; }

    /// <summary>Stands for the receiver in <see cref="Sources"/>.</summary>
    public const int Receiver = -1;

    public static ReturnContract Plain { get; } = new(ReturnKind.Plain, ImmutableArray<int>.Empty);

    /// <summary>What attributes say contradicts itself or names nothing: neither callers nor the body are held to it.</summary>
    public static ReturnContract Unknown { get; } = new(ReturnKind.Shared, ImmutableArray<int>.Empty) { IsContradictory = true };

    public static ReturnContract Owned { get; } = new(ReturnKind.Owned, ImmutableArray<int>.Empty);
}
