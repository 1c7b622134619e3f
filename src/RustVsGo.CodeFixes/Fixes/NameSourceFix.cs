using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Names what a result borrows from: one of the candidates, by its position, or all of them.</summary>
internal sealed class NameSourceFix : OwnershipFix
{
    private readonly int? _index;

    /// <param name="equivalenceKey">The family.</param>
    /// <param name="index">Which candidate; null for all.</param>
    public NameSourceFix(string equivalenceKey, int? index)
        : base(equivalenceKey) => _index = index;

    public override string FixAllTitle => "Name the sources of borrowed results";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Sources, out var sources) || string.IsNullOrEmpty(sources)
            || await DeclarationSite<AttributeSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { Node: var attribute } site)
        {
            return null;
        }

        var candidates = sources!.Split(',');
        if (_index >= candidates.Length)
        {
            return null;
        }

        // A parameter is in scope in an attribute of its method from C# 11 on.
        var mayName = ((CSharpParseOptions)attribute.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp11;
        var named = _index is { } index ? new[] { candidates[index] } : candidates;
        var text = string.Join(", ", named.Select(name => mayName && name != "this" ? $"nameof({Escaped(name)})" : $"\"{name}\""));
        var edit = attribute.ArgumentList is { } list
            ? TextEdit.After(site.Document.Id, list.OpenParenToken.Span, list.Arguments.Any() ? text + ", " : text)
            : TextEdit.After(site.Document.Id, attribute.Name.Span, "(" + text + ")");
        var title = _index is null ? "Name all of them as sources" : $"Name '{named[0]}' as the source";
        return new Proposal(title, ImmutableArray.Create(edit));
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
