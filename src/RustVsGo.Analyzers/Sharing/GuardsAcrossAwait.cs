using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Analyzers.Gate;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1004: a lock that belongs to its thread is held while something is awaited. As Clippy's <c>await_holding_lock</c>: a <c>[NotSend]</c> guard that a
/// <c>using</c> holds, and what <c>Monitor.Enter</c> and its like hold up to the <c>Exit</c> in the same block. (The guards of the library are ref structs, and
/// <c>lock</c> is a statement: the compiler rejects both.)
/// </summary>
internal static class GuardsAcrossAwait
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        switch (node)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, AwaitKeyword.RawKind: 0 } or UsingStatementSyntax { Declaration: not null, AwaitKeyword.RawKind: 0 }:
                CheckGuard(node, body);
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } enter } statement
                when body.UsesCatalog && CatalogNames.Locks.TryGetValue(name, out var exit):
                CheckEnter(enter, access, statement, exit, body);
                break;
        }
    }

    private static void CheckGuard(SyntaxNode node, SharingBody body)
    {
        if (!HasAwait(node is UsingStatementSyntax ? node : node.Parent!) || !body.IsDeclared
            || GuardScope.Of(node, body) is not { } scope
            || scope.Variable.Type is not { IsRefLikeType: false } type
            || !body.Contracts.Sendability.IsBound(type) || !body.Contracts.Types.HasDrop(type))
        {
            return;
        }

        var awaits = new List<SyntaxNode>();
        foreach (var statement in scope.Statements)
        {
            if (Ends(statement, scope.Variable, body))
            {
                break;
            }

            awaits.AddRange(AwaitsIn(statement, statement.Span.End));
        }

        Report(scope.Declarator.Identifier.GetLocation(), "'" + scope.Variable.Name + "'", awaits, body);
    }

    // `guard.Dispose();`, and `Give(guard)`: whoever has it now ends it.
    private static bool Ends(StatementSyntax statement, ILocalSymbol guard, SharingBody body)
    {
        foreach (var node in statement.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == guard.Name
                && (name.Parent is ArgumentSyntax || name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" })
                && SymbolEqualityComparer.Default.Equals(body.SymbolOf(name), guard))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckEnter(
        InvocationExpressionSyntax enter, MemberAccessExpressionSyntax access, ExpressionStatementSyntax statement, string exit, SharingBody body)
    {
        if (statement.Parent is not BlockSyntax block || !HasAwait(block))
        {
            return;
        }

        var of = access.Name.Identifier.ValueText == "Enter" && enter.ArgumentList.Arguments is [var first, ..] ? first.Expression : access.Expression;
        var awaits = new List<SyntaxNode>();
        var index = block.Statements.IndexOf(statement);
        for (var i = index + 1; i < block.Statements.Count; i++)
        {
            var leave = ExitIn(block.Statements[i], exit, of, access.Expression);
            awaits.AddRange(AwaitsIn(block.Statements[i], leave?.SpanStart ?? block.Statements[i].Span.End));
            if (leave is null)
            {
                continue;
            }

            if (awaits.Count > 0 && body.SymbolOf(enter) is IMethodSymbol { ContainingType: { } type } && IsThreadsOwn(type))
            {
                Report(enter.GetLocation(), "The lock '" + of + "'", awaits, body);
            }

            return;
        }
    }

    private static bool IsThreadsOwn(INamedTypeSymbol type) =>
        type is
        {
            Name: "Monitor" or "Lock" or "SpinLock" or "ReaderWriterLockSlim" or "Mutex" or "WaitHandle",
            Arity: 0,
            ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };

    // `Monitor.Exit(gate)` for `Monitor.Enter(gate)`, `gate.Exit()` for `gate.Enter()`.
    private static SyntaxNode? ExitIn(StatementSyntax statement, string exit, ExpressionSyntax of, ExpressionSyntax receiver)
    {
        foreach (var node in statement.DescendantNodes(IsOfThisFunction))
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var left } } call && name == exit
                && SyntaxFactory.AreEquivalent(left, receiver)
                && (of == receiver || call.ArgumentList.Arguments is not [var argument, ..] || exit != "Exit" || !IsMonitor(receiver) || SyntaxFactory.AreEquivalent(argument.Expression, of)))
            {
                return node;
            }
        }

        return null;
    }

    private static bool IsMonitor(ExpressionSyntax receiver) => receiver is IdentifierNameSyntax { Identifier.ValueText: "Monitor" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Monitor" };

    private static bool HasAwait(SyntaxNode around)
    {
        foreach (var node in around.DescendantNodes(IsOfThisFunction))
        {
            if (IsAwait(node))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> AwaitsIn(StatementSyntax statement, int end)
    {
        foreach (var node in statement.DescendantNodesAndSelf(IsOfThisFunction))
        {
            if (node.SpanStart < end && IsAwait(node))
            {
                yield return node;
            }
        }
    }

    private static bool IsAwait(SyntaxNode node) =>
        node is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 };

    private static bool IsOfThisFunction(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static void Report(Location place, string what, List<SyntaxNode> awaits, SharingBody body)
    {
        if (awaits.Count == 0)
        {
            return;
        }

        var others = ImmutableArray.CreateBuilder<Location>(awaits.Count);
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        foreach (var point in awaits)
        {
            properties.Add(PropertyKeys.Label + others.Count, SharingMessages.AwaitLabel());
            others.Add(point is CommonForEachStatementSyntax loop ? loop.AwaitKeyword.GetLocation() : point.GetLocation());
        }

        body.Report(SharingDescriptors.GuardAcrossAwait, place, SharingMessages.GuardAcrossAwait(what, Spans.Line(others[0])), others.MoveToImmutable(), properties.ToImmutable());
    }
}
