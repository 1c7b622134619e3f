using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>How a value leaves its owner, in words that several rules share.</summary>
internal static class MoveCauseText
{
    /// <summary>"moved into 'PrintHost'", "dropped by 'Dispose'", ….</summary>
    public static string Of(MoveCause cause) => cause.Kind switch
    {
        MoveCauseKind.Argument => "moved into " + Callee(cause.Symbol),
        MoveCauseKind.Receiver => "moved by the call of '" + cause.Symbol?.Name + "'",
        MoveCauseKind.Returned => "moved to the caller",
        MoveCauseKind.Stored => "moved into what stores it",
        MoveCauseKind.Captured when cause.Symbol is { Name: var function } => "moved by the local function '" + function + "'",
        MoveCauseKind.Captured => "moved into the closure",
        MoveCauseKind.Called => "called, and it can be called once because it moves what it captured,",
        MoveCauseKind.Dropped => "dropped by '" + cause.Symbol?.Name + "'",
        MoveCauseKind.DroppedByKeeper when cause.Symbol is { Name: var keeper } => "dropped with '" + keeper + "', which keeps it,",
        MoveCauseKind.DroppedByKeeper => "dropped with what keeps it",
        MoveCauseKind.UsingEnded => "dropped at the end of its 'using'",
        _ => "moved",
    };

    /// <summary>What the declaration of the parameter that takes ownership says.</summary>
    public static string Parameter(IParameterSymbol parameter) =>
        "Parameter '" + parameter.Name + "' of " + Callee(parameter) + " takes ownership";

    /// <summary>What the declaration of the method that consumes its receiver says.</summary>
    public static string Receiver(ISymbol method) => "'" + method.Name + "' takes ownership of what it is called on";

    /// <summary>What the line of a contract file says for which a declaration says <paramref name="declaration"/>.</summary>
    public static string AsTheContractSays(string declaration) => declaration + ", as this contract says";

    private static string Callee(ISymbol? parameter) => parameter?.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "'new " + constructor.ContainingType.Name + "'",
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke => "'" + invoke.ContainingType.Name + "'",
        IMethodSymbol { AssociatedSymbol: { } associated } => "'" + associated.Name + "'",
        { Name: { Length: > 0 } name } => "'" + name + "'",
        _ => "the callee",
    };
}
