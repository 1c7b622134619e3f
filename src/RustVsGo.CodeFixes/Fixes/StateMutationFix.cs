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

/// <summary>
/// Says that a method mutates what it borrows: <c>[Mutates]</c> on the method for its receiver, <c>[BorrowedMut]</c> on the parameter
/// (Rust: <c>consider changing this to be a mutable reference</c>).
/// </summary>
internal sealed class StateMutationFix : OwnershipFix
{
    public StateMutationFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Say what is mutated";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause);
        if (await SourceOfAsync(solution, root, cancellation).ConfigureAwait(false) is { } source)
        {
            root = source;
        }

        if (root is null)
        {
            return await DeclarationSite<SyntaxNode>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is { } body
                ? OfReceiver(body.Document, body.Model, body.Node, cancellation)
                : null;
        }

        if (await DeclarationSite<ParameterSyntax>.FindAsync(solution, root, cancellation).ConfigureAwait(false) is not { Node: var parameter } site
            || parameter.Identifier.Span != root.SourceSpan)
        {
            return null;
        }

        if (parameter.Modifiers.Any(SyntaxKind.ThisKeyword) && !Stated(parameter.AttributeLists, site.Model, cancellation).Any())
        {
            return OfReceiver(site.Document, site.Model, parameter, cancellation);
        }

