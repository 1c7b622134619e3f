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

/// <summary>Removes an attribute that says nothing or too much: the reported one, or the one that it contradicts. Comments beside it stay.</summary>
internal sealed class RemoveAttributeFix : OwnershipFix
{
    private readonly bool _isOther;

    public RemoveAttributeFix(string equivalenceKey, bool isOther = false)
        : base(equivalenceKey) => _isOther = isOther;

    public override string FixAllTitle => "Remove attributes";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var place = _isOther ? DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) : diagnostic.Location;
        if (await DeclarationSite<AttributeSyntax>.FindAsync(solution, place, cancellation).ConfigureAwait(false) is not { Node: { Parent: AttributeListSyntax list } attribute } site)
        {
            return null;
        }

        var span = list.Attributes.Count == 1 ? Whole(list) : OneOf(list, attribute);
        return new Proposal($"Remove '[{attribute.Name.GetLastToken().ValueText}]'", ImmutableArray.Create(TextEdit.Replace(site.Document.Id, span, "")));
    }

    // Up to what follows, unless a comment stands in between.
    private static TextSpan Whole(AttributeListSyntax list)
    {
        var next = list.GetLastToken().GetNextToken();
        var isBlank = list.GetLastToken().TrailingTrivia.Concat(next.LeadingTrivia)
            .All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
        return isBlank ? TextSpan.FromBounds(list.SpanStart, next.SpanStart) : list.Span;
    }

    private static TextSpan OneOf(AttributeListSyntax list, AttributeSyntax attribute)
    {
        var index = list.Attributes.IndexOf(attribute);
        return index + 1 < list.Attributes.Count
            ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
    }
}
