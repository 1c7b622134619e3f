using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content><c>r with { … }</c>: Rust's <c>..r</c>.</content>
internal sealed partial class BodyLowering
{
    /// <summary>
    /// Copies the plain fields of the operand and moves each field of a move type that the braces do not replace.
    /// </summary>
    /// <returns>The new object; null where the record copies itself in its own way, which is a call like any other.</returns>
    private Value? LowerWith(IInvocationOperation clone)
    {
        if (clone.Instance is not { Type: INamedTypeSymbol type } instance
            || !Types.IsMoveType(type)
            || HasOwnCopy(type)
            || _graph.OriginalOperation.SemanticModel?.GetOperation(clone.Syntax, _cancellation) is not IWithOperation with)
        {
            return null;
        }

        return CopyWith(LowerOperation(instance), type, with, clone);
    }

    /// <summary>The struct that <paramref name="capture"/> copies for a <c>with</c>: Roslyn writes the operand alone.</summary>
    private Value? LowerStructWith(IFlowCaptureOperation capture) =>
        capture is { IsImplicit: true, Value: { Type: INamedTypeSymbol { IsValueType: true, IsTupleType: false } type, Syntax: { Parent: { } parent } operand } }
            && !TypeOwnership.IsScalar(type)
            && _graph.OriginalOperation.SemanticModel?.GetOperation(parent, _cancellation) is IWithOperation with
            && with.Operand.Syntax == operand
            ? CopyWith(LowerOperation(capture.Value), type, with, with)
            : null;

    private Value CopyWith(Value source, INamedTypeSymbol type, IWithOperation with, IOperation operation)
    {
        var replaced = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var initializer in with.Initializer.Initializers)
        {
            var target = (initializer as ISimpleAssignmentOperation)?.Target;
            if (target is IPropertyReferenceOperation { Property: var property })
            {
                replaced.Add(property);
            }
            else if (target is IFieldReferenceOperation { Field: var field })
            {
                replaced.Add(field);
            }
        }

        if (source.HasPlace)
        {
            Emit(new Use(Origin(source.Syntax), source.Place, UseKind.Reference));
        }

        var taken = new List<(ISymbol Member, int Local)>();
        foreach (var member in type.GetMembers())
        {
            var memberType = member switch
            {
                IPropertySymbol { IsStatic: false } property when FieldLike.IsAutoProperty(property) => property.Type,
                IFieldSymbol { IsStatic: false, AssociatedSymbol: null } field => field.Type,
                _ => null,
            };
            if (source.HasPlace && Types.IsMoveType(memberType) && !replaced.Contains(member))
            {
                taken.Add((member, TakeMember(source, member, memberType!)));
            }
        }

        var result = Result(operation, Types.IsMoveType(type) ? Mode.Owned : Mode.Plain);
        foreach (var (member, local) in taken)
        {
            var moved = new Operand(OperandKind.Value, new Place(local), Gives: true, MoveCause.Stored, IsMoveType: true);
            Emit(new Assign(Origin(operation.Syntax), result.Place.Project(Projection.Field(member)), new Read(moved)));
        }

        return result;
    }

    private int TakeMember(Value source, ISymbol member, ITypeSymbol type)
    {
        var temporary = NewTransient(type);
        var operand = new Operand(OperandKind.Value, source.Place.Project(Projection.Field(member)), Gives: true, MoveCause.Stored, IsMoveType: true);
        Emit(new Assign(Origin(source.Syntax), new Place(temporary.Index), new Read(operand)));
        return temporary.Index;
    }

    private static bool HasOwnCopy(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type))
            {
                return true;
            }
        }

        return false;
    }
}
