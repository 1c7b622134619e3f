using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Drops a value where it would be lost: in front of the assignment that overwrites its variable, or of a parameter at the end of the body.
/// </summary>
internal sealed class DropOwnedFix : OwnershipFix
{
    public DropOwnedFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Drop values before they are lost";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Loss, out var loss))
        {
            return null;
        }

        return loss switch
        {
            "Overwritten" => await BeforeAssignment(solution, diagnostic, cancellation).ConfigureAwait(false),
            "Parameter" => await AtEnd(solution, diagnostic, cancellation).ConfigureAwait(false),
            _ => null,
        };
    }

    private static async Task<Proposal?> BeforeAssignment(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, DiagnosticPlaces.Find(diagnostic, PropertyKeys.LaterUse), cancellation).ConfigureAwait(false)
                is not (var document, var model, AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax statement })
            || model.GetTypeInfo(variable, cancellation).Type is not { } type
            || DropCall.Statement(variable.Identifier.ValueText, type) is not { } drop
            || StatementPlace.InFrontOf(statement, await document.GetTextAsync(cancellation).ConfigureAwait(false)) is not { } place)
        {
            return null;
        }

        return new Proposal($"Drop '{variable.Identifier.ValueText}' before it is overwritten", place.Insert(document.Id, drop));
    }

    private static async Task<Proposal?> AtEnd(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<ParameterSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, parameter)
            || model.GetDeclaredSymbol(parameter, cancellation) is not { Type: var type }
            || BodyOf(parameter) is not { Statements: { Count: > 0 } statements } body
            || body.CloseBraceToken.ContainsDirectives
            || model.AnalyzeControlFlow(statements.First(), statements.Last()) is not { EndPointIsReachable: true }
            || DropCall.Statement(parameter.Identifier.ValueText, type) is not { } drop)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return StatementPlace.Behind(statements.Last(), text) is { } place
            ? new Proposal($"Drop '{parameter.Identifier.ValueText}' at the end", place.Insert(document.Id, drop))
            : null;
    }

    private static BlockSyntax? BodyOf(ParameterSyntax parameter) => parameter.Parent?.Parent switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax function => function.Body,
        AnonymousFunctionExpressionSyntax function => function.Block,
        _ => null,
    };
}
