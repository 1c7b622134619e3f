using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a <c>ValueTask</c> be asked for its result as often as one likes: <c>var t = ReadAsync();</c> becomes <c>var t = ReadAsync().Preserve();</c>, and a
/// method that is given one begins with <c>t = t.Preserve();</c>.
/// </summary>
internal sealed class PreserveFix : OwnershipFix
{
    public PreserveFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Preserve tasks that are used more than once";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, used)
            || model.GetSymbolInfo(used, cancellation).Symbol is not { DeclaringSyntaxReferences: [var reference] } task
            || reference.SyntaxTree != used.SyntaxTree)
        {
            return null;
        }

        var declared = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        var edits = task switch
        {
            ILocalSymbol { RefKind: RefKind.None } local when IsValueTask(local.Type) => OfLocal(document.Id, model, local, declared, cancellation),
            IParameterSymbol { RefKind: RefKind.None } parameter when IsValueTask(parameter.Type) => OfParameter(
                document.Id, await document.GetTextAsync(cancellation).ConfigureAwait(false), parameter, declared),
            _ => default,
        };
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Preserve '{task.Name}'", edits);
    }

    private static ImmutableArray<TextEdit> OfLocal(DocumentId document, SemanticModel model, ILocalSymbol local, SyntaxNode declared, CancellationToken cancellation) =>
        declared is VariableDeclaratorSyntax { Initializer.Value: { } value } && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(value, cancellation).Type, local.Type)
            ? PostfixCall.On(value, "Preserve", mayBeNull: false).Edits(document)
            : default;

    private static ImmutableArray<TextEdit> OfParameter(DocumentId document, SourceText text, IParameterSymbol parameter, SyntaxNode declared)
    {
        var body = declared.Parent?.Parent switch
        {
            BaseMethodDeclarationSyntax method => method.Body,
            LocalFunctionStatementSyntax function => function.Body,
            AnonymousFunctionExpressionSyntax lambda => lambda.Block,
            _ => null,
        };
        var name = ((ParameterSyntax)declared).Identifier.Text;
        return body is { Statements: [var first, ..] } && StatementPlace.InFrontOf(first, text) is { } place
            ? place.Insert(document, $"{name} = {name}.Preserve();")
            : default;
    }

    private static bool IsValueTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };
}
