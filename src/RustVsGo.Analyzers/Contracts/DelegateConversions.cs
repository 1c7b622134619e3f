using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// RVG0053 in bodies: a method group or lambda becomes a delegate whose type says something else, or whose parameter does not own while that of the
/// function does (docs/ownership-model.md, section 2, "delegate types"). Bound are only lambdas with attributes and names of methods that have a contract.
/// </summary>
internal sealed class DelegateConversions
{
    private readonly ContractModel _contracts;
    private readonly BodyGate? _gate;

    /// <param name="contracts">The contracts.</param>
    /// <param name="gate">Knows the names of what has one.</param>
    public DelegateConversions(ContractModel contracts, BodyGate? gate)
    {
        _contracts = contracts;
        _gate = gate;
    }

    public void Check(CodeBlockAnalysisContext context)
    {
        HashSet<string>? localFunctions = null;
        List<(string Name, ExpressionSyntax Group)>? others = null;
        foreach (var node in context.CodeBlock.DescendantNodes())
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax local:
                    (localFunctions ??= new HashSet<string>()).Add(local.Identifier.ValueText);
                    break;
                case ParenthesizedLambdaExpressionSyntax lambda when HasAttributes(lambda):
                    CheckFunction(lambda, context);
                    break;
                case SimpleNameSyntax { Identifier.ValueText: var text } name when MayBeGroup(name) is { } group:
                    if (_gate?.Knows(text) == true)
                    {
                        CheckFunction(group, context);
                    }
                    else
                    {
                        (others ??= new List<(string, ExpressionSyntax)>()).Add((text, group));
                    }

                    break;
            }
        }

        // A local function may stand behind its use.
        if (localFunctions is not null && others is not null)
        {
            foreach (var (name, group) in others)
            {
                if (localFunctions.Contains(name))
                {
                    CheckFunction(group, context);
                }
            }
        }
    }

    private void CheckFunction(ExpressionSyntax expression, CodeBlockAnalysisContext context)
    {
        var model = context.SemanticModel;
        if (model.GetSymbolInfo(expression, context.CancellationToken).Symbol is not IMethodSymbol method
            || model.GetTypeInfo(expression, context.CancellationToken).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } target)
        {
            return;
        }

        // The receiver of an extension method is bound with the delegate.
        var declared = method.ReducedFrom ?? method;
        var first = declared.Parameters.Length - method.Parameters.Length;
        var own = _contracts.Method(method);
        var asked = _contracts.Method(invoke);
        for (var i = 0; i < method.Parameters.Length && i < asked.Parameters.Length; i++)
        {
            var parameter = declared.Parameters[i + first];
            var said = Statement.Of(Statements.Parameter(declared, i + first));
            var stated = Statements.Parameter(invoke, i, _contracts);
            if (stated is not null && said is not null && said.Name != stated.Name)
            {
                var message = ContractMessages.ConvertedOther(
                    ContractMessages.PartName(parameter, isResult: false), said.Text, stated.Text, target);
                Report(context, expression, message, parameter, ContractMessages.OtherLabel(said.Text));
                return;
            }

            if (own.Parameters[i + first].Kind == ParameterKind.Owned && asked.Parameters[i].Kind is not (ParameterKind.Owned or ParameterKind.TakesWhatItIsGiven))
            {
                Report(context, expression, ContractMessages.ConvertedOwner(parameter, target), parameter, ContractMessages.OwnerLabel(parameter));
                return;
            }
        }

        var result = Statement.Of(Statements.Return(declared));
        var promised = Statements.Return(invoke, _contracts);
        if (result is not null && promised is not null)
        {
            if (result.Name != promised.Name || !HasSources(own, first, asked))
            {
                var message = ContractMessages.ConvertedOther(ContractMessages.PartName(declared, isResult: true), result.Text, promised.Text, target);
                Report(context, expression, message, declared, ContractMessages.OtherLabel(result.Text));
            }
        }
        else if (result is not null && asked.Return.Kind == ReturnKind.Owned && own.Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut)
        {
            Report(context, expression, ContractMessages.ConvertedBorrow(declared, result.Text, target), declared, ContractMessages.OtherLabel(result.Text));
        }
        else if (promised is not null && own.Return.Kind == ReturnKind.Owned && asked.Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut
            && method.MethodKind != MethodKind.AnonymousFunction)
        {
            var message = ContractMessages.ConvertedGift(declared, promised.Text, target);
            Report(context, expression, message, declared, ContractMessages.GiftLabel(declared));
        }
    }

    // A borrowed result of the function may come only from what that of the delegate comes from (rustc: "one type is more general than the other").
    private static bool HasSources(MethodContract own, int first, MethodContract asked)
    {
        if (own.Return.Kind is not (ReturnKind.Borrowed or ReturnKind.BorrowedMut) || asked.Return.Sources.IsEmpty)
        {
            return true;
        }

        foreach (var source in own.Return.Sources)
        {
            // What is bound with the delegate, the receiver, is not the delegate's to name.
            if (source >= first && !asked.Return.Sources.Contains(source - first))
            {
                return false;
            }
        }

        return true;
    }

    private static void Report(CodeBlockAnalysisContext context, ExpressionSyntax expression, string message, ISymbol cause, string label)
    {
        var labels = new Labels(context.SemanticModel.Compilation);
        if (VocabularyAttribute.Location(cause) is { } declared)
        {
            labels.Add(declared, label, PropertyKeys.Cause);
        }

        var (spans, properties) = labels.Build(ImmutableDictionary<string, string?>.Empty);
        var place = expression is ParenthesizedLambdaExpressionSyntax lambda ? lambda.ParameterList.GetLocation() : expression.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(ContractDescriptors.OtherPromise, place, spans, properties, message));
    }

    // The whole expression that names a method without calling it, where it stands so that a conversion can follow.
    private static ExpressionSyntax? MayBeGroup(SimpleNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return expression.Parent switch
        {
            ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => expression,
            ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or InitializerExpressionSyntax or SwitchExpressionArmSyntax => expression,
            AssignmentExpressionSyntax assignment when assignment.Right == expression => expression,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression or (int)SyntaxKind.AsExpression } => expression,
            _ => null,
        };
    }

    private static bool HasAttributes(ParenthesizedLambdaExpressionSyntax lambda)
    {
        if (lambda.AttributeLists.Count > 0)
        {
            return true;
        }

        foreach (var parameter in lambda.ParameterList.Parameters)
        {
            if (parameter.AttributeLists.Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}
