using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Which values have to be dropped, and where a test shows that there is none: what the rules about disposal need to know of a body.</content>
internal sealed partial class BodyLowering
{
    // By the block that a test for null ends: what was tested, and whether it is null where the condition holds.
    private readonly Dictionary<int, (Value Tested, bool IsNullWhenTrue)> _nullTests = new();

    // What the last test for null looked at.
    private Value? _tested;

    private void NoteDuty(LocalDecl local, Mode mode, Authority duty, ISymbol? madeBy = null)
    {
        if (mode == Mode.Owned && duty != Authority.Default && Types.IsDroppable(local.Type) && !IsDroppedByTheLanguage(local.Type!))
        {
            (local.OwesDrop, local.DutyAuthority, local.MadeBy, _body.OwesDrops) = (true, duty, madeBy, true);
        }
    }

    // Of a task it is what is awaited that has to be dropped; a resource of the C# ownership proposal its compiler drops, as Rust's does.
    private bool IsDroppedByTheLanguage(ITypeSymbol type) => SequenceTypes.IsTask(type) || (type is INamedTypeSymbol named && Types.OriginOf(named) == MoveTypeOrigin.Resource);

    // What is discarded is another rule's where that rule speaks of it (`[MustUse]`); to write `_ =` is to say that it is meant.
    private void ForgetDuty(Value discarded, IOperation operation, bool isMeant)
    {
        if (discarded is { HasPlace: true, Place.IsLocal: true } && _body.Locals[discarded.Place.Local] is { OwesDrop: true, IsTransient: true } local
            && (isMeant || _contracts.MustUseOf(discarded.Type) is not null || MustUse(operation)))
        {
            local.OwesDrop = false;
        }
    }

    private bool MustUse(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => _contracts.MustUseOf(method, isAwaited: false) is not null,
        IObjectCreationOperation { Constructor: { } constructor } => _contracts.MustUseOf(constructor, isAwaited: false) is not null,
        IAwaitOperation { Operation: IInvocationOperation { TargetMethod: var awaited } } => _contracts.MustUseOf(awaited, isAwaited: true) is not null,
        _ => false,
    };

    // A member that owns what it is given is named: who drops that otherwise drops what belongs to it.
    private static MoveCause StoredIn(IOperation target) =>
        (target switch { IFieldReferenceOperation field => field.Field, IPropertyReferenceOperation property => property.Property, _ => default(ISymbol) }) is { } member
            && AttributeReader.Has(member.OriginalDefinition.GetAttributes(), AttributeNames.Owned)
            ? new MoveCause(MoveCauseKind.Stored, member)
            : MoveCause.Stored;

    private void LowerCondition(IOperation condition)
    {
        _tested = null;
        ReadPlain(LowerOperation(condition));
        if (_tested is { Place.IsLocal: true } tested && Types.IsDroppable(_body.Locals[tested.Place.Local].Type) && IsNullWhen(condition) is { } side)
        {
            _nullTests[_current.Index] = (tested, side);
        }
    }

    // The block on the side of the condition that `isTrue` names: where the tested variable is null there, it says so.
    private Block OnSide(Block end, bool? isTrue)
    {
        if (isTrue is not { } side || !_nullTests.TryGetValue(end.Index, out var test) || test.IsNullWhenTrue != side)
        {
            return end;
        }

        var absent = NewBlock();
        absent.Statements.Add(new DutyEnds(Origin(test.Tested.Syntax), test.Tested.Place.Local, IsCertain: true));
        end.Successors.Add(absent.Index);
        return absent;
    }

    // Whether what the condition tests is null where it holds, or where it does not; null where neither is said.
    private static bool? IsNullWhen(IOperation condition) => condition switch
    {
        IIsNullOperation => true,
        IParenthesizedOperation { Operand: var inner } => IsNullWhen(inner),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var negated } => !IsNullWhen(negated),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison
            when IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand) => comparison.OperatorKind == BinaryOperatorKind.Equals,
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } when IsNull(constant) => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } when IsNull(constant) => false,
        IIsPatternOperation { Pattern: var pattern } when IsNotNull(pattern) => false,
        _ => null,
    };
}
