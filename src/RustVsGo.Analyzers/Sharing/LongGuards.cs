using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1003: a guard of the library lives on behind the last use of what it guards, while something runs that takes time: a call, a loop, an <c>await</c>. As
/// Clippy's <c>significant_drop_tightening</c>.
/// </summary>
internal static class LongGuards
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (node is not (LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } or UsingStatementSyntax { Declaration: not null }) || !body.IsDeclared
            || GuardScope.Of(node, body) is not { } scope || !LibraryTypes.IsGuard(scope.Variable.Type)
            || scope.LastUse(body) is not (>= 0 and var last) || WorkBehind(scope, last) is not { } work)
        {
            return;
        }

        var use = scope.Statements[last];
        body.Report(
            SharingDescriptors.LongGuard,
            scope.Declarator.Identifier.GetLocation(),
            SharingMessages.LongGuard(scope.Variable.Name, Spans.Line(use.GetLocation())),
            ImmutableArray.Create(use.GetLocation(), work.GetLocation()),
            ImmutableDictionary<string, string?>.Empty
                .Add(PropertyKeys.Label + "0", SharingMessages.LastUseLabel(scope.Variable.Name))
                .Add(PropertyKeys.Label + "1", SharingMessages.HeldLabel())
                .Add(PropertyKeys.LaterUse, 0.ToString(CultureInfo.InvariantCulture)));
    }

    // The first piece behind the last use for which others have to wait. Who names the lock there means it to be held.
    private static SyntaxNode? WorkBehind(GuardScope scope, int last)
    {
        var work = FirstWork(scope, last);
        return work is not null && !(scope.NameOfLock is { } name && scope.IsNamedBehind(last, name)) ? work : null;
    }

    private static SyntaxNode? FirstWork(GuardScope scope, int last)
    {
        for (var i = last + 1; i < scope.Statements.Count; i++)
        {
            if (scope.Statements[i] is LocalFunctionStatementSyntax)
            {
                continue;
            }

            foreach (var node in scope.Statements[i].DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                switch (node)
                {
                    case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                        break;
                    case InvocationExpressionSyntax or AwaitExpressionSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or LockStatementSyntax:
                        return node;
                }
            }
        }

        return null;
    }
}
