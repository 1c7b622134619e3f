using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Gate;

/// <summary>The simple names of types as the source writes them: all that a look at the syntax can know.</summary>
internal static class WrittenNames
{
    /// <summary>
    /// The type of which <paramref name="creation"/> makes an object (<c>new GZipStream(s)</c>, <c>new System.IO.Compression.GZipStream(s)</c>,
    /// <c>GZipStream zip = new(s)</c>); null where it is not written there.
    /// </summary>
    public static string? Created(BaseObjectCreationExpressionSyntax creation)
    {
        var type = creation switch
        {
            ObjectCreationExpressionSyntax { Type: var written } => written,
            { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } } } } => declared,
            _ => null,
        };
        return type is null ? null : Last(type);
    }

    /// <summary>The last of the names that <paramref name="type"/> is written with; null for an array or pointer, and for what is no name.</summary>
    public static string? Last(SyntaxNode type) => type switch
    {
        NullableTypeSyntax nullable => Last(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
