using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.CodeFixes;

/// <summary>What the compiler and the analyzers of this package say about stretches of one document.</summary>
internal static class DocumentCheck
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = ImmutableArray.Create<DiagnosticAnalyzer>(new OwnershipAnalyzer(), new ContractAnalyzer(), new SharingAnalyzer(), new DisposalAnalyzer());

    /// <summary>The compiler's errors and warnings and all reports of ours; null where the document has no semantics.</summary>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public static async Task<ImmutableArray<Diagnostic>?> RunAsync(Document document, ImmutableArray<TextSpan> spans, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var driver = new CompilationWithAnalyzers(model.Compilation, Analyzers, options);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var span in spans)
        {
            foreach (var diagnostic in model.GetDiagnostics(span, cancellation))
            {
                if (diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
                {
                    found.Add(diagnostic);
                }
            }

            found.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(model, span, cancellation).ConfigureAwait(false));
        }

        return found.ToImmutable();
    }
}
