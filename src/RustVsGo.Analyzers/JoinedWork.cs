using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers;

/// <summary>
/// Whether a body that starts work waits for something behind it (<c>thread.Join()</c>, <c>done.WaitOne()</c>, an <c>await</c>): it may well be that
/// work, and where nobody declared anything, nothing is said (docs/ownership-model.md, section 11).
/// </summary>
internal static class JoinedWork
{
    public static bool Explains(BorrowError error) =>
        error is BorrowConflict { Authority: Authority.Catalog, Kind: ConflictKind.CapturedByEscapingClosure or ConflictKind.DoesNotLiveLongEnough, End: null, Syntax: var start }
        && IsWaitedFor(start);

    private static bool IsWaitedFor(SyntaxNode start)
    {
        if (start.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) is not { } body)
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

    private static bool IsWait(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        // Called, or handed to somebody who calls it (`Assert.Throws(connection.Wait)`).
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } =>
            name is "Result" or "Join" or "GetResult" or "SignalAndWait" || name.StartsWith("Wait", System.StringComparison.Ordinal),
        _ => false,
    };
}
