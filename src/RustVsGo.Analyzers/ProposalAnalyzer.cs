using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers;

/// <summary>
/// RVG3010: code that the C# ownership proposal (csharplang, proposals/ownership.md) will not be able to express. An analyzer of its own, for the
/// compiler does not load one whose only rule is off, and it is off by default.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProposalAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ContractDescriptors.Proposal;

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

        var state = CompilationState.Of(context.Compilation, context.Options);
        TypeOwnership Types(SyntaxTree tree) => state.For(tree).Contracts.Types;

        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.DeclaringSyntaxReferences is [var declared, ..])
                {
                    CheckMember(symbol, Types(declared.SyntaxTree));
                }
            },
            SymbolKind.Field,
            SymbolKind.Property);
        context.RegisterSyntaxNodeAction(node => CheckArguments(node, Types(node.Node.SyntaxTree)), SyntaxKind.TypeArgumentList);
        context.RegisterOperationAction(operation => CheckInferred(operation, Types(operation.Operation.Syntax.SyntaxTree)), OperationKind.Invocation);
        context.RegisterOperationAction(operation => CheckConversion(operation, Types(operation.Operation.Syntax.SyntaxTree)), OperationKind.Conversion);
        context.RegisterOperationAction(operation => CheckCaptures(operation, Types(operation.Operation.Syntax.SyntaxTree)), OperationKind.AnonymousFunction);
    }

    // Rule 3 of the proposal: resource fields may not appear in other types. A borrow is no such field.
    private static void CheckMember(SymbolAnalysisContext context, TypeOwnership types)
    {
        var type = context.Symbol switch
        {
            IFieldSymbol { IsStatic: false } field => field.Type,
            IPropertySymbol { IsStatic: false } property when FieldLike.IsAutoProperty(property) => property.Type,
            _ => null,
        };
        var attributes = context.Symbol.GetAttributes();
        if (type is not null && types.IsMoveType(type) && !types.IsMoveType(context.Symbol.ContainingType)
            && !AttributeReader.Has(attributes, AttributeNames.Borrowed)
            && !AttributeReader.Has(attributes, AttributeNames.BorrowedMut)
            && !AttributeReader.Has(attributes, AttributeNames.Shared))
        {
            Report(context.Symbol.Locations[0], ContractMessages.OwnedByPlain(context.Symbol), context.ReportDiagnostic);
        }
    }

    private static void CheckArguments(SyntaxNodeAnalysisContext context, TypeOwnership types)
    {
        foreach (var argument in ((TypeArgumentListSyntax)context.Node).Arguments)
        {
            if (context.SemanticModel.GetTypeInfo(argument, context.CancellationToken).Type is { } type && types.IsMoveType(type))
            {
                Report(argument.GetLocation(), ContractMessages.GenericArgument(type), context.ReportDiagnostic);
            }
        }
    }

    // The proposal has borrows of its own for what Own.Borrow says.
    private static void CheckInferred(OperationAnalysisContext context, TypeOwnership types)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        if (method.TypeArguments.IsEmpty || context.Operation.Syntax is not InvocationExpressionSyntax { Expression: var called } || AttributeReader.IsVocabulary(method.ContainingType))
        {
            return;
        }

        var name = called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is not IdentifierNameSyntax)
        {
            return;
        }

        foreach (var type in method.TypeArguments)
        {
            if (types.IsMoveType(type))
            {
                Report(name.GetLocation(), ContractMessages.GenericArgument(type), context.ReportDiagnostic);
                return;
            }
        }
    }

    private static void CheckConversion(OperationAnalysisContext context, TypeOwnership types)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { Operand: { Type: { } source, ConstantValue.HasValue: false } operand, Type: { } target, OperatorMethod: null }
            && conversion.Parent is not (IBinaryOperation or IIsPatternOperation)
            && (target.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || target.TypeKind is TypeKind.Interface or TypeKind.Dynamic)
            && types.IsMoveType(source) && !types.IsMoveType(target))
        {
            Report(operand.Syntax.GetLocation(), ContractMessages.Boxed(source, target), context.ReportDiagnostic);
        }
    }

    private static void CheckCaptures(OperationAnalysisContext context, TypeOwnership types)
    {
        if (context.Operation.SemanticModel?.AnalyzeDataFlow(context.Operation.Syntax) is not { Succeeded: true } flow)
        {
            return;
        }

        foreach (var captured in flow.Captured)
        {
            var type = captured switch
            {
                ILocalSymbol local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
            if (type is not null && types.IsMoveType(type) && flow.DataFlowsIn.Contains(captured))
            {
                Report(context.Operation.Syntax.GetLocation(), ContractMessages.Captured(captured), context.ReportDiagnostic);
                return;
            }
        }
    }

    private static void Report(Location place, string message, System.Action<Diagnostic> report) =>
        report(Diagnostic.Create(ContractDescriptors.BeyondProposal, place, message));
}
