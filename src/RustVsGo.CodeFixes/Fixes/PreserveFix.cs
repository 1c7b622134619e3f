using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Lets a <c>ValueTask</c> be asked for its result as often as one likes: <c>var t = ReadAsync();</c> becomes <c>var t = ReadAsync().Preserve();</c>.</summary>
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
            || model.GetSymbolInfo(used, cancellation).Symbol is not ILocalSymbol { RefKind: RefKind.None, DeclaringSyntaxReferences: [var reference] } task
            || !IsValueTask(task.Type)
            || reference.SyntaxTree != used.SyntaxTree
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
            || !SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(value, cancellation).Type, task.Type))
        {
            return null;
        }

        return new Proposal($"Preserve '{task.Name}'", PostfixCall.On(value, "Preserve", mayBeNull: false).Edits(document.Id));
    }

    private static bool IsValueTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };
}
