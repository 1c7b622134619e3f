using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Says what the base says: its attribute in the place of the one that differs.</summary>
internal sealed class TakeOverContractFix : OwnershipFix
{
    public TakeOverContractFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Take over what the base says";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Attribute, out var stated) || stated is null
            || await DeclarationSite<AttributeSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { Node: var attribute } site)
        {
            return null;
        }

        var start = stated.IndexOf('(');
        var name = start < 0 ? stated : stated.Substring(0, start);
        var arguments = start < 0 ? "" : stated.Substring(start);
        var edits = ParameterAttribute.Replace(site.Document, site.Model, attribute, name, cancellation);
        if (edits.IsDefaultOrEmpty)
        {
            return null;
        }

        if (attribute.ArgumentList is { } list)
        {
            edits = edits.Add(TextEdit.Replace(site.Document.Id, list.Span, arguments));
        }
        else if (arguments.Length > 0)
        {
            edits = edits.Add(TextEdit.After(site.Document.Id, attribute.Name.Span, arguments));
        }

        return new Proposal($"Say '[{stated}]', as the base does", edits);
    }
}
