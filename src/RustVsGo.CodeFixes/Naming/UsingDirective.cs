using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Where a <c>using</c> for a namespace goes: among the directives that are there, in their order, or on top of the file below its header.</summary>
internal static class UsingDirective
{
    /// <summary>
    /// The insertion of a directive for <paramref name="name"/>, or null where it might change what other names in the file mean, or where
    /// conditional code makes its place uncertain.
    /// </summary>
    public static TextEdit? Insert(Document document, SemanticModel model, int position, string name, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot(cancellation);
        if (WouldHideNames(model, root, name, cancellation))
        {
            return null;
        }

        var text = model.SyntaxTree.GetText(cancellation);
        var usings = DirectivesInScope(root, position);
        return usings.Any() ? AmongDirectives(document, usings, name, text) : OnTop(document, root, name, text);
    }

    /// <summary>The directives that the new one joins: the file's own, or those of the namespace around <paramref name="position"/>.</summary>
    private static SyntaxList<UsingDirectiveSyntax> DirectivesInScope(CompilationUnitSyntax root, int position)
    {
        if (root.Usings.Any(directive => !IsGlobal(directive)))
        {
            return root.Usings;
        }

        var around = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().LastOrDefault(declaration => declaration.Usings.Any());
        return around?.Usings ?? root.Usings;
    }

    private static TextEdit? AmongDirectives(Document document, SyntaxList<UsingDirectiveSyntax> usings, string name, SourceText text)
    {
        if (usings.Any(IsConditional))
        {
            // Which of the branches the new line belongs to is not ours to say.
            return null;
        }

        var before = usings.LastOrDefault(directive => Precedes(directive, name));
        if (before is null)
        {
            var first = usings[0];
            return TextEdit.Before(document.Id, new TextSpan(first.SpanStart, 0), Written(name) + Lines.BreakOf(text) + Lines.IndentationAt(text, first.SpanStart));
        }

        // Behind the end of the line: a comment at the end of it stays where it is. Where more stands on the line, on the same line.
        return before.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? TextEdit.Before(document.Id, new TextSpan(before.FullSpan.End, 0), Lines.IndentationAt(text, before.SpanStart) + Written(name) + Lines.BreakOf(text))
            : TextEdit.After(document.Id, before.Span, " " + Written(name));
    }

    private static bool IsConditional(UsingDirectiveSyntax directive) =>
        directive.ContainsDirectives
        && directive.DescendantTrivia().Any(trivia => trivia.Kind() is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia);

    // Global, System and what sorts before stays above; aliases and static imports stay below.
    private static bool Precedes(UsingDirectiveSyntax directive, string newName)
    {
        if (IsGlobal(directive))
        {
            return true;
        }

        if (directive.Alias is not null || directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
        {
            return false;
        }

        var name = directive.Name?.ToString() ?? "";
        return (IsSystem(name), IsSystem(newName)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => StringComparer.OrdinalIgnoreCase.Compare(name, newName) < 0,
        };
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static string Written(string name) => $"using {name};";

    private static bool IsGlobal(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static TextEdit? OnTop(Document document, CompilationUnitSyntax root, string name, SourceText text)
    {
        var afterHeader = 0;
        var lineIsBlank = true;
        foreach (var trivia in root.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.IfDirectiveTrivia or SyntaxKind.RegionDirectiveTrivia:
                    return null;
                case SyntaxKind.WhitespaceTrivia:
                    break;
                case SyntaxKind.EndOfLineTrivia when lineIsBlank:
                    // What stands above an empty line is the file's header; what follows belongs to the code below it.
                    afterHeader = trivia.FullSpan.End;
                    break;
                case SyntaxKind.EndOfLineTrivia:
                    lineIsBlank = true;
                    break;
                default:
                    lineIsBlank = trivia.IsDirective;
                    afterHeader = trivia.IsDirective ? trivia.FullSpan.End : afterHeader;
                    break;
            }
        }

        var separator = text.Lines.GetLineFromPosition(afterHeader).ToString().Trim().Length == 0 ? "" : Lines.BreakOf(text);
        return TextEdit.Before(document.Id, new TextSpan(afterHeader, 0), Written(name) + Lines.BreakOf(text) + separator);
    }

    /// <summary>Whether a name in the file means a type of its own that the namespace has too, such as EF Core's <c>[Owned]</c>.</summary>
    private static bool WouldHideNames(SemanticModel model, SyntaxNode root, string name, CancellationToken cancellation)
    {
        var space = model.Compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            if (space.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
            {
                return true;
            }

            space = inner;
        }

        var names = space.GetTypeMembers()
            .SelectMany(type => new[] { type.Name, Vocabulary.WithoutSuffix(type.Name) })
            .ToImmutableHashSet();
        foreach (var used in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (names.Contains(used.Identifier.ValueText) && TypeNamedBy(model, used, cancellation) is { } type
                && !SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, space))
            {
                return true;
            }
        }

        return false;
    }

    // What is qualified means the same with and without the directive.
    private static INamedTypeSymbol? TypeNamedBy(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => null,
        MemberAccessExpressionSyntax access when access.Name == name => null,
        _ => model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } => type,
            _ => null,
        },
    };
}
