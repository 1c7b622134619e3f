using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers;

/// <summary>
/// Whether a body that starts work waits for something behind it (<c>thread.Join()</c>, <c>done.WaitOne()</c>, an <c>await</c>): it may well be that
/// work, and where nobody declared anything, nothing is said (docs/ownership-model.md, section 11). Work that is returned is over where the body
/// waited for it by its name before (<c>t.Wait(); return t;</c>).
/// </summary>
internal static class JoinedWork
{
    public static bool Explains(BorrowError error) => error is BorrowConflict { Authority: Authority.Catalog } conflict && conflict.Kind switch
    {
        ConflictKind.CapturedByEscapingClosure or ConflictKind.DoesNotLiveLongEnough => conflict.End is null && IsWaitedFor(conflict.Syntax),
        ConflictKind.ReturnedWhileBorrowingLocal => WasWaitedFor(conflict.Syntax),
        _ => false,
    };

    private static bool IsWaitedFor(SyntaxNode start)
    {
        if (BodyOf(start) is not { } body)
        {
            return false;
        }

        foreach (var node in body.DescendantNodes())
        {
            if (node.SpanStart >= start.Span.End && IsWait(node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool WasWaitedFor(SyntaxNode returned)
    {
        if (returned is not IdentifierNameSyntax { Identifier.ValueText: var task } || BodyOf(returned) is not { } body)
        {
            return false;
        }

        foreach (var node in body.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == task && name.Span.End <= returned.SpanStart && IsWaitOn(name))
            {
                return true;
            }
        }

        return false;
    }

    // `t.Wait()`, `t.GetAwaiter().GetResult()`, `Task.WaitAll(t, u)`, `await t.ConfigureAwait(false)`.
    private static bool IsWaitOn(IdentifierNameSyntax task)
    {
        for (SyntaxNode? current = task; current is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; current = current.Parent)
        {
            if (IsWait(current) || (current is InvocationExpressionSyntax { Expression: var called } && IsWait(called)))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode? BodyOf(SyntaxNode node) =>
        node.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static bool IsWait(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        // Called, or handed to somebody who calls it (`Assert.Throws(connection.Wait)`).
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } =>
            name is "Result" or "Join" or "GetResult" or "SignalAndWait" || name.StartsWith("Wait", System.StringComparison.Ordinal),
        _ => false,
    };
}
