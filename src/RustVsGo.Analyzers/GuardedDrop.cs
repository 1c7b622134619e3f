using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers;

/// <summary>
/// Whether a plain value is dropped under a condition and used under one that asks about the same thing
/// (<c>if (own) s.Dispose(); … if (!own) s.Read()</c>): no two paths are told apart here, so nothing is said
/// (docs/ownership-model.md, section 2, "Plain values").
/// </summary>
internal static class GuardedDrop
{
    public static bool Explains(BorrowError error)
    {
        if (error is not UseAfterMove use)
        {
            return false;
        }

        if (IsAllDropped(use) && ExpectsDisposed(use.Syntax))
        {
            return true;
        }

        if (use.Authority == Authority.Catalog && IsUncertain(use))
        {
            return true;
        }

        if (!use.IsDroppedOnSomePathOnly)
        {
            return false;
        }

        var conditions = new HashSet<string>();
        AddConditions(use.Syntax, conditions);
        if (conditions.Count == 0)
        {
            return false;
        }

        foreach (var move in use.Moves)
        {
            var guards = new HashSet<string>();
            AddConditions(move.Syntax, guards);
            if (!guards.Overlaps(conditions))
            {
                return false;
            }
        }

        return true;
    }

    // Where nobody declared anything, a drop counts if every path meets it, and its use if something is asked of the value; a second return to a
    // pool that stands under a condition of its own is taken to know what it does.
    private static bool IsUncertain(UseAfterMove use)
    {
        if (IsAllDropped(use))
        {
            return use.IsPassedOn || (use.HasPathWithoutMove && !IsAllAtEndOfUsing(use));
        }

        if (!use.HasPathWithoutMove)
        {
            return false;
        }

        if (IsInHandler(use.Syntax) && IsAllReplaced(use))
        {
            return true;
        }

        var conditions = new HashSet<string>();
        AddConditions(use.Syntax, conditions);
        return conditions.Count > 0;
    }

    // `pool.Return(buffer); buffer = pool.Rent(n);`: only if renting throws does a handler see the old one.
    private static bool IsAllReplaced(UseAfterMove use)
    {
        foreach (var move in use.Moves)
        {
            if (move.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax { Statements: var statements } } statement
                || statements.IndexOf(statement) is var index && (index + 1 >= statements.Count
                    || statements[index + 1] is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var target } }
                    || !SyntaxFactory.AreEquivalent(target, move.Syntax)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInHandler(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static current => current is FinallyClauseSyntax or CatchClauseSyntax) is not null;

    // The path past the end of a `using` is the one on which there was nothing to dispose.
    private static bool IsAllAtEndOfUsing(UseAfterMove use)
    {
        foreach (var move in use.Moves)
        {
            if (move.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not (UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllDropped(UseAfterMove use)
    {
        foreach (var move in use.Moves)
        {
            if (!move.Cause.IsDrop)
            {
                return false;
            }
        }

        return true;
    }

    // A test of what a disposed object does, or code that is ready for it.
    private static bool ExpectsDisposed(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            var names = current switch
            {
                TryStatementSyntax { Catches: var catches } => string.Concat(catches.Select(static clause => clause.Declaration?.Type.ToString())),
                InvocationExpressionSyntax { Expression: var called } => called.ToString(),
                _ => "",
            };
            if (names.Contains(nameof(System.ObjectDisposedException)))
            {
                return true;
            }
        }

        return false;
    }

    // The names in the conditions that the node stands under.
    private static void AddConditions(SyntaxNode node, HashSet<string> names)
    {
        for (var current = node; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            var condition = current.Parent switch
            {
                IfStatementSyntax branch when branch.Condition != current => branch.Condition,
                ConditionalExpressionSyntax choice when choice.Condition != current => choice.Condition,
                WhileStatementSyntax loop when loop.Condition != current => loop.Condition,
                BinaryExpressionSyntax binary when binary.Right == current
                    && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => binary.Left,
                _ => null,
            };
            if (condition is null)
            {
                continue;
            }

            foreach (var token in condition.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                {
                    names.Add(token.ValueText);
                }
            }
        }
    }
}