        return OfParameter(site.Document, site.Model, parameter, cancellation);
    }

    /// <summary>Where the parameter is declared that the local at <paramref name="root"/> was given, as a whole or as a part; null for anything else.</summary>
    private static async Task<Location?> SourceOfAsync(Solution solution, Location? root, CancellationToken cancellation)
    {
        if (await DeclarationSite<SyntaxNode>.FindAsync(solution, root, cancellation).ConfigureAwait(false) is not { } site)
        {
            return null;
        }

        var given = site.Node switch
        {
            VariableDeclaratorSyntax declarator when declarator.Identifier.Span == root!.SourceSpan => declarator.Initializer?.Value,
            SingleVariableDesignationSyntax designation => designation.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression,
            _ => null,
        };
        return given is not null
            && site.Model.GetSymbolInfo(PlaceRoot.Of(given), cancellation).Symbol is IParameterSymbol { Locations: [{ IsInSource: true } declared] } ? declared : null;
    }

    private static Proposal? OfParameter(Document document, SemanticModel model, ParameterSyntax parameter, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(parameter, cancellation) is IParameterSymbol { RefKind: RefKind.In, Type.IsReferenceType: true, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } })
        {
            return OfInParameter(document, model, parameter, cancellation);
        }

        if (model.GetDeclaredSymbol(parameter, cancellation) is not IParameterSymbol { RefKind: RefKind.None, Type.IsReferenceType: true, ContainingSymbol: IMethodSymbol }
            || Stated(parameter.AttributeLists, model, cancellation).ToImmutableArray() is not [(var attribute, Vocabulary.Borrowed)])
        {
            return null;
        }

        var edits = ParameterAttribute.Replace(document, model, attribute, Vocabulary.BorrowedMut, cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Let '{parameter.Identifier.ValueText}' be '[BorrowedMut]'", edits);
    }

    // A class has its address already: what `in` lends shared, the attribute lends exclusively. Callers that write `in` themselves would not compile.
    private static Proposal? OfInParameter(Document document, SemanticModel model, ParameterSyntax parameter, CancellationToken cancellation)
    {
        if (Stated(parameter.AttributeLists, model, cancellation).Any() || parameter.Modifiers is not [{ RawKind: (int)SyntaxKind.InKeyword } modifier])
        {
            return null;
        }

        var edits = ParameterAttribute.Add(document, model, parameter, Vocabulary.BorrowedMut, cancellation);
        return edits.IsDefaultOrEmpty
            ? null
            : new Proposal(
                $"Let '{parameter.Identifier.ValueText}' be '[BorrowedMut]'",
                edits.Add(TextEdit.Replace(document.Id, TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "")));
    }

    private static Proposal? OfReceiver(Document document, SemanticModel model, SyntaxNode inside, CancellationToken cancellation)
    {
        SyntaxNode? member = inside.AncestorsAndSelf().FirstOrDefault(static node => node is AccessorDeclarationSyntax or MemberDeclarationSyntax);
        if (member is BasePropertyDeclarationSyntax)
        {
            return OfArrow(document, model, member, cancellation);
        }

        var lists = member switch
        {
            MethodDeclarationSyntax method => method.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            _ => default,
        };
        if (member is not (MethodDeclarationSyntax or AccessorDeclarationSyntax)
            || model.GetDeclaredSymbol(member, cancellation) is not IMethodSymbol symbol || (symbol.IsStatic && !symbol.IsExtensionMethod))
        {
            return null;
        }

        var stated = Stated(lists, model, cancellation)
            .Where(static pair => pair.Name is Vocabulary.Borrows or Vocabulary.Mutates or Vocabulary.Consumes or Vocabulary.Drop)
            .ToImmutableArray();
        var edits = stated switch
        {
            [] => Add(document, model, member, lists, cancellation),
            [({ ArgumentList: null } attribute, Vocabulary.Borrows)] => ParameterAttribute.Replace(document, model, attribute, Vocabulary.Mutates, cancellation),
            _ => ImmutableArray<TextEdit>.Empty,
        };
        var name = symbol.AssociatedSymbol?.Name ?? symbol.Name;
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Say that '{name}' is '[Mutates]'", edits);
    }

    // A property has no attribute for its getter: `int Next => ++_n;` gets one that has.
    private static Proposal? OfArrow(Document document, SemanticModel model, SyntaxNode member, CancellationToken cancellation)
    {
        var (arrow, semicolon) = member switch
        {
            PropertyDeclarationSyntax property => (property.ExpressionBody, property.SemicolonToken),
            IndexerDeclarationSyntax indexer => (indexer.ExpressionBody, indexer.SemicolonToken),
            _ => (null, default),
        };
        if (arrow is null || semicolon.IsMissing || model.GetDeclaredSymbol(member, cancellation) is not IPropertySymbol { IsStatic: false, GetMethod: { } getter } symbol
            || StatedContract.BelongsToFamily(getter))
        {
            return null;
        }

        var edits = ParameterAttribute.Write(
            document, model, arrow.SpanStart, Vocabulary.Mutates, name => TextEdit.Before(document.Id, arrow.Span, "{ [" + name + "] get "), cancellation);
        return edits.IsDefaultOrEmpty
            ? null
            : new Proposal($"Say that '{symbol.Name}' is '[Mutates]'", edits.Add(TextEdit.After(document.Id, semicolon.Span, " }")));
    }

    // On a line of its own above a method; an accessor stays on its line.
    private static ImmutableArray<TextEdit> Add(Document document, SemanticModel model, SyntaxNode member, SyntaxList<AttributeListSyntax> lists, CancellationToken cancellation)
    {
        var position = lists.Any() ? lists.Last().GetLastToken().GetNextToken().SpanStart : member.SpanStart;
        var text = model.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(position);
        var before = text.ToString(TextSpan.FromBounds(line.Start, position));
        var separator = member is AccessorDeclarationSyntax || before.Trim().Length > 0 ? " " : Lines.BreakOf(text) + before;
        return ParameterAttribute.Write(
            document, model, position, Vocabulary.Mutates, name => TextEdit.Before(document.Id, new TextSpan(position, 0), $"[{name}]{separator}"), cancellation);
    }

    private static System.Collections.Generic.IEnumerable<(AttributeSyntax Attribute, string Name)> Stated(
        SyntaxList<AttributeListSyntax> lists, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var attribute in lists.SelectMany(static list => list.Attributes))
        {
            if (model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type && Vocabulary.Declares(type))
            {
                yield return (attribute, Vocabulary.AttributeName(type));
            }
        }
    }
}
