using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Conformance.Reading;

/// <summary>Finds the methods, accessors and operators of a C# section. Lambdas and local functions belong to the method around them, as closures do.</summary>
internal static class CSharpFunctions
{
    public static ImmutableArray<Function> Of(SyntaxNode root)
    {
        var functions = ImmutableArray.CreateBuilder<Function>();
        foreach (var node in root.DescendantNodes())
        {
            var name = node switch
            {
                MethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                BaseMethodDeclarationSyntax => "operator",
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                IndexerDeclarationSyntax => "this",
                _ => null,
            };
            if (name is null)
                continue;
            var span = node.GetLocation().GetLineSpan();
            functions.Add(new Function(name, span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1));
        }

        return functions.ToImmutable();
    }
}
