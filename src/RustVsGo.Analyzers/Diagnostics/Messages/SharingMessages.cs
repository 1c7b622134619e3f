using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about sharing and results say: RVG0277 and RVG1001 to RVG1007.</summary>
internal static class SharingMessages
{
    // Whether a reference may be null is nothing that these rules are about.
    private static readonly SymbolDisplayFormat s_types =
        SymbolDisplayFormat.MinimallyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string DroppedResult(MustUse must) =>
        (must.StatedBy is IMethodSymbol method ? "The result of '" + MethodName(method) + "' is dropped" : "A value of type '" + TypeName((ITypeSymbol)must.StatedBy) + "' is dropped")
        + (must.Reason is { Length: > 0 } why ? ", but " + why : ", but must be used")
        + (must.Authority == Authority.Catalog ? " (as the catalog says)" : "");

    public static string NotSendable(string name, ITypeSymbol type, ITypeSymbol obstacle) =>
        "'" + name + "' of type '" + TypeName(type) + "' cannot be sent to another thread" + Because(type, obstacle);

    public static string NotSendableArgument(ITypeSymbol argument, ITypeParameterSymbol parameter, ITypeSymbol obstacle) =>
        "'" + TypeName(argument) + "' stands for '" + parameter.Name + "', but cannot be sent to another thread" + Because(argument, obstacle);

    public static string CrossingLabel(IParameterSymbol parameter, IMethodSymbol called) => "'" + parameter.Name + "' of '" + MethodName(called) + "' crosses a thread";

    public static string ArcClone(string shared) => "'" + shared + ".Clone()' is one more owner and no copy of the value: write 'Arc.Clone(" + shared + ")'";

    public static string Unwrap() => "'Unwrap' throws where the result is an error: return the error, or say with 'Expect' why there is none";

    public static string HandPropagation(string result) => "The error of '" + result + "' is tested and returned by hand: 'TryPropagate' says it";

    public static string PropagatedLabel() => "it is returned here";

    public static string LongGuard(string guard, int line) => "'" + guard + "' holds its lock longer than it is used (last used at line " + line + ")";

    public static string LastUseLabel(string guard) => "what '" + guard + "' guards is used for the last time here";

    public static string HeldLabel() => "the lock is still held here";

    public static string GuardAcrossAwait(string held, int line) => held + " is held across an 'await' (at line " + line + "), and belongs to the thread that took it";

    public static string AwaitLabel() => "it is held here";

    public static string LostWork(string start) => "Nobody learns how the work ends that '" + start + "' starts: wait for it, or give it a token";

    public static string EndlessWork(string start) => "The work that '" + start + "' starts never ends, and nobody can end it: let its loop look at a token";

    public static string EndlessLabel() => "this loop goes on for ever";

    private static string Because(ITypeSymbol type, ITypeSymbol obstacle)
    {
        var what = obstacle.IsRefLikeType ? "a ref struct" : "'[NotSend]'";
        return SymbolEqualityComparer.Default.Equals(type, obstacle) ? ": it is " + what : ": it has '" + TypeName(obstacle) + "' in it, which is " + what;
    }

    private static string MethodName(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? "new " + method.ContainingType.Name
        : method.MethodKind == MethodKind.LocalFunction || method.ContainingType is null ? method.Name
        : TypeName(method.ContainingType) + "." + method.Name;

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(s_types);
}
