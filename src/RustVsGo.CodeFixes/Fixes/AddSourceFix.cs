using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Names a source that a returned borrow has and its signature does not: <c>[return: Borrowed(nameof(a))]</c> becomes <c>[return: Borrowed(nameof(a), nameof(b))]</c>.</summary>
internal sealed class AddSourceFix : OwnershipFix
{
    private const string This = "\"this\"";

    public AddSourceFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Name the sources of borrowed results";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<SyntaxNode>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, returned)
            || FunctionAround(returned) is not var (function, lists)
            || model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol method)
        {
            return null;
        }

        IParameterSymbol? source = null;
        if (DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is { } root)
        {
            source = method.Parameters.FirstOrDefault(parameter => parameter.Locations.Contains(root));
            if (source is null)
            {
                return null;
            }
        }

        var name = source is null ? This : Named(source, function);
        var title = $"Name '{source?.Name ?? "this"}' as a source of the result";
        if (ResultAttribute.Borrowed(lists, model, cancellation) is not { } attribute)
        {
            return Add(document, model, function, name, title, cancellation);
        }

        var edit = attribute.ArgumentList is { Arguments.Count: > 0 } list
            ? TextEdit.After(document.Id, list.Arguments.Last().Span, ", " + name)
            : TextEdit.After(document.Id, attribute.Name.Span, method.IsStatic || source is null ? $"({name})" : $"({This}, {name})");
        return attribute.ArgumentList is { Arguments.Count: 0 } ? null : new Proposal(title, ImmutableArray.Create(edit));
    }

    private static Proposal? Add(Document document, SemanticModel model, SyntaxNode function, string name, string title, CancellationToken cancellation)
    {
        var text = model.SyntaxTree.GetText(cancellation);
        if (Lines.IndentationAt(text, function.SpanStart) is not { } indentation)
        {
            return null;
        }

        var end = Lines.BreakOf(text);
        var edits = ParameterAttribute.Write(
            document,
            model,
            function.SpanStart,
            Vocabulary.Borrowed,
            written => TextEdit.Before(document.Id, new TextSpan(function.SpanStart, 0), $"[return: {written}({name})]{end}{indentation}"),
            cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal(title, edits);
    }

    private static (SyntaxNode Function, SyntaxList<AttributeListSyntax> Lists)? FunctionAround(SyntaxNode returned)
    {
        foreach (var node in returned.AncestorsAndSelf())
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return (method, method.AttributeLists);
                case LocalFunctionStatementSyntax function:
                    return (function, function.AttributeLists);
                case AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    // A parameter is in scope in an attribute of its method from C# 11 on.
    private static string Named(IParameterSymbol source, SyntaxNode function) =>
        ((CSharpParseOptions)function.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp11 ? $"\"{source.Name}\""
        : SyntaxFacts.GetKeywordKind(source.Name) == SyntaxKind.None ? $"nameof({source.Name})" : $"nameof(@{source.Name})";
}
