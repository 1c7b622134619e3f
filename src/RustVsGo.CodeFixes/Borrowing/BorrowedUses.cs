using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>
/// What a body does with a variable: whether a borrow would do, and which. In: the body's operations and the variable; out: the sum over all
/// of its uses. Each use is followed outwards, from the name to whatever takes the value.
/// </summary>
/// <remarks>
/// <c>c</c> in <c>Log(c?.Host ?? "none")</c>: a conditional access, whose instance is read by <c>.Host</c>, which is a string and ends it:
/// shared. In <c>c.Name.Text = ""</c> with <c>Name</c> of a move type: <c>.Name</c> is part of <c>c</c>, <c>.Text</c> is written: exclusive. In
/// <c>_last = c</c>: ownership. What is not listed here is ownership.
/// </remarks>
internal sealed partial class BorrowedUses
{
    private readonly IOperation _root;
    private readonly ISymbol _variable;
    private readonly CancellationToken _cancellation;

    private BorrowedUses(IOperation root, ISymbol variable, CancellationToken cancellation)
    {
        _root = root;
        _variable = variable;
        _cancellation = cancellation;
    }

    /// <summary>What all uses of <paramref name="variable"/> (a parameter or local) in the body <paramref name="root"/> need together.</summary>
    public static BorrowNeed Of(ISymbol variable, IOperation root, CancellationToken cancellation)
    {
        var uses = new BorrowedUses(root, variable, cancellation);
        var need = BorrowNeed.Shared;
        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            if (operation is IInvalidOperation)
            {
                return BorrowNeed.Ownership;
            }

            if (Names(operation, variable))
            {
                need = need.And(uses.OfReference(operation));
            }
        }

