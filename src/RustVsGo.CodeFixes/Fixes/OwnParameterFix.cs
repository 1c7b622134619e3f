using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Lets a method own what it keeps: its <c>[Borrowed]</c> or <c>[BorrowedMut]</c> parameter becomes <c>[Owned]</c>, and its callers give the value away.</summary>
internal sealed class OwnParameterFix : OwnershipFix
{
    public OwnParameterFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let methods own what they keep";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<ParameterSyntax>.NamedByCauseAsync(solution, diagnostic, static parameter => parameter.Identifier, cancellation).ConfigureAwait(false) is not var (document, model, parameter)
            || model.GetDeclaredSymbol(parameter, cancellation) is not IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol method }
            || StatedContract.BelongsToFamily(method))
        {
            return null;
        }

        var stated = parameter.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(attribute => model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type && Vocabulary.Declares(type))
            .ToList();
        if (stated is not [{ ArgumentList: null } attribute]
            || model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is not { } named || Vocabulary.AttributeName(named) is not (Vocabulary.Borrowed or Vocabulary.BorrowedMut))
        {
            return null;
        }

        var edits = ParameterAttribute.Replace(document, model, attribute, Vocabulary.Owned, cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Let '{method.Name}' own '{parameter.Identifier.ValueText}'", edits);
    }
}
