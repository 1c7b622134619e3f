using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1005: <c>Unwrap()</c> on a result throws what was meant to be looked at. As Clippy's <c>unwrap_used</c>; in tests, and where a program begins, it says
/// what is meant.
/// </summary>
internal static class Unwraps
{
    // Assemblies that a project of tests references.
    private static readonly ImmutableHashSet<string> s_testFrameworks = ImmutableHashSet.Create(
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core");

    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Unwrap", Expression: var result } } call
            && body.IsDeclared
            && body.SymbolOf(call) is IMethodSymbol { ContainingType: { } type } && LibraryTypes.IsResult(type)
            && !IsEntryPoint(body) && !IsTest(body)

            // A result that is made of another hands its members on.
            && !LibraryTypes.IsResult(body.Owner.ContainingType)

            // What was tested by hand before is told where it is tested (RVG1006).
            && !(result is IdentifierNameSyntax { Identifier.ValueText: var name } && HandPropagation.IsReturnedBefore(call, name)))
        {
            body.Report(SharingDescriptors.Unwrap, call.GetLocation(), SharingMessages.Unwrap());
        }
    }

    private static bool IsEntryPoint(SharingBody body) =>
        body.Owner is IMethodSymbol { IsStatic: true } method
        && (body.Syntax is CompilationUnitSyntax || SymbolEqualityComparer.Default.Equals(body.Model.Compilation.GetEntryPoint(body.Cancellation), method));

    private static bool IsTest(SharingBody body)
    {
        foreach (var reference in body.Model.Compilation.ReferencedAssemblyNames)
        {
            if (s_testFrameworks.Contains(reference.Name))
            {
                return true;
            }
        }

        return false;
    }
}
