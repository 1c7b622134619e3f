using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// Whether a local that holds a loan may point at what the loan borrows, and does not merely carry the loan inside what it points at.
/// <c>tools</c> keeps a borrow of <c>d.A</c>: what is stored through a borrow of <c>tools</c> goes to <c>tools</c>, not to <c>d</c>.
/// Decided by types: a pointer to a <c>Tools</c> points at no <c>Part</c>.
/// </summary>
internal static class PointsInto
{
    public static bool MayPoint(Body body, int local, Loan loan) => MayPoint(body, local, loan.Place);

    public static bool MayPoint(Body body, int local, Place place)
    {
        var pointer = body.Locals[local].Type;
        var target = TypeOf(body, place);
        return pointer is null || target is null || IsBaseOrSame(pointer, target) || IsBaseOrSame(target, pointer);
    }

    private static ITypeSymbol? TypeOf(Body body, Place place)
    {
        for (var i = place.Projections.Length - 1; i >= 0; i--)
        {
            switch (place.Projections[i].Member)
            {
                case IFieldSymbol field:
                    return field.Type;
                case IPropertySymbol property:
                    return property.Type;
                case IParameterSymbol parameter:
                    return parameter.Type;
            }

            if (place.Projections[i].Kind == ProjectionKind.Element)
            {
                return null;
            }
        }

        return body.Locals[place.Local].Type;
    }

    private static bool IsBaseOrSame(ITypeSymbol derived, ITypeSymbol candidate)
    {
        if (candidate.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || derived.TypeKind is TypeKind.Interface or TypeKind.TypeParameter)
        {
            return true;
        }

        for (var current = derived; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, candidate.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
