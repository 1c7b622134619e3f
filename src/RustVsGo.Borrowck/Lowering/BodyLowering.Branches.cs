using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Where control goes behind a block: which sides of a condition there are, and in which order.</content>
internal sealed partial class BodyLowering
{
    private void Connect(BasicBlock source, Block end, LoweringFrame frame)
    {
        // C# itself takes a constant condition for a branch that is not there; `while (true)` is rustc's `loop`.
        var constant = source.BranchValue?.ConstantValue is { HasValue: true, Value: bool known } ? known : IsLeftCase(source) ? true : default(bool?);
        var conditional = source.ConditionKind == ControlFlowConditionKind.None ? default(bool?) : source.ConditionKind == ControlFlowConditionKind.WhenTrue;
        var takesConditional = conditional is not null && (constant is null || constant == conditional);
        var takesFallThrough = conditional is null || constant is null || constant != conditional;

        var fallsThroughFirst = conditional == !IsTrueSideFirst(source.BranchValue);
        if (takesFallThrough && fallsThroughFirst)
        {
            _exits.Connect(source.FallThroughSuccessor, OnSide(end, !conditional), frame);
        }

        if (takesConditional)
        {
            _exits.Connect(source.ConditionalSuccessor, OnSide(end, conditional), frame);
        }

        if (takesFallThrough && !fallsThroughFirst)
        {
            _exits.Connect(source.FallThroughSuccessor, OnSide(end, !conditional), frame);
        }
    }

    // The false side first: rustc lists the zero target of a switch on a bool before the other. The tests of a `switch` come in the order of
    // its cases, whatever they ask for, as each case of rustc's `match` has an edge to the next (`FalseEdge`): the true side first. `if let` lists
    // what it asks for before all else.
    private static bool IsTrueSideFirst(IOperation? condition) => condition switch
    {
        IBinaryOperation { IsImplicit: true } => true,
        IIsPatternOperation test => IsCase(test) || IsNotNull(test.Pattern),
        _ => false,
    };

    // The value of a `switch` is evaluated in front of its cases, and is no part of them.
    private static bool IsCase(IIsPatternOperation test) => !test.Syntax.Span.Contains(test.Value.Syntax.Span);

    // Of `case { }:` and `case null:` the second is what is left. C# itself knows; its graph has a way past both.
    private static bool IsLeftCase(BasicBlock block)
    {
        if (block is not { Operations.IsEmpty: true, Predecessors: [{ Source: { BranchValue: { } first, ConditionKind: not ControlFlowConditionKind.None } before } branch] }
            || branch.IsConditionalSuccessor != (before.ConditionKind == ControlFlowConditionKind.WhenFalse))
        {
            return false;
        }

        return NullCase(first) is var (value, isNull) && NullCase(block.BranchValue) is var (same, isNullToo) && value.Equals(same) && isNull != isNullToo;
    }

    // What a case asks for null, or for anything else.
    private static (CaptureId Value, bool IsNull)? NullCase(IOperation? test) => test switch
    {
        IIsPatternOperation { Value: IFlowCaptureReferenceOperation { Id: var id }, Pattern: var pattern } is_ when IsCase(is_) =>
            IsNotNull(pattern) ? (id, false) : pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } ? (id, true) : null,
        IBinaryOperation { IsImplicit: true, LeftOperand: IFlowCaptureReferenceOperation { Id: var id }, RightOperand: var constant } when IsNull(constant) => (id, true),
        _ => null,
    };

    private static bool IsNull(IOperation constant) => WithoutConversions(constant).ConstantValue is { HasValue: true, Value: null };

    private static bool IsNotNull(IPatternOperation pattern) =>
        pattern is IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true, MatchedType: var matched, InputType: var input }
        && SymbolEqualityComparer.Default.Equals(matched, input);
}
