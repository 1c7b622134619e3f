using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Whether a statement may as well come after those that follow it: they never leave before it, and neither names what the other writes or could
/// change. Where in doubt, no.
/// </summary>
internal static class Independence
{
    /// <param name="moved">The statement.</param>
    /// <param name="overtaken">The statements behind it, in order, all of one list.</param>
    /// <param name="model">The semantics of their document.</param>
    /// <param name="cancellation">The host's wish to stop.</param>
    /// <param name="except">What both may name: the value whose order is what is wrong.</param>
    public static bool MayFollow(
        StatementSyntax moved, IReadOnlyList<StatementSyntax> overtaken, SemanticModel model, CancellationToken cancellation, ISymbol? except = null)
    {
        if (moved is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax { IsConst: false })
            || moved.ContainsDirectives || HasOwnFlow(moved)
            || overtaken.Any(statement => statement.ContainsDirectives || statement is LabeledStatementSyntax || Leaves(statement, model)))
        {
            return false;
        }

        var named = Names(moved, model, cancellation);
        foreach (var statement in overtaken)
        {
            foreach (var pair in Names(statement, model, cancellation))
            {
                var symbol = pair.Key;
                if (!SymbolEqualityComparer.Default.Equals(symbol, except)
                    && named.TryGetValue(symbol, out var isData) && !(isData && pair.Value && !IsWritten(symbol, moved, model) && !IsWritten(symbol, statement, model)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // What is awaited or yielded lets others run; a throw decides whether what follows happens at all.
    private static bool HasOwnFlow(StatementSyntax statement) =>
        statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(static node => node is AwaitExpressionSyntax or ThrowExpressionSyntax);

    private static bool Leaves(StatementSyntax statement, SemanticModel model) =>
        model.AnalyzeControlFlow(statement) is not { Succeeded: true, ExitPoints.IsEmpty: true }
        || statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax);

    /// <summary>What the statement names that could change: variables, fields and properties by their roots, <c>this</c> as its type; and which are mere data.</summary>
    private static Dictionary<ISymbol, bool> Names(StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        var named = new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var node in statement.DescendantNodesAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case ThisExpressionSyntax or BaseExpressionSyntax when model.GetTypeInfo(node, cancellation).Type is { } self:
                    named[self] = false;
                    break;
                case VariableDeclaratorSyntax or SingleVariableDesignationSyntax when model.GetDeclaredSymbol(node, cancellation) is { } declared:
                    named[declared] = false;
                    break;
                case SimpleNameSyntax name when name.Parent is not MemberAccessExpressionSyntax { Name: var member } || member != name:
                    Add(model.GetSymbolInfo(name, cancellation).Symbol);
                    break;
                case SimpleNameSyntax name when model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true }:
                    Add(model.GetSymbolInfo(name, cancellation).Symbol);
                    break;
            }
        }

        return named;

        void Add(ISymbol? symbol)
        {
            switch (symbol)
            {
                case ILocalSymbol { IsConst: false } local:
                    named[local] = ValueKinds.IsData(local.Type);
                    break;
                case IParameterSymbol parameter:
                    named[parameter] = ValueKinds.IsData(parameter.Type);
                    break;
                case IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol when symbol.IsStatic:
                    named[symbol] = false;
                    break;
                case IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary } when !symbol.IsStatic && symbol.ContainingType is { } type:
                    // A member without a receiver is one of this object.
                    named[type] = false;
                    break;
            }
        }
    }

    private static bool IsWritten(ISymbol symbol, StatementSyntax statement, SemanticModel model) =>
        model.AnalyzeDataFlow(statement) is not { Succeeded: true } flow || flow.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default);
}
