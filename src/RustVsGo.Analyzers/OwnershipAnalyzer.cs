using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

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

    private void Start(CompilationStartAnalysisContext context)
    {
        var state = CompilationState.Of(context.Compilation, context.Options);
        if (state.MayFindAnything(context.CancellationToken))
        {
            context.RegisterCodeBlockAction(block => Analyze(block, state));
        }
    }

    private static void Analyze(CodeBlockAnalysisContext context, CompilationState state)
    {
        if (!BlockGate.LetsThrough(context, state, CatalogGate.MayMatter, out var setting, out var isDeclared))
        {
            return;
        }

        foreach (var errors in BodyGraphs.Check(context, setting.Checker))
        {
            Report(context, errors, setting.Contracts, isDeclared);
        }
    }

    private static void Report(CodeBlockAnalysisContext context, ImmutableArray<BorrowError> errors, ContractModel contracts, bool isDeclared)
    {
        DeclaredPlaces? places = null;
        foreach (var error in errors)
        {
            if (!Counts(error, isDeclared) || GuardedDrop.Explains(error) || JoinedWork.Explains(error))
            {
                continue;
            }

            if (places is null && CompileErrors.AreIn(context.CodeBlock, context.SemanticModel, context.CancellationToken))
            {
                return;
            }

            places ??= new DeclaredPlaces(context.SemanticModel.Compilation, contracts, context.Options.AdditionalFiles);
            if (DiagnosticFactory.Create(error, places) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    // The catalog knows how long values are good for, and not what their holders may do with them; and where nobody said anything, nothing is said.
    private static bool Counts(BorrowError error, bool isDeclared) => error.Authority switch
    {
        Authority.Default => isDeclared,
        Authority.Catalog => error is UseAfterMove || (error is BorrowConflict conflict && IsOfCatalog(conflict.Kind)),
        _ => true,
    };

    // That two references lead to one place is nobody's mistake where only the catalog speaks; that a collection changes under one of them is.
    private static bool IsOfCatalog(ConflictKind kind) =>
        kind is not (ConflictKind.SharedWhileExclusivelyBorrowed or ConflictKind.ExclusiveTwice or ConflictKind.UsedWhileExclusivelyBorrowed or ConflictKind.AssignedWhileBorrowed);
}
