using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>
/// Which places may be moved out of: owned ones, field by field, but no element of an array, nothing behind a borrow, and no field of a
/// value whose drop will look at it (rustc's <c>MoveError</c>, <c>IllegalMoveOriginKind</c>).
/// </summary>
internal sealed class MoveLegality
{
    private readonly Body _body;
    private readonly TypeOwnership _types;

    public MoveLegality(Body body, TypeOwnership types)
    {
        _body = body;
        _types = types;
    }

    /// <summary>
    /// Whether the value at <paramref name="place"/> may be destroyed where it is: an owned one, or a field behind an exclusive borrow, which
    /// then waits for its new value; never what is borrowed itself.
    /// </summary>
    public bool MayBeDropped(Place place)
    {
        if (!place.IsIndirect)
        {
            // Which of the elements would be gone is not known; an object that is being destroyed destroys what is its own.
            return _body.Locals[place.Local].Kind == LocalKind.This || !place.HasElement;
        }

        return !place.IsBehindShared && place.Projections[place.Projections.Length - 1].Kind == ProjectionKind.Field;
    }

    /// <summary>What the destructor of the value at <paramref name="place"/> can reach: with one of its own, whatever its fields point at.</summary>
    public bool HasDestructor(Place place) => place.IsLocal && _types.HasDrop(_body.Locals[place.Local].Type);

    /// <summary>The type of the value at <paramref name="place"/>, where each value of it has one owner; null for a plain one.</summary>
    public ITypeSymbol? MoveTypeOf(Place place)
    {
        var type = _body.Locals[place.Local].Type;
        foreach (var step in place.Projections)
        {
            type = step.Kind switch
            {
                ProjectionKind.Deref => type,
                ProjectionKind.Element => (type as IArrayTypeSymbol)?.ElementType,
                _ => TypeOf(step),
            };
        }

        return _types.IsMoveType(type) ? type : null;
    }

    public MoveVerdict Of(Place place)
    {
        var root = _body.Locals[place.Local];
        var type = root.Type;
        var steps = place.Projections;
        for (var i = 0; i < steps.Length; i++)
        {
            switch (steps[i].Kind)
            {
                case ProjectionKind.Deref:
                    var isElement = i + 1 < steps.Length && steps[i + 1].Kind == ProjectionKind.Element;
                    return isElement ? MoveVerdict.OutOfElement : MoveVerdict.OutOfBorrow;
                case ProjectionKind.Element:
                    return MoveVerdict.OutOfElement;

                // In a constructor or destructor `this` is owned and its fields may go one by one.
                case ProjectionKind.Field when !(i == 0 && root.Kind == LocalKind.This) && _types.HasDrop(type) && _types.IsMoveType(type):
                    return MoveVerdict.OutOfDropType;
            }

            type = TypeOf(steps[i]);
        }

        return MoveVerdict.Allowed;
    }

    private static ITypeSymbol? TypeOf(Projection step) => step.Member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
