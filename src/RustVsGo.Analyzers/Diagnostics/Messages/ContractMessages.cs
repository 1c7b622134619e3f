using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about contracts say: RVG0053, 0106, 3001, 3002, 3004, 3005, 3010.</summary>
internal static class ContractMessages
{
    public static string Contradicts(string attribute, string part, string other) =>
        "'[" + attribute + "]' on " + part + " contradicts '[" + other + "]'";

    public static string ContradictsPlace(string attribute, string part, string reason) =>
        "'[" + attribute + "]' on " + part + " cannot hold: " + reason;

    public static string OtherLabel(string attribute) => "'[" + attribute + "]' stands here";

    public static string WithoutEffect(string attribute, string part, string reason) =>
        "'[" + attribute + "]' on " + part + " has no effect: " + reason;

    public static string OtherPromise(string part, string own, string stated, ISymbol statedBy, bool isInCatalog) =>
        Capital(part) + " is '[" + own + "]', but '[" + stated + "]' in '" + Member(statedBy) + "'" + (isInCatalog ? ", as the catalog says" : "");

    public static string OtherPromiseTakes(string part, string stated, ISymbol statedBy) =>
        Capital(part) + " takes ownership, but is '[" + stated + "]' in '" + Member(statedBy) + "'";

    public static string StatedLabel(string stated, ISymbol statedBy) => "'" + Member(statedBy) + "' says '[" + stated + "]'";

    public static string ConvertedOwner(IParameterSymbol own, ITypeSymbol target) =>
        "Parameter '" + own.Name + "' of " + Function(own.ContainingSymbol) + " takes ownership, but '" + target.Name + "' only lends what it is called with";

    public static string ConvertedOther(string part, string own, string stated, ITypeSymbol target) =>
        Capital(part) + " is '[" + own + "]', but '[" + stated + "]' in '" + target.Name + "'";

    public static string ConvertedBorrow(IMethodSymbol own, string attribute, ITypeSymbol target) =>
        Capital(PartName(own, isResult: true)) + " is '[" + attribute + "]', but '" + target.Name + "' gives its result away";

    public static string ConvertedGift(IMethodSymbol own, string attribute, ITypeSymbol target) =>
        Capital(PartName(own, isResult: true)) + " is given away, but '[" + attribute + "]' in '" + target.Name + "'";

    public static string OwnerLabel(IParameterSymbol own) => "Parameter '" + own.Name + "' takes ownership";

    public static string GiftLabel(IMethodSymbol own) => Capital(PartName(own, isResult: true)) + " is given away";

    public static string MissingSource(IMethodSymbol method, ImmutableArray<string> candidates)
    {
        var part = method.MethodKind switch
        {
            MethodKind.AnonymousFunction => "The result of the lambda",
            MethodKind.DelegateInvoke => "The result of '" + method.ContainingType.Name + "'",
            _ => "The result of '" + (method.AssociatedSymbol ?? method).Name + "'",
        };
        if (candidates.IsEmpty)
        {
            return part + " is borrowed, but there is nothing that it could be borrowed from";
        }

        var names = "'" + candidates[0] + "'";
        for (var i = 1; i < candidates.Length; i++)
        {
            names += (i == candidates.Length - 1 ? " or '" : ", '") + candidates[i] + "'";
        }

        return part + " is borrowed, but the signature does not say whether from " + names;
    }

    public static string CandidateLabel(IParameterSymbol candidate) => "'" + candidate.Name + "' is one that the result could borrow from";

    public static string SilentParameter(IParameterSymbol parameter) =>
        "Parameter '" + parameter.Name + "' takes ownership, because its type '" + TypeName(parameter.Type) + "' is a move type: say '[Owned]', or '[Borrowed]' if it is only used";

    public static string KeptDelegate(IParameterSymbol parameter, bool isReturned) =>
        "Parameter '" + parameter.Name + "' is " + (isReturned ? "returned" : "stored") + ", so that the delegate outlives the call: say '[Owned]'";

    public static string KeptLabel(bool isReturned) => isReturned ? "it is returned here" : "it is stored here";

    public static string GenericArgument(ITypeSymbol type) => "Move type '" + TypeName(type) + "' is a generic argument";

    public static string Boxed(ITypeSymbol type, ITypeSymbol target) => "Move type '" + TypeName(type) + "' is converted to '" + TypeName(target) + "'";

    public static string Captured(ISymbol captured) => "'" + captured.Name + "' of a move type is captured by a delegate";

    public static string OwnedByPlain(ISymbol member) =>
        "'" + member.Name + "' of a move type is a member of '" + member.ContainingType.Name + "', which is none";

    /// <summary>A part of a signature in the middle of a sentence: "parameter 'x' of 'M'", "the result of 'M'", "'M'".</summary>
    public static string PartName(ISymbol symbol, bool isResult) => symbol switch
    {
        IParameterSymbol parameter => "parameter '" + parameter.Name + "' of " + Function(parameter.ContainingSymbol),
        ITypeParameterSymbol parameter => "type parameter '" + parameter.Name + "'",
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => isResult ? "the result of the lambda" : "the lambda",
        _ when isResult => "the result of " + Function(symbol),
        _ => Function(symbol),
    };

    private static string Function(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "the lambda",
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke => "'" + invoke.ContainingType.Name + "'",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => "'" + local.Name + "'",
        _ => "'" + Member(symbol) + "'",
    };

    private static string Member(ISymbol symbol)
    {
        var name = symbol switch
        {
            IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } or IPropertySymbol { IsIndexer: true } => "this[]",
            IMethodSymbol { AssociatedSymbol: { } associated } => associated.Name,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
            _ => symbol.Name,
        };
        // The name of an explicit implementation has that of its interface in front.
        name = name.Substring(name.LastIndexOf('.') + 1);
        return symbol.ContainingType is { } type && symbol is not INamedTypeSymbol ? TypeName(type) + "." + name : name;
    }

    private static string TypeName(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 0, Name.Length: > 0, IsTupleType: false } ? type.Name : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text.Substring(1) : text;
}
