using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about disposal say: RVG2001 to RVG2004.</summary>
internal static class DisposalMessages
{
    /// <param name="error">What is not dropped.</param>
    /// <param name="loss">What is lost if it is not; null where nobody says.</param>
    /// <param name="isInCatalog">Whether the catalog says that it has to be dropped.</param>
    public static string NotDropped(NotDropped error, string? loss, bool isInCatalog) =>
        Sentence(error) + (loss is { Length: > 0 } ? ": " + loss : "") + (isInCatalog ? " (as the catalog says)" : "");

    public static string LossLabel(NotDropped error) => error.Kind switch
    {
        LossKind.Overwritten => "it is overwritten here",
        LossKind.Temporary => "its statement ends here",
        LossKind.Parameter => "the body ends here",
        LossKind.Thrown => "the body may be left here by an exception",
        _ => "the scope of '" + error.Name + "' ends here",
    };

    public static string ElsewhereLabel() => "on another path it is dropped or given away here";

    public static string DroppedTwice(DroppedTwice error) =>
        "'" + error.Name + "' is dropped, but it belongs to " + Owner(error) + " by then"
        + (error.Drop.Kind == MoveCauseKind.UsingEnded ? ", and its 'using' ends it" : "");

    public static string GivenLabel(DroppedTwice error) => "given to " + Owner(error) + " here";

    public static string FieldNotDropped(ISymbol member, INamedTypeSymbol type, IMethodSymbol? drop) =>
        "'" + member.Name + "' is owned, but " + (drop is null ? "'" + type.Name + "' has only the drop of its base, which does not know it" : "'" + drop.Name + "' does not drop it");

    public static string MemberLabel(ISymbol member) => "'" + member.Name + "' has to be dropped";

    public static string TypeWithoutDrop(INamedTypeSymbol type, ISymbol member) => "'" + type.Name + "' owns '" + member.Name + "', which has to be dropped, but has no drop itself";

    public static string DropLabel(IMethodSymbol drop) => "'" + drop.Name + "' is the drop of the type";

    public static string OwnedLabel(ISymbol member) => "'" + member.Name + "' gets a value that has to be dropped here";

    private static string Sentence(NotDropped error)
    {
        var name = "'" + error.Name + "'";
        return error.Kind switch
        {
            LossKind.Parameter when error.DroppedElsewhere is not null => "Parameter " + name + " takes ownership, but is not dropped or given away on every path",
            LossKind.Parameter => "Parameter " + name + " takes ownership, but is neither dropped nor given away",
            LossKind.Thrown => name + " is not dropped where an exception is thrown before its drop",
            LossKind.Overwritten => "The value of " + name + " is overwritten before it is dropped or given away",
            LossKind.Temporary => "The value of " + name + " is neither dropped nor given away",
            _ when error.DroppedElsewhere is not null => name + " is not dropped or given away on every path",
            _ => name + " is neither dropped nor given away",
        };
    }

    private static string Owner(DroppedTwice error) => error.Owner switch
    {
        { Kind: MoveCauseKind.Argument, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } } => "'" + (method.MethodKind == MethodKind.Constructor ? "new " + method.ContainingType.Name : method.Name) + "'",
        { Symbol: { } symbol } => "'" + symbol.Name + "'",
        _ => "the field that it was stored in",
    };
}
