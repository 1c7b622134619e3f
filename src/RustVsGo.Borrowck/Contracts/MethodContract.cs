using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>All that a caller knows of a method, and all that its body has to keep.</summary>
/// <param name="Receiver">What it does to its receiver.</param>
/// <param name="Parameters">One contract a parameter, by ordinal.</param>
/// <param name="Return">What the caller receives.</param>
/// <param name="DropIsIdempotent">For a destructor: whether a second drop is harmless.</param>
public sealed record MethodContract(
    ReceiverKind Receiver,
    ImmutableArray<ParameterContract> Parameters,
    ReturnContract Return,
    bool DropIsIdempotent)
{
    /// <summary>Whether borrows of the receiver stay valid although it is mutated (<c>Invalidates = false</c>).</summary>
    public bool KeepsBorrows { get; init; }

    /// <summary>Whether the result drops the receiver with itself (<c>this: [Keeps]</c>), as the stream of a <c>TcpClient</c> does.</summary>
    public bool KeepsReceiver { get; init; }

    /// <summary>
    /// Who says that the result, if it has a destructor, has to be dropped or given away: nobody, where that it is owned is a mere default, or where the
    /// catalog does not say that something is lost otherwise (<c>[Owned] [MustUse("…")]</c>).
    /// </summary>
    public Authority DropDuty { get; init; }

    /// <summary>The highest authority that speaks about any part.</summary>
    public Authority Authority { get; init; }
}