        return need;
    }

    /// <summary>The body that <paramref name="operation"/> stands in: that of the innermost nested function, or of the member.</summary>
    public static IOperation BodyOf(IOperation operation)
    {
        var body = operation;
        while (body.Parent is { } parent && body is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            body = parent;
        }

        return body;
    }

    /// <summary>The operation of a lambda, an anonymous method or a local function itself, without the delegate that is made of it.</summary>
    public static IOperation? FunctionOf(SyntaxNode function, SemanticModel model, CancellationToken cancellation) => model.GetOperation(function, cancellation) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        var operation => operation,
    };

    /// <summary>What the one use <paramref name="reference"/> of a variable needs in the body <paramref name="root"/>.</summary>
    public static BorrowNeed Of(IOperation reference, ISymbol variable, IOperation root, CancellationToken cancellation) =>
        new BorrowedUses(root, variable, cancellation).OfReference(reference);

    public static bool Names(IOperation operation, ISymbol variable) => operation switch
    {
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        _ => false,
    };

    private BorrowNeed OfReference(IOperation reference) => CaptureNeed(reference).And(OfValue(reference));

    /// <summary>Follows a value from where it is named to what takes it.</summary>
    private BorrowNeed OfValue(IOperation value)
    {
        for (var current = value; current.Parent is { } taker; current = taker)
        {
            switch (taker)
            {
                case IParenthesizedOperation:
                case IConversionOperation { OperatorMethod: null }:
                case ICoalesceOperation:
                case ISwitchExpressionArmOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                case ISwitchExpressionOperation switched when switched.Value != current:
                case IConditionalAccessOperation access when access.WhenNotNull == current:
                    continue;

                case IConditionalAccessOperation access:
                    return OfConditionalAccess(access);

                case INameOfOperation:
                case IIsTypeOperation:
                case IInterpolationOperation:
                case IBinaryOperation:
                case IUnaryOperation:
                case ILockOperation:
                case IExpressionStatementOperation:
                    return BorrowNeed.Shared;

                case IIsPatternOperation pattern:
                    return BindsWhatMayOwn(pattern.Pattern) ? BorrowNeed.Ownership : BorrowNeed.Shared;
                case ISwitchExpressionOperation switched:
                    return switched.Arms.Any(arm => BindsWhatMayOwn(arm.Pattern)) ? BorrowNeed.Ownership : BorrowNeed.Shared;
                case ISwitchOperation switched:
                    return switched.Cases.Any(BindsWhatMayOwn) ? BorrowNeed.Ownership : BorrowNeed.Shared;
                case IForEachLoopOperation loop when loop.Collection == current:
                    return OfElements(loop);

                case ISimpleAssignmentOperation { IsRef: false, Target: IDiscardOperation }:
                    return BorrowNeed.Shared;

                case IMemberReferenceOperation member when member.Instance == current:
                    return OfMember(member);
                case IArrayElementReferenceOperation element when element.ArrayReference == current:
                    return OfPart(element, element.Type, isPart: ValueKinds.MayOwn(element.Type));
                case IInvocationOperation call when call.Instance == current:
                    return OfReceiver(call);
                case IArgumentOperation argument:
                    return OfArgument(argument);
                case IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } argument } }:
                    return OfArgument(argument);

                default:
                    return BorrowNeed.Ownership;
            }
        }

        return BorrowNeed.Ownership;
    }

    private BorrowNeed OfConditionalAccess(IConditionalAccessOperation access)
    {
        var need = BorrowNeed.Shared;
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
        {
            if (operation is IConditionalAccessInstanceOperation && AccessOf(operation) == access)
            {
                need = need.And(OfValue(operation));
            }
        }

        return need;
    }

    // Of nested accesses a?.b?.c each has an instance of its own: that of the innermost access which it is not the operand of.
    private static IConditionalAccessOperation? AccessOf(IOperation instance)
    {
        for (var current = instance; current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == current)
            {
                return access;
            }
        }

        return null;
    }

    /// <summary>What capturing the variable in nested functions needs: a borrow will do only where the function cannot outlive it.</summary>
    private BorrowNeed CaptureNeed(IOperation reference)
    {
        for (var current = reference.Parent; current is not null && current != _root && !DeclaresVariable(current); current = current.Parent)
        {
            var outlives = current switch
            {
                IAnonymousFunctionOperation function => !IsLentToBorrowingParameter(function),
                ILocalFunctionOperation function => function.Symbol.IsAsync || ReturnsLazily(function.Symbol) || IsUsedAsDelegate(function.Symbol),
                _ => false,
            };
            if (outlives)
            {
                return BorrowNeed.Ownership;
            }

            if (current is ILocalFunctionOperation && _variable is ILocalSymbol)
            {
                // When it runs is decided by its calls and not by where it stands.
                return BorrowNeed.Ownership;
            }
        }

        return BorrowNeed.Shared;
    }

    // What a function declares itself it does not capture.
    private bool DeclaresVariable(IOperation function) =>
        (function as ILocalFunctionOperation)?.Symbol is { } local ? SymbolEqualityComparer.Default.Equals(local, _variable.ContainingSymbol)
        : (function as IAnonymousFunctionOperation)?.Symbol is { } lambda && SymbolEqualityComparer.Default.Equals(lambda, _variable.ContainingSymbol);

    private static bool ReturnsLazily(IMethodSymbol method) => ValueKinds.IsLazy(method.ReturnType);

    private static bool IsLentToBorrowingParameter(IAnonymousFunctionOperation function)
    {
        var current = function.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return !function.Symbol.IsAsync
            && current is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }
            && Vocabulary.Find(StatedContract.OnParameter(parameter), Vocabulary.Borrowed) is { NamedArguments.IsEmpty: true }
            && !ValueKinds.IsLazy(call.Type)
            && !ValueKinds.MayCarryBorrow(call.Type);
    }

    private bool IsUsedAsDelegate(IMethodSymbol function) =>
        _root.Descendants().Any(operation => operation is IMethodReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function.OriginalDefinition));

    // What is done with an element is done with the collection.
    private BorrowNeed OfElements(IForEachLoopOperation loop)
    {
        var need = BorrowNeed.Shared;
        foreach (var element in loop.Locals)
        {
            if (ValueKinds.MayOwn(element.Type))
            {
                need = need.And(Of(element, _root, _cancellation));
            }
        }

        return need;
    }

    // A designation is one more name for the value, or for a part of it.
    private static bool BindsWhatMayOwn(IOperation pattern) => pattern.DescendantsAndSelf().Any(operation => operation switch
    {
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => ValueKinds.MayOwn(local.Type) || !ValueKinds.IsData(local.Type),
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } => ValueKinds.MayOwn(local.Type) || !ValueKinds.IsData(local.Type),
        IListPatternOperation { DeclaredSymbol: not null } => true,
        _ => false,
    });
}
