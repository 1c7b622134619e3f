using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// A borrow that the collector does not see: a raw handle, or a pointer that native code calls. The variable that holds it keeps nothing alive, nor does
/// one that holds the owner, from its last use on.
/// </summary>
internal static class RawBorrow
{
    /// <summary>
    /// The call whose result is such a borrow of <paramref name="temporary"/>, its argument or its receiver; null where the result is something else, and
    /// keeps what it borrows from.
    /// </summary>
    public static ExpressionSyntax? Of(ExpressionSyntax temporary, SemanticModel model, CancellationToken cancellation)
    {
        var value = Around(temporary);
        var call = value.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax given } } => given,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax received } access when access.Expression == value => received,
            MemberAccessExpressionSyntax access when access.Expression == value => (ExpressionSyntax)access,
            _ => null,
        };
        return call is not null && IsRaw(model.GetTypeInfo(call, cancellation).Type) ? call : null;
    }

    /// <summary>Whether values of <paramref name="type"/> lead somewhere without the collector's knowing.</summary>
    public static bool IsRaw(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or IPointerTypeSymbol or IFunctionPointerTypeSymbol;

    /// <summary>The same value with the parentheses and casts around it.</summary>
    public static ExpressionSyntax Around(ExpressionSyntax value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            value = (ExpressionSyntax)value.Parent;
        }

        return value;
    }
}
