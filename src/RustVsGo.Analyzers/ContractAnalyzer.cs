using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Contracts;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers;

/// <summary>
/// The rules about contracts themselves. They look at declarations; at bodies only for a delegate that is kept (RVG3005) and for a function that becomes
/// a delegate (RVG0053), each behind a look at the names.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ContractDescriptors.Declarations;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        // Most projects that have the package begin without a word about ownership: the driver has nothing to walk for them.
        var state = CompilationState.Of(context.Compilation, context.Options);
        if (!state.SeesAttributes || !state.IsSpokenIn(context.CancellationToken))
        {
            return;
        }

        var known = new ConcurrentDictionary<ContractModel, Checks>();
        Checks For(SyntaxTree tree)
        {
            var setting = state.For(tree);
            return known.TryGetValue(setting.Contracts, out var checks) ? checks : known.GetOrAdd(setting.Contracts, new Checks(setting, context.Options.AdditionalFiles));
        }

        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.DeclaringSyntaxReferences is [var declared, ..])
                {
                    Check(symbol, For(declared.SyntaxTree));
                }
            },
            SymbolKind.NamedType,
            SymbolKind.Method,
            SymbolKind.Property,
            SymbolKind.Field,
            SymbolKind.Event);
        context.RegisterSyntaxNodeAction(
            node => CheckFunction(node, For),
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression);
        context.RegisterCodeBlockAction(block =>
        {
            var checks = For(block.CodeBlock.SyntaxTree);
            KeptDelegates.Check(block, checks.Contracts);
            checks.Conversions.Check(block);
        });
    }

    private static void Check(SymbolAnalysisContext context, Checks checks)
    {
        switch (context.Symbol)
        {
            case INamedTypeSymbol type:
                checks.Declarations.Check(type, context.ReportDiagnostic);
                checks.Promises.Check(type, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
                break;

            // What stands on either part of a partial method counts for both, and is found on the one that declares it.
            case IMethodSymbol { PartialDefinitionPart: null } method:
                checks.Declarations.Check(method, context.ReportDiagnostic);
                SilentParameters.Check(method, checks.Contracts, context.ReportDiagnostic);
                break;
            case IPropertySymbol property:
                checks.Declarations.Check(property, context.ReportDiagnostic);
                break;
            case IFieldSymbol field:
                checks.Declarations.Check(field, context.ReportDiagnostic);
                break;
            case IEventSymbol @event:
                checks.Declarations.Check(@event, context.ReportDiagnostic);
                break;
        }
    }

    // Local functions and lambdas are no members: most of them carry no attributes, and the syntax says so.
    private static void CheckFunction(SyntaxNodeAnalysisContext context, System.Func<SyntaxTree, Checks> checks)
    {
        var (lists, parameters) = context.Node switch
        {
            LocalFunctionStatementSyntax local => (local.AttributeLists, local.ParameterList),
            ParenthesizedLambdaExpressionSyntax lambda => (lambda.AttributeLists, lambda.ParameterList),
            _ => (default, null),
        };
        var isBare = lists.Count == 0;
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            isBare &= parameter.AttributeLists.Count == 0;
        }

        var symbol = isBare ? null
            : context.Node is LocalFunctionStatementSyntax ? context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            : context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method)
        {
            var invoke = method.MethodKind == MethodKind.AnonymousFunction
                ? (context.SemanticModel.GetTypeInfo(context.Node, context.CancellationToken).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod
                : null;
            checks(context.Node.SyntaxTree).Declarations.Check(method, context.ReportDiagnostic, invoke);
        }
    }

    /// <summary>The checks that go by one setting of the options.</summary>
    private sealed class Checks
    {
        public Checks(CompilationState.Setting setting, ImmutableArray<AdditionalText> files)
        {
            Contracts = setting.Contracts;
            Declarations = new Declarations(setting.Contracts);
            Promises = new Promises(setting.Contracts, files);
            Conversions = new DelegateConversions(setting.Contracts, setting.Gate);
        }

        public ContractModel Contracts { get; }

        public Declarations Declarations { get; }

        public Promises Promises { get; }

        public DelegateConversions Conversions { get; }
    }
}
