using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// RVG3002: attributes that say nothing where they stand. One line a cell of the table in docs/ownership-model.md, section 1; what C# itself
/// does not let stand there (AttributeUsage) can still be met where a project carries its own copies of the attributes.
/// </summary>
internal static class Effects
{
    private const string NotThere = "it says nothing about such a place";
    private const string NoReceiver = "there is no receiver";

    /// <summary>Why <paramref name="attribute"/> has no effect on the part, as the end of a sentence; null where it has one.</summary>
    public static string? Missing(string name, AttributeData attribute, in Part part)
    {
        // What does not compile has its own diagnostics.
        if (part.ValueType is { TypeKind: TypeKind.Error })
        {
            return null;
        }

        return (name switch
        {
            AttributeNames.Owned => OfOwned(part),
            AttributeNames.Keeps => OfKeeps(part),
            AttributeNames.Shared => OfShared(part),
            AttributeNames.Borrowed or AttributeNames.BorrowedMut => OfBorrow(part),
            AttributeNames.Borrows or AttributeNames.Mutates or AttributeNames.Consumes => part.Kind == PartKind.Method ? OfReceiver(part) : NotThere,
            AttributeNames.Drop => part.Kind == PartKind.Method ? OfDrop(part) : NotThere,
            AttributeNames.Clone => part.Kind == PartKind.Method ? OfClone(part) : NotThere,
            AttributeNames.Once => part.Kind != PartKind.Parameter ? NotThere : IsCallable(part.ValueType) ? null : "only a delegate can be called",
            AttributeNames.MustUse => OfMustUse(part),
            AttributeNames.Send => part.Kind == PartKind.TypeParameter ? null : part.Kind == PartKind.Parameter ? OfData(part) : NotThere,
            AttributeNames.NotSend => part.Kind == PartKind.Type ? OfType(part, isForDelegates: true) : NotThere,
            _ => null,
        }) ?? OfArguments(name, attribute, part);
    }

    private static string? OfOwned(in Part part) => part.Kind switch
    {
        PartKind.Type => OfType(part, isForDelegates: false),
        PartKind.TypeParameter => null,
        PartKind.Parameter or PartKind.Return or PartKind.Property or PartKind.Field => OfData(part),
        _ => NotThere,
    };

    private static string? OfKeeps(in Part part) =>
        part.Kind != PartKind.Parameter ? NotThere
        : !part.HasThis ? "there is no receiver or new object that could keep it"
        : part.Symbol is IParameterSymbol { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "the receiver cannot keep itself"
        : OfData(part);

    // A field of plain data may be shared: it is Rust's Cell.
    private static string? OfShared(in Part part) => part.Kind switch
    {
        PartKind.Field => part.Symbol is IFieldSymbol { IsConst: true } ? "a constant is not a place" : null,
        PartKind.Property => null,
        PartKind.Parameter or PartKind.Return => OfData(part),
        _ => NotThere,
    };

    private static string? OfBorrow(in Part part) => part.Kind switch
    {
        PartKind.Parameter when part.RefKind == RefKind.Out => "an 'out' parameter is assigned by the callee",
        PartKind.Property when part.Symbol is IPropertySymbol { GetMethod: null } => "there is no getter whose result it could speak about",
        PartKind.Parameter or PartKind.Return or PartKind.Property or PartKind.Field => OfData(part),
        _ => NotThere,
    };

    private static string? OfReceiver(in Part part) => part.Symbol is not IMethodSymbol method ? NotThere : method switch
    {
        { IsExtensionMethod: true } => null,
        { MethodKind: MethodKind.Constructor } => "a constructor makes the object and owns it",
        { MethodKind: MethodKind.Destructor } => "nobody calls a finalizer",
        { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => NoReceiver,
        { IsStatic: true } => "a static method has no receiver",
        _ => null,
    };

    private static string? OfDrop(in Part part) => OfReceiver(part) ?? (part.Symbol is IMethodSymbol { AssociatedSymbol: not null } ? "an accessor is no destructor" : null);

    private static string? OfClone(in Part part)
    {
        var method = (IMethodSymbol)part.Symbol;
        if (OfReceiver(part) is { } missing)
        {
            return missing;
        }

        if (method.AssociatedSymbol is not null)
        {
            return "an accessor is no copy method";
        }

        var isExtension = method.IsExtensionMethod;
        for (var i = isExtension ? 1 : 0; i < method.Parameters.Length; i++)
        {
            if (!method.Parameters[i].IsOptional && !method.Parameters[i].IsParams)
            {
                return "a copy is made without arguments";
            }
        }

        var original = isExtension ? method.Parameters[0].Type : method.ContainingType;
        return IsSameOrConverts(original, method.ReturnType) ? null : "it returns no '" + original.Name + "'";
    }

    private static string? OfMustUse(in Part part) => part.Kind switch
    {
        PartKind.Type => part.Symbol.IsStatic ? "a static class has no values" : null,
        PartKind.Method => part.Symbol is IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor } ? "it returns nothing" : null,
        PartKind.Return => part.Symbol is IMethodSymbol { ReturnsVoid: true } ? "it returns nothing" : null,
        _ => NotThere,
    };

    private static string? OfType(in Part part, bool isForDelegates) => part.Symbol switch
    {
        { IsStatic: true } => "a static class has no values",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "an enum is plain data",
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } when !isForDelegates => "a delegate is owned by contract of a place, not by its type",
        _ => null,
    };

