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
/// Tells what wraps a stream to leave it open: <c>new StreamWriter(s)</c> becomes <c>new StreamWriter(s, leaveOpen: true)</c>, where the type has a
/// constructor that can be told so.
/// </summary>
internal sealed class LeaveOpenFix : OwnershipFix
{
    private const string Parameter = "leaveOpen";

    public LeaveOpenFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Leave open what is used again";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.CauseKind, out var cause) || cause != MoveCauses.DroppedByKeeper
            || await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, used)
            || used.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is not { } name
            || model.GetSymbolInfo(name, cancellation).Symbol is not { Kind: SymbolKind.Local or SymbolKind.Parameter } kept
            || BodyOf(used) is not { } body)
        {
            return null;
        }

        // Of several that wrap the same value, which one has dropped it is not said.
        var keepers = body.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Where(creation => Wraps(creation, kept, model, cancellation)).Take(2).ToImmutableArray();
        return keepers is [{ ArgumentList: { } arguments } keeper]
            && arguments.Arguments.All(static argument => argument.NameColon?.Name.Identifier.ValueText != Parameter)
            && model.GetTypeInfo(keeper, cancellation).Type is INamedTypeSymbol type && CanBeTold(type)
            ? new Proposal(
                $"Let '{type.Name}' leave '{kept.Name}' open",
                ImmutableArray.Create(TextEdit.Before(document.Id, new TextSpan(arguments.CloseParenToken.SpanStart, 0), $", {Parameter}: true")))
            : null;
    }

    private static bool Wraps(BaseObjectCreationExpressionSyntax creation, ISymbol kept, SemanticModel model, CancellationToken cancellation) =>
        creation.ArgumentList is { } list
        && list.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax name
            && name.Identifier.ValueText == kept.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, kept));

    // Whether the rest of the arguments fits such a constructor is the compiler's to say, when the fix is verified.
    private static bool CanBeTold(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(static constructor => constructor.Parameters.Any(static parameter => parameter is { Name: Parameter, Type.SpecialType: SpecialType.System_Boolean }));

    private static SyntaxNode? BodyOf(SyntaxNode used) => used.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: var unit } => unit,
        var member => member,
    };
}
