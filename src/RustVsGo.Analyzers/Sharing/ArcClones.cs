using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>RVG1002: <c>counter.Clone()</c> on an <c>Arc</c> looks like a copy of the counter; <c>Arc.Clone(counter)</c> says what it is. As Clippy's <c>clone_on_ref_ptr</c>.</summary>
internal static class ArcClones
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clone", Expression: var shared } } call
            && body.IsDeclared
            && body.SymbolOf(call) is IMethodSymbol { ContainingType: { } type } && LibraryTypes.IsArc(type))
        {
            body.Report(SharingDescriptors.ArcClone, call.GetLocation(), SharingMessages.ArcClone(shared.ToString()));
        }
    }
}
