using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers;

/// <summary>All rules of the borrow checker: one analysis and one walk for each body that the gate lets through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnershipAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName(AttributeNames.OwnedMetadataName).IsEmpty)
        {
            return;
        }

        var contracts = new ContractModel(context.Compilation);
        var checker = new BodyBorrowChecker(contracts);

        // Built by the first body that asks; the start of a compilation is no place for work.
        var compilation = context.Compilation;
        var gate = new Lazy<BodyGate>(() => BodyGate.Create(compilation, contracts, CancellationToken.None), LazyThreadSafetyMode.ExecutionAndPublication);
        context.RegisterCodeBlockAction(block => Analyze(block, gate.Value, checker));
    }

    private static void Analyze(CodeBlockAnalysisContext context, BodyGate gate, BodyBorrowChecker checker)
    {
        if (!gate.MayMatter(context.OwningSymbol, context.CodeBlock))
        {
            return;
        }

        foreach (var graph in BodyGraphs.Of(context))
        {
            Report(context, checker.Check(graph, context.OwningSymbol, context.CancellationToken));
        }
    }

    private static void Report(CodeBlockAnalysisContext context, ImmutableArray<Borrowck.Errors.BorrowError> errors)
    {
        // What does not compile has its own diagnostics; ours would speak about a program that is not there yet.
        if (errors.IsEmpty || HasCompileError(context))
        {
            return;
        }

        foreach (var error in errors)
        {
            if (!GuardedDrop.Explains(error) && DiagnosticFactory.Create(error, context.SemanticModel.Compilation) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static bool HasCompileError(CodeBlockAnalysisContext context)
    {
        foreach (var diagnostic in context.SemanticModel.GetDiagnostics(context.CodeBlock.Span, context.CancellationToken))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
