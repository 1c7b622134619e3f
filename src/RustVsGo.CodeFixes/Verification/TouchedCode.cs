using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// How far the changes of one document reach: into the bodies that they stand in, or, where a signature changes, into whoever uses it.
/// In: the tree before the changes. Out: the span whose diagnostics can differ, and the declarations that others see changed.
/// </summary>
internal sealed class TouchedCode
{
    private TouchedCode(TextSpan span, IReadOnlyList<SyntaxNode> declarations)
    {
        Span = span;
        Declarations = declarations;
    }

    /// <summary>What has to be looked at again in this document.</summary>
    public TextSpan Span { get; }

    /// <summary>The members and types that are declared otherwise than before.</summary>
    public IReadOnlyList<SyntaxNode> Declarations { get; }

    public static TouchedCode Of(SyntaxNode root, IEnumerable<TextChange> changes)
    {
        TextSpan? span = null;
        var declarations = new List<SyntaxNode>();
        foreach (var change in changes)
        {
            var node = root.FindNode(Inside(root, change.Span), getInnermostNodeForTie: true);
            var touched = root.FullSpan;
            if (BodyAround(node, change.Span) is { } body)
            {
                touched = body;
            }
            else if (DeclarationAround(node) is { } declaration)
            {
                declarations.Add(declaration);
            }

            span = span is { } known ? TextSpan.FromBounds(Math.Min(known.Start, touched.Start), Math.Max(known.End, touched.End)) : touched;
        }

        return new TouchedCode(span ?? default, declarations);
    }

    // An insertion at the very end of a file lies behind the last token.
    private static TextSpan Inside(SyntaxNode root, TextSpan span) => root.FullSpan.Contains(span) ? span : new TextSpan(root.FullSpan.End, 0);

    // Nested functions are no boundary: who calls one stands in the same member.
    private static TextSpan? BodyAround(SyntaxNode node, TextSpan change)
    {
        for (SyntaxNode? inner = node, outer = node; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                    return GlobalStatements(unit);
                case MemberDeclarationSyntax member:
                    return IsBody(inner!) && inner!.FullSpan.Contains(change) ? member.FullSpan : null;
                case AccessorDeclarationSyntax or VariableDeclaratorSyntax when IsBody(inner!) && inner!.FullSpan.Contains(change)
                    && outer.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } owner and not GlobalStatementSyntax:
                    return owner.FullSpan;
            }
        }

        return null;
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ArgumentListSyntax or ConstructorInitializerSyntax;

    private static TextSpan GlobalStatements(CompilationUnitSyntax unit)
    {
        var first = unit.Members.First(static member => member is GlobalStatementSyntax);
        var last = unit.Members.Last(static member => member is GlobalStatementSyntax);
        return TextSpan.FromBounds(first.FullSpan.Start, last.FullSpan.End);
    }

    private static SyntaxNode? DeclarationAround(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax));
}
