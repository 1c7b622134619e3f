using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RustVsGo.Analyzers;

/// <summary>
/// What runs when a type with a primary constructor is made, of what names its parameters: the initializers of fields, properties and events in the order
/// of the source, then the call of the base constructor (C# specification, "instance variable initializers"). Together they are one body.
/// </summary>
internal static class InitializerSequence
{
    /// <summary>Finds the sequence that the code block of <paramref name="context"/> is a part of.</summary>
    /// <param name="context">The code block.</param>
    /// <param name="constructor">The primary constructor.</param>
    /// <param name="parts">The initializers and the base call in this file, in the order in which they run.</param>
    /// <param name="own">The part that is this code block's own.</param>
    /// <returns><see langword="false"/> where the code block names no parameter of a primary constructor.</returns>
    public static bool TryFind(CodeBlockAnalysisContext context, out IMethodSymbol constructor, out ImmutableArray<SyntaxNode> parts, out SyntaxNode own)
    {
        (constructor, parts, own) = (null!, default, null!);
        if (Own(context) is not { } node || context.OwningSymbol.IsStatic || Primary(context.OwningSymbol.ContainingType, context.CancellationToken) is not { } primary)
        {
            return false;
        }

        var names = new HashSet<string>();
        foreach (var parameter in primary.Parameters)
        {
            names.Add(parameter.Name);
        }

        if (!Mentions(node, names))
        {
            return false;
        }

        (constructor, own) = (primary, node);
        parts = Parts(context, names);
        return parts.Contains(node);
    }

    /// <summary>
    /// Gets the parameters that a member uses, or may use: fields of <c>this</c>, and no variables that end with the constructor. Names decide, as a member
    /// that only declares the name anew does no harm. The properties of a record use all.
    /// </summary>
    public static ImmutableArray<IParameterSymbol> UsedByMembers(IMethodSymbol constructor, ImmutableArray<SyntaxNode> parts, CancellationToken cancellation)
    {
        if (constructor.ContainingType.IsRecord)
        {
            return constructor.Parameters;
        }

        var own = new HashSet<SyntaxNode>(parts);
        var names = new HashSet<string>();
        foreach (var reference in constructor.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax type)
            {
                foreach (var member in type.Members)
                {
                    foreach (var token in member.DescendantTokens(node => !own.Contains(node)))
                    {
                        if (token.IsKind(SyntaxKind.IdentifierToken))
                        {
                            names.Add(token.ValueText);
                        }
                    }
                }
            }
        }

        return constructor.Parameters.RemoveAll(parameter => !names.Contains(parameter.Name));
    }

    private static SyntaxNode? Own(CodeBlockAnalysisContext context) =>
        context.CodeBlock is TypeDeclarationSyntax type ? BodyGraphs.BaseCallOf(type) : BodyGraphs.InitializerOf(context);

    private static IMethodSymbol? Primary(INamedTypeSymbol? type, CancellationToken cancellation)
    {
        if (type is not null)
        {
            foreach (var constructor in type.InstanceConstructors)
            {
                if (!constructor.Parameters.IsEmpty && constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellation) is TypeDeclarationSyntax)
                {
                    return constructor;
                }
            }
        }

        return null;
    }

    private static ImmutableArray<SyntaxNode> Parts(CodeBlockAnalysisContext context, HashSet<string> names)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        SyntaxNode? baseCall = null;
        foreach (var reference in context.OwningSymbol.ContainingType.DeclaringSyntaxReferences)
        {
            // Only of this file there is a semantic model to ask.
            if (reference.SyntaxTree == context.CodeBlock.SyntaxTree && reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax type)
            {
                foreach (var member in type.Members)
                {
                    AddInitializers(member, names, parts);
                }

                baseCall ??= BodyGraphs.BaseCallOf(type);
            }
        }

        if (baseCall is not null && Mentions(baseCall, names))
        {
            parts.Add(baseCall);
        }

        return parts.ToImmutable();
    }

    private static void AddInitializers(MemberDeclarationSyntax member, HashSet<string> names, ImmutableArray<SyntaxNode>.Builder parts)
    {
        if (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            return;
        }

        if (member is PropertyDeclarationSyntax { Initializer: { } initializer } && Mentions(initializer, names))
        {
            parts.Add(initializer);
        }
        else if (member is BaseFieldDeclarationSyntax field)
        {
            foreach (var variable in field.Declaration.Variables)
            {
                if (variable.Initializer is { } value && Mentions(value, names))
                {
                    parts.Add(value);
                }
            }
        }
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> names)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
            {
                return true;
            }
        }

        return false;
    }
}
