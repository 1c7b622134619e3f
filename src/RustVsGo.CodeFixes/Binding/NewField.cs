using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>A private field that a type gets: where it stands and how it may be called.</summary>
internal static class NewField
{
    /// <summary>The free names for a field of <paramref name="type"/>, called as its neighbours are: <c>s_callback</c>, <c>_callback</c>, <c>callback</c>, and with numbers behind.</summary>
    /// <param name="owner">The declaration that gets it.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="isStatic">Whether it is static.</param>
    /// <param name="model">The semantics of the declaration's document.</param>
    /// <param name="cancellation">The host's wish to stop.</param>
    public static IEnumerable<string> Names(TypeDeclarationSyntax owner, ITypeSymbol type, bool isStatic, SemanticModel model, CancellationToken cancellation)
    {
        var used = new HashSet<string>(owner.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        for (INamedTypeSymbol? declaring = model.GetDeclaredSymbol(owner, cancellation); declaring is not null; declaring = declaring.BaseType)
        {
            used.UnionWith(declaring.GetMembers().Select(static member => member.Name));
        }

        var prefix = Prefix(owner, isStatic);
        return VariableName.Numbered(VariableName.StemOf(type)).Select(name => prefix.Length == 0 ? VariableName.Escaped(name) : prefix + name).Where(name => !used.Contains(name.TrimStart('@')));
    }

    /// <summary>Puts <paramref name="field"/> in front of all members, so that it has its value before they have theirs, with an empty line behind it where the first of them is no field.</summary>
    public static TextEdit InFront(DocumentId document, SourceText text, TypeDeclarationSyntax owner, string field)
    {
        var brace = owner.OpenBraceToken;
        var first = owner.Members.First();
        if (Lines.IndentationAt(text, first.SpanStart) is not { } indentation || text.Lines.GetLineFromPosition(first.SpanStart).Start <= brace.SpanStart)
        {
            return TextEdit.Line(document, brace.Span.End, " " + field);
        }

        var lineBreak = Lines.BreakOf(text);
        return TextEdit.Line(document, brace.FullSpan.End, indentation + field + lineBreak + (first is FieldDeclarationSyntax ? "" : lineBreak));
    }

    /// <summary>Puts <paramref name="field"/> behind the fields that the type begins with, or in front of all members where it begins with none, or among directives.</summary>
    public static TextEdit AmongFields(DocumentId document, SourceText text, TypeDeclarationSyntax owner, string field)
    {
        var last = owner.Members.TakeWhile(static member => member is FieldDeclarationSyntax && !member.ContainsDirectives).LastOrDefault();
        if (last is null || last.GetLastToken().GetNextToken().LeadingTrivia.Any(static trivia => trivia.IsDirective)
            || Lines.IndentationAt(text, last.SpanStart) is not { } indentation || !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            return InFront(document, text, owner, field);
        }

        return TextEdit.Line(document, last.FullSpan.End, indentation + field + Lines.BreakOf(text));
    }

    private static string Prefix(TypeDeclarationSyntax owner, bool isStatic)
    {
        var names = owner.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => field.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic && !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.PublicKeyword))
            .SelectMany(static field => field.Declaration.Variables)
            .Select(static variable => variable.Identifier.ValueText)
            .ToList();
        return names.Any(static name => name.StartsWith("s_", System.StringComparison.Ordinal)) ? "s_"
            : names.Any(static name => name.StartsWith("_", System.StringComparison.Ordinal)) ? "_"
            : names.Count > 0 ? ""
            : isStatic ? "s_" : "_";
    }
}
