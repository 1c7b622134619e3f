using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.CodeFixes;

/// <summary>How the class of the functions of <c>Arc&lt;T&gt;</c> is written, where a handle is at hand and its namespace need not be imported.</summary>
internal static class ArcName
{
    private const string Name = "Arc";

    /// <summary>Whether <paramref name="type"/> is <c>Arc&lt;T&gt;</c>.</summary>
    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol { Name: Name, Arity: 1 } named && Vocabulary.Declares(named);

    /// <summary>The name at <paramref name="position"/>, simple where it is in scope; null where the project has no such class.</summary>
    public static string? At(SemanticModel model, int position)
    {
        foreach (var text in new[] { Name, $"{Vocabulary.Namespace}.{Name}", $"global::{Vocabulary.Namespace}.{Name}" })
        {
            if (model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol is INamedTypeSymbol { IsStatic: true } found
                && Vocabulary.Declares(found))
            {
                return text;
            }
        }

        return null;
    }
}
