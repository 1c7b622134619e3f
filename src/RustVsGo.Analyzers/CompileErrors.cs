using System.Threading;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers;

/// <summary>What does not compile has its own diagnostics; ours would speak about a program that is not there yet.</summary>
internal static class CompileErrors
{
    /// <summary>Whether the compiler has an error in <paramref name="code"/>. Binds and analyzes it: for where something is about to be reported.</summary>
    public static bool AreIn(SyntaxNode code, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var diagnostic in model.GetDiagnostics(code.Span, cancellation))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
