using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Adds to the reported parameter the attribute that says what the method does with it.</summary>
internal sealed class StateModeFix : OwnershipFix
{
    private readonly string _name;

    public StateModeFix(string equivalenceKey, string name)
        : base(equivalenceKey) => _name = name;

    public override string FixAllTitle => $"Say '[{_name}]'";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<ParameterSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { } site)
        {
            return null;
        }

        var edits = ParameterAttribute.Add(site.Document, site.Model, site.Node, _name, cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Say that '{site.Node.Identifier.ValueText}' is '[{_name}]'", edits);
    }
}
