using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the declarations say that a report points back to: of variables, of members that lend <c>this</c>, of delegates that are called again.</summary>
internal static class BindingMessages
{
    /// <summary>What the declaration of the variable says.</summary>
    public static string Declaration(Binding binding) => binding.IsMoveType
        ? "'" + binding.Symbol.Name + "' has the move type '" + TypeName(binding.Type) + "'"
        : "'" + binding.Symbol.Name + "' is declared here";

    /// <summary>What the declaration of the variable that holds the borrow says.</summary>
    public static string Root(ISymbol root, bool isShared) =>
        (root is IParameterSymbol ? "Parameter '" : "'") + root.Name + (isShared ? "' is a shared borrow" : "' is a borrow");

    /// <summary>What the declaration of the member says whose receiver is borrowed.</summary>
    public static string Receiver(ISymbol member, bool isShared) =>
        "'" + Name(member) + "' borrows 'this'" + (isShared ? ", shared" : "");

    /// <summary>What the signature says against which a borrow leaves.</summary>
    public static string Signature(ISymbol function, BorrowEscapes error)
    {
        var source = "'" + (error.Source?.Name ?? "this") + "'";
        return "The signature of '" + Name(function) + (error.IsReturned ? "' does not name " + source + " as a source" : "' does not let " + source + " be kept");
    }

    /// <summary>What the declaration of a captured variable says that is moved by a delegate.</summary>
    public static string Captured(ISymbol variable) => "'" + variable.Name + "' is a captured variable";

    /// <summary>What the delegate says that moves what it captured.</summary>
    public static string CapturedBy => "Captured by this delegate, which may be called again";

    /// <summary>What the parameter says that is not <c>[Once]</c>.</summary>
    public static string CalledAgain(ISymbol parameter) =>
        "Parameter '" + parameter.Name + "' of '" + Name(parameter.ContainingSymbol) + "' is not [Once]: its delegate may be called again";

    /// <summary>The type as messages name it.</summary>
    public static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static string Name(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } associated } => associated.Name,
        _ => member.Name,
    };
}
