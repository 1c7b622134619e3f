using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// Where a borrowed result borrows from when the signature does not name it: the receiver if that is borrowed, else the borrowed parameters
/// (docs/ownership-model.md, section 2; Rust reference, "Lifetime elision").
/// </summary>
internal static class Elision
{
    // Carriers inside carriers: a type that holds itself must not be followed for ever.
    private const int MaxDepth = 4;

    /// <summary>
    /// The sources of a result that an attribute calls borrowed without naming any. The signature leaves it open where they are not exactly one (RVG0106).
    /// </summary>
    public static ImmutableArray<int> Sources(IMethodSymbol method, ReceiverKind receiver, ImmutableArray<ParameterContract> parameters, TypeOwnership types)
    {
        // A receiver that is not taken is borrowed, that of a plain type too.
        if (ReceiverOf(method) is { } self
            && (self == ReturnContract.Receiver ? receiver is not (ReceiverKind.Consumes or ReceiverKind.Drops) : parameters[self].Kind != ParameterKind.Owned))
        {
            return ImmutableArray.Create(self);
        }

        // One that is taken can still hand out the borrows that it carries, as a parameter of such a type can.
        var sources = FromParameters(method, parameters, types);
        return ReceiverOf(method) == ReturnContract.Receiver && types.IsBorrowCarrying(method.ContainingType) ? sources.Insert(0, ReturnContract.Receiver) : sources;
    }

    // The receiver of an extension method is its first parameter; a delegate's is the delegate, which lends nothing.
    private static int? ReceiverOf(IMethodSymbol method) =>
        method.IsExtensionMethod ? 0
        : method.IsStatic || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke ? null
        : ReturnContract.Receiver;

    /// <summary>The ordinals of the parameters called <paramref name="names"/>; <c>this</c> is the receiver, an unknown name is left out (RVG3001 speaks about it).</summary>
    public static ImmutableArray<int> Named(IMethodSymbol method, ImmutableArray<string> names)
    {
        var sources = ImmutableArray.CreateBuilder<int>(names.Length);
        foreach (var name in names)
        {
            if (name == "this" && ReceiverOf(method) is { } self)
            {
                sources.Add(self);
                continue;
            }

            foreach (var parameter in method.Parameters)
            {
                if (parameter.Name == name)
                {
                    sources.Add(parameter.Ordinal);
                }
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>The sources of a <c>ref</c> or borrow-carrying result: the receiver of a move type or carrier, else every argument that C#'s ref safety lets it return.</summary>
    public static ImmutableArray<int> ReferenceSources(IMethodSymbol method, ImmutableArray<ParameterContract> parameters, TypeOwnership types)
    {
        if (!method.IsStatic && (types.IsMoveType(method.ContainingType) || types.IsBorrowCarrying(method.ContainingType)))
        {
            return ImmutableArray.Create(ReturnContract.Receiver);
        }

        return FromParameters(method, parameters, types);
    }

    /// <summary>
    /// What a sequence or a task still uses: its receiver and what is borrowed, of a task also what is merely lent (a Rust future captures its borrows).
    /// </summary>
    public static ImmutableArray<int> CarriedBy(IMethodSymbol method, ImmutableArray<ParameterContract> parameters, TypeOwnership types, bool isTask)
    {
        var sources = ImmutableArray.CreateBuilder<int>();
        // What a plain object answers with may be a copy; that its enumerator is none, its contract says; a sequence's enumerator runs what the sequence would.
        if (!method.IsStatic && (isTask || types.IsMoveType(method.ContainingType) || types.IsBorrowCarrying(method.ContainingType) || SequenceTypes.IsSequence(method.ContainingType)))
        {
            sources.Add(ReturnContract.Receiver);
        }

        foreach (var parameter in method.Parameters)
        {
            // A plain struct is passed as a copy.
            var kind = parameters[parameter.Ordinal].Kind;
            if (kind is ParameterKind.Borrowed or ParameterKind.BorrowedMut
                || types.IsBorrowCarrying(parameter.Type)
                || (isTask && kind == ParameterKind.Lent && (parameter.Type.IsReferenceType || types.IsMoveType(parameter.Type))
                    && parameter.OriginalDefinition.Type is not ITypeParameterSymbol))
            {
                sources.Add(parameter.Ordinal);
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>The parameters of the type parameter <paramref name="type"/>: what a result of that type was given as.</summary>
    public static ImmutableArray<int> OfType(IMethodSymbol method, ITypeParameterSymbol type, ImmutableArray<ParameterContract> parameters)
    {
        var sources = ImmutableArray.CreateBuilder<int>();
        foreach (var parameter in method.OriginalDefinition.Parameters)
        {
            if (parameters[parameter.Ordinal].Kind == ParameterKind.TakesWhatItIsGiven && SymbolEqualityComparer.Default.Equals(parameter.Type, type))
            {
                sources.Add(parameter.Ordinal);
            }
        }

        return sources.ToImmutable();
    }

    /// <summary>The parameters whose loans a new object of a borrow-carrying type carries.</summary>
    public static ImmutableArray<int> ConstructionSources(IMethodSymbol constructor, ImmutableArray<ParameterContract> parameters, TypeOwnership types)
    {
        var kept = ImmutableArray.CreateBuilder<int>();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameters[parameter.Ordinal].KeptByReceiver)
            {
                kept.Add(parameter.Ordinal);
            }
        }

        if (kept.Count > 0 || constructor.ContainingType.IsRefLikeType)
        {
            return kept.Count > 0 ? kept.ToImmutable() : FromParameters(constructor, parameters, types);
        }

        foreach (var parameter in constructor.Parameters)
        {
            // A carrier goes into the object with what it carries.
            if (parameters[parameter.Ordinal].Kind is ParameterKind.Borrowed or ParameterKind.BorrowedMut
                ? IsTypeOfBorrowedMember(constructor.ContainingType, parameter.Type, types, 0)
                : types.IsBorrowCarrying(parameter.Type))
            {
                kept.Add(parameter.Ordinal);
            }
        }

        return kept.ToImmutable();
    }

    private static ImmutableArray<int> FromParameters(IMethodSymbol method, ImmutableArray<ParameterContract> parameters, TypeOwnership types)
    {
        var sources = ImmutableArray.CreateBuilder<int>();
        foreach (var parameter in method.Parameters)
        {
            var contract = parameters[parameter.Ordinal];
            if (contract.MayBeReturned
                && (contract.Kind is ParameterKind.Borrowed or ParameterKind.BorrowedMut or ParameterKind.Ref or ParameterKind.In
                    || types.IsBorrowCarrying(parameter.Type)))
            {
                sources.Add(parameter.Ordinal);
            }
        }

        return sources.ToImmutable();
    }

    // Of a borrowed field of the type, or of one of the carriers among its fields.
    private static bool IsTypeOfBorrowedMember(INamedTypeSymbol type, ITypeSymbol argument, TypeOwnership types, int depth)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (TypeOwnership.FieldType(member) is not { } memberType)
                {
                    continue;
                }

                if (ContractModel.BorrowedMember(member) is not null
                    ? IsOrDerivesFrom(argument, memberType)
                    : depth < MaxDepth && !member.IsStatic && memberType is INamedTypeSymbol inner && types.IsBorrowCarrying(inner) && IsTypeOfBorrowedMember(inner, argument, types, depth + 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOrDerivesFrom(ITypeSymbol type, ITypeSymbol target)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, target))
            {
                return true;
            }
        }

        foreach (var @interface in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(@interface, target))
            {
                return true;
            }
        }

        return false;
    }
}
