using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Disposal;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers;

/// <summary>
/// The rules about disposal: RVG2001 and RVG2004 from the data flow of the bodies that the gate lets through, RVG2002 and RVG2003 from the declarations of
/// types that own something.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposalAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DisposalDescriptors.All;

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
            context.RegisterSyntaxNodeAction(
                node => Check(node, state),
                SyntaxKind.ClassDeclaration,
                SyntaxKind.StructDeclaration,
                SyntaxKind.RecordDeclaration,
                SyntaxKind.RecordStructDeclaration);
        }
    }

    private static void Analyze(CodeBlockAnalysisContext context, CompilationState state)
    {
        if (!BlockGate.LetsThrough(context, state, DisposalGate.MayMatter, out var setting, out _))
        {
            return;
        }

        foreach (var errors in BodyGraphs.Check(context, setting.DropChecker))
        {
            Report(context, errors, setting.Contracts);
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, CompilationState state)
    {
        var setting = state.For(context.Node.SyntaxTree);
        OwningTypes.Check(
            (TypeDeclarationSyntax)context.Node, context.SemanticModel, setting.Contracts, setting.Gate is not null, setting.UsesCatalog, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void Report(CodeBlockAnalysisContext context, ImmutableArray<BorrowError> errors, ContractModel contracts)
    {
        if (errors.IsEmpty || CompileErrors.AreIn(context.CodeBlock, context.SemanticModel, context.CancellationToken))
        {
            return;
        }

        foreach (var error in errors)
        {
            if (error.Authority != Authority.Default && !ConditionalDrop.Explains(error) && DisposalDiagnostics.Create(error, contracts) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
