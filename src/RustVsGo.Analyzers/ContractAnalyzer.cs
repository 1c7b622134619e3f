using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Contracts;
using RustVsGo.Analyzers.Diagnostics;
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

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName(AttributeNames.OwnedMetadataName).IsEmpty)
        {
            return;
        }

        var contracts = new ContractModel(context.Compilation);
        var declarations = new Declarations(contracts);
        var promises = new Promises(contracts);
        var conversions = new DelegateConversions(context.Compilation, contracts);

        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                declarations.Check(type, symbol.ReportDiagnostic);
                promises.Check(type, symbol.ReportDiagnostic, symbol.CancellationToken);
            },
            SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => CheckMethod((IMethodSymbol)symbol.Symbol, symbol, declarations, contracts), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => declarations.Check((IPropertySymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.Property);
        context.RegisterSymbolAction(symbol => declarations.Check((IFieldSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.Field);
        context.RegisterSymbolAction(symbol => declarations.Check((IEventSymbol)symbol.Symbol, symbol.ReportDiagnostic), SymbolKind.Event);
        context.RegisterSyntaxNodeAction(
            node => CheckFunction(node, declarations),
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression);
        context.RegisterCodeBlockAction(block =>
        {
            KeptDelegates.Check(block, contracts);
            conversions.Check(block);
        });
    }

    private static void CheckMethod(IMethodSymbol method, SymbolAnalysisContext context, Declarations declarations, ContractModel contracts)
    {
        // What stands on either part of a partial method counts for both, and is found on the one that declares it.
        if (method.PartialDefinitionPart is not null)
        {
            return;
        }

        declarations.Check(method, context.ReportDiagnostic);
        SilentParameters.Check(method, contracts, context.ReportDiagnostic);
    }

    // Local functions and lambdas are no members: most of them carry no attributes, and the syntax says so.
    private static void CheckFunction(SyntaxNodeAnalysisContext context, Declarations declarations)
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
            declarations.Check(method, context.ReportDiagnostic);
        }
    }
}