    // Plain data has no owner; what is passed by reference is a place, whatever its type.
    private static string? OfData(in Part part) => part.Symbol switch
    {
        IFieldSymbol { IsConst: true } => "a constant is not a place",
        IMethodSymbol { ReturnsVoid: true } => "it returns nothing",
        _ when part.RefKind == RefKind.None && part.ValueType is { } type && TypeOwnership.IsScalar(type) => "values of type '" + type.Name + "' are plain data",
        _ => null,
    };

    private static bool IsCallable(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } => true,
        ITypeParameterSymbol => true,
        INamedTypeSymbol { Name: "Expression" } => true,
        _ => false,
    };

    private static bool IsSameOrConverts(ITypeSymbol original, ITypeSymbol result)
    {
        if (result.SpecialType == SpecialType.System_Object || result is ITypeParameterSymbol)
        {
            return true;
        }

        for (var current = original; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, result))
            {
                return true;
            }
        }

        foreach (var implemented in original.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented, result))
            {
                return true;
            }
        }

        // A copy that is made later, or that may be missing.
        return (result is INamedTypeSymbol { Arity: 1, TypeArguments: [var argument] } && IsSameOrConverts(original, argument))
            || (original is ITypeParameterSymbol && result.TypeKind != TypeKind.Error);
    }

    private static string? OfArguments(string name, AttributeData attribute, in Part part)
    {
        if (name is AttributeNames.Owned && part.Kind != PartKind.Parameter
            && (AttributeReader.Named<string>(attribute, "Unless") ?? AttributeReader.Named<string>(attribute, "When")) is not null)
        {
            return "'Unless' and 'When' belong to a parameter";
        }

        if (name is not (AttributeNames.Borrowed or AttributeNames.BorrowedMut))
        {
            return null;
        }

        var isResult = part.Kind is PartKind.Return or PartKind.Property && !part.IsStorage;
        if (!isResult && !AttributeReader.Names(attribute).IsEmpty)
        {
            return "only a result has sources to name";
        }

        if (part.Kind != PartKind.Parameter && AttributeReader.Named<string>(attribute, "CapturedBy") is not null)
        {
            return "'CapturedBy' belongs to a parameter";
        }

        return !isResult && AttributeReader.NamedBool(attribute, "Deferred") == true ? "'Deferred' belongs to a result" : null;
    }
}
