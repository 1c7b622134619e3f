using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>What a place starts with: the <c>a</c> of <c>a.B.C</c>.</summary>
internal static class PlaceRoot
{
    public static ExpressionSyntax Of(ExpressionSyntax place)
    {
        while (place is MemberAccessExpressionSyntax access)
        {
            place = access.Expression;
        }

        return place;
    }
}
