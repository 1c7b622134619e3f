using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// How far the changes of one document reach: into the bodies that they stand in, or, where a signature changes, into whoever uses it.
/// In: the tree before the changes. Out: the spans whose diagnostics can differ, and the declarations that others see changed.
/// </summary>
internal sealed class TouchedCode
{
    // What the compiler, or the analysis, calls without that the source says so.
    private static readonly HashSet<string> ImpliedNames = new(StringComparer.Ordinal)
    {
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "Deconstruct", "Add", "GetAwaiter", "GetResult", "OnCompleted",
        "Slice", "GetPinnableReference", "AppendLiteral", "AppendFormatted", "ToString", "Equals", "GetHashCode", "Create", "Finalize",
        "Cast", "Select", "SelectMany", "Where", "GroupBy", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending",
    };

    private TouchedCode(ImmutableArray<TextSpan> spans, IReadOnlyList<SyntaxNode> declarations)
    {
        Spans = spans;
        Declarations = declarations;
    }

    /// <summary>What has to be looked at again in this document, in its order; no two overlap.</summary>
    public ImmutableArray<TextSpan> Spans { get; }

    /// <summary>The members and types that are declared otherwise than before.</summary>
    public IReadOnlyList<SyntaxNode> Declarations { get; }

    public static TouchedCode Of(SyntaxNode root, IEnumerable<TextChange> changes)
    {
        var spans = new List<TextSpan>();
        var declarations = new List<SyntaxNode>();
        foreach (var change in changes)
        {
            var node = root.FindNode(Inside(root, change.Span), getInnermostNodeForTie: true);
            if (BodyAround(node, change.Span) is { } body)
            {
                spans.Add(body);
            }
            else if (DeclarationAround(node) is { } declaration)
            {
                declarations.Add(declaration);
                spans.AddRange(UsersOf(root, declaration, change.Span));
            }
            else
            {
                spans.Add(root.FullSpan);
            }
        }

        return new TouchedCode(Disjoint(spans), declarations);
    }

    private static ImmutableArray<TextSpan> Disjoint(List<TextSpan> spans)
    {
        spans.Sort();
        var disjoint = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            if (disjoint.Count > 0 && disjoint[disjoint.Count - 1] is var last && span.Start < last.End)
            {
                disjoint[disjoint.Count - 1] = TextSpan.FromBounds(last.Start, Math.Max(last.End, span.End));
            }
            else
            {
                disjoint.Add(span);
            }
        }

        return disjoint.ToImmutable();
    }

    /// <summary>
    /// Where <paramref name="declaration"/> can be used: the members that name it, itself among them, and the types that may take it for what a base of theirs
    /// asks for. The whole file for what is used without its name.
    /// </summary>
    private static IEnumerable<TextSpan> UsersOf(SyntaxNode root, SyntaxNode declaration, TextSpan change)
    {
        if (declaration is not MethodDeclarationSyntax method || ImpliedNames.Contains(method.Identifier.ValueText) || change.IntersectsWith(method.Identifier.Span))
        {
            yield return root.FullSpan;
            yield break;
        }

        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Identifier.ValueText)
            {
                yield return MemberAround(root, token.Parent!);
            }
        }

        foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is TypeDeclarationSyntax { BaseList: { } bases } type)
            {
                yield return TextSpan.FromBounds(type.FullSpan.Start, bases.FullSpan.End);
            }
        }
    }

    private static TextSpan MemberAround(SyntaxNode root, SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => GlobalStatements(unit),
            null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax => root.FullSpan,
            var member => member.FullSpan,
        };

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
