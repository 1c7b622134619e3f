using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Names for a new variable: after its type, and none that the body around it uses or sees.</summary>
internal static class VariableName
{
    /// <summary>The free names for a variable of <paramref name="type"/> at <paramref name="statement"/>: <c>document</c>, <c>document2</c>, ….</summary>
    public static IEnumerable<string> After(ITypeSymbol type, SemanticModel model, StatementSyntax statement, CancellationToken cancellation) =>
        Like(StemOf(type), model, statement, cancellation);

    /// <summary>The free names at <paramref name="statement"/> that begin with <paramref name="stem"/>, the stem itself first.</summary>
    public static IEnumerable<string> Like(string stem, SemanticModel model, StatementSyntax statement, CancellationToken cancellation)
    {
        var isFree = FreeAt(model, statement, cancellation);
        return Numbered(stem).Where(isFree).Select(Escaped);
    }

    /// <summary>As <see cref="Like"/>, for two variables: the ends that both <paramref name="first"/> and <paramref name="second"/> may have.</summary>
    public static IEnumerable<string> EndsOf(string first, string second, SemanticModel model, StatementSyntax statement, CancellationToken cancellation)
    {
        var isFree = FreeAt(model, statement, cancellation);
        return Numbers().Where(number => isFree(first + number) && isFree(second + number));
    }

    private static Func<string, bool> FreeAt(SemanticModel model, StatementSyntax statement, CancellationToken cancellation)
    {
        var used = new HashSet<string>(
            BodyParts(statement).SelectMany(part => part.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        cancellation.ThrowIfCancellationRequested();
        return name => !used.Contains(name) && !IsVisible(model, statement.SpanStart, name);
    }

    /// <summary>The body in which a name must be the only one: the member, or the file for top-level statements.</summary>
    public static TextSpan BodyOf(StatementSyntax statement) =>
        statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member.Span : new TextSpan(0, 0);

    private static IEnumerable<SyntaxNode> BodyParts(StatementSyntax statement) => statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>(),
        { } member => new[] { member },
        null => new[] { statement.SyntaxTree.GetRoot() },
    };

    // Behind a member or a type of that name the variable would hide it: legal, and confusing. What the body declares is among its tokens; the
    // variables of top-level statements are found everywhere in their file and meant nowhere else.
    private static bool IsVisible(SemanticModel model, int position, string name) =>
        model.LookupSymbols(position, name: name).Any(symbol => symbol is not (INamespaceSymbol or ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }));

    /// <summary>The stem itself, then with <c>2</c>, <c>3</c>, … behind it, without end.</summary>
    public static IEnumerable<string> Numbered(string stem) => Numbers().Select(number => stem + number);

    // Nothing first, then "2", "3", ….
    private static IEnumerable<string> Numbers()
    {
        yield return "";
        for (var number = 2; ; number++)
        {
            yield return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What a variable of <paramref name="type"/> is called: <c>document</c> for <c>Document</c>.</summary>
    public static string StemOf(ITypeSymbol type)
    {
        var name = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0].Name : type.Name;
        var hasPrefix = type is { TypeKind: TypeKind.Interface } or ITypeParameterSymbol;
        if (hasPrefix && name.Length > 1 && name[0] is 'I' or 'T' && char.IsUpper(name[1]))
        {
            name = name.Substring(1);
        }

        var isBuiltIn = type.SpecialType is >= SpecialType.System_Object and <= SpecialType.System_UIntPtr;
        return name.Length == 0 || isBuiltIn || type is INamedTypeSymbol { IsTupleType: true } || type is ITypeParameterSymbol && name.Length == 1 ? "value" : CamelCase(name);
    }

    // A word of capitals is lowered as a whole, but for the capital that begins the next word: XMLReader becomes xmlReader.
    private static string CamelCase(string name)
    {
        var capitals = name.TakeWhile(char.IsUpper).Count();
        var lowered = capitals < 2 || capitals == name.Length ? Math.Max(capitals, 1) : capitals - 1;
        var text = name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
        return text == name ? "value" : text;
    }

    /// <summary>The name as it is written: with <c>@</c> where it is a keyword.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.AwaitKeyword or SyntaxKind.YieldKeyword
            ? "@" + name
            : name;
}
