using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// What attributes and interfaces of others say about ownership, in our own words: JetBrains' annotations, <c>[NonCopyable]</c> of any namespace, and the
/// C# ownership proposal's <c>IResource</c> and <c>[BorrowedReceiver]</c> (docs/ownership-model.md, sections 7 and 10).
/// </summary>
public static class OtherVocabularies
{
    /// <summary>The result of the method, or the new object, belongs to the caller.</summary>
    public const string MustDisposeResource = "MustDisposeResourceAttribute";

    /// <summary>On a parameter: the callee takes or keeps the argument. On a method: it ends its receiver.</summary>
    public const string HandlesResourceDisposal = "HandlesResourceDisposalAttribute";

    /// <summary>On a delegate parameter: the delegate does not outlive the call.</summary>
    public const string InstantHandle = "InstantHandleAttribute";

    /// <summary>On a method: its result may not be dropped.</summary>
    public const string MustUseReturnValue = "MustUseReturnValueAttribute";

    /// <summary>On a struct: it may be moved, and not copied.</summary>
    public const string NonCopyable = "NonCopyableAttribute";

    /// <summary>On a method: its receiver is borrowed. The proposal writes the class without the suffix.</summary>
    public const string BorrowedReceiver = "BorrowedReceiverAttribute";

    /// <summary>The interface of a type whose values have one owner.</summary>
    public const string Resource = "IResource";

    /// <summary>The attributes of JetBrains that count.</summary>
    public static ImmutableArray<string> OfJetBrains { get; } = ImmutableArray.Create(MustDisposeResource, HandlesResourceDisposal, InstantHandle, MustUseReturnValue);

    /// <summary>The attributes that count whatever their namespace is, each as its class is called.</summary>
    public static ImmutableArray<string> OfAnyNamespace { get; } = ImmutableArray.Create(NonCopyable, BorrowedReceiver, "BorrowedReceiver");

    private const string ResourceDrop = "Drop";

    private static readonly ContractClause s_owned = Clause(AttributeNames.Owned);
    private static readonly ContractClause s_keeps = Clause(AttributeNames.Keeps);
    private static readonly ContractClause s_borrowed = Clause(AttributeNames.Borrowed);
    private static readonly ContractClause s_borrows = Clause(AttributeNames.Borrows);
    private static readonly ContractClause s_drop = Clause(AttributeNames.Drop);

    /// <summary>Whether any attribute among <paramref name="attributes"/> says something about the part that it stands on.</summary>
    public static bool HasAny(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Arity: 0 } type
                && (IsJetBrains(type, MustDisposeResource) || IsJetBrains(type, HandlesResourceDisposal) || IsJetBrains(type, InstantHandle)
                    || IsJetBrains(type, MustUseReturnValue) || IsBorrowedReceiver(type)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is said about the receiver of <paramref name="method"/>, or null.</summary>
    public static ContractClause? Receiver(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 0 } type)
            {
                if (IsJetBrains(type, HandlesResourceDisposal))
                {
                    return s_drop;
                }

                if (IsBorrowedReceiver(type))
                {
                    return s_borrows;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// What is said about a parameter of <paramref name="method"/>, or null. A function that handles the disposal takes the argument; an object may go on
    /// using it until it is disposed itself.
    /// </summary>
    public static ContractClause? Parameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 0 } type)
            {
                if (IsJetBrains(type, HandlesResourceDisposal))
                {
                    return method.IsStatic || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? s_owned : s_keeps;
                }

                if (IsJetBrains(type, InstantHandle) && parameter.Type.TypeKind == TypeKind.Delegate)
                {
                    return s_borrowed;
                }
            }
        }

        return null;
    }

    /// <summary>What is said about the result of <paramref name="method"/>, of a constructor about the new object, or null.</summary>
    public static ContractClause? Return(IMethodSymbol method)
    {
        if (MustDispose(method.GetAttributes()) is { } own)
        {
            return own ? s_owned : null;
        }

        return method.MethodKind == MethodKind.Constructor && MustDispose(method.ContainingType) ? s_owned : null;
    }

    /// <summary>Why the result of <paramref name="method"/> may not be dropped, or null.</summary>
    public static MustUse? MustUse(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 0 } type && IsJetBrains(type, MustUseReturnValue))
            {
                var why = AttributeReader.Names(attribute) is [{ Length: > 0 } justification, ..] ? justification : null;
                return new MustUse(why, method, Authority.Stated) { ReturnsReceiver = AttributeReader.NamedBool(attribute, "IsFluentBuilderMethod") == true };
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="type"/> says that its objects have to be disposed by whoever makes them. A derived type can take it back.</summary>
    public static bool MustDispose(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (MustDispose(current.OriginalDefinition.GetAttributes()) is { } said)
            {
                return said;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="definition"/> is a struct that says of itself that it may not be copied.</summary>
    public static bool IsNonCopyable(INamedTypeSymbol definition)
    {
        if (definition.TypeKind == TypeKind.Struct)
        {
            foreach (var attribute in definition.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: NonCopyable })
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="type"/> is the proposal's interface: <c>IResource</c> in <c>System</c> or below, with a method <c>Drop</c>.</summary>
    public static bool IsResource(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, Name: Resource, Arity: 0 } && IsBelowSystem(type) && !type.GetMembers(ResourceDrop).IsEmpty;

    // Null where nothing is said.
    private static bool? MustDispose(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Arity: 0 } type && IsJetBrains(type, MustDisposeResource))
            {
                return attribute.ConstructorArguments is not [{ Value: false }, ..] && AttributeReader.NamedBool(attribute, "Value") != false;
            }
        }

        return null;
    }

    private static bool IsJetBrains(INamedTypeSymbol type, string name) =>
        type.Name == name
        && type is { ContainingType: null, ContainingNamespace: { Name: "Annotations", ContainingNamespace: { Name: "JetBrains", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool IsBorrowedReceiver(INamedTypeSymbol type) => type.Name is "BorrowedReceiver" or BorrowedReceiver && IsBelowSystem(type);

    private static bool IsBelowSystem(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name == "System" && space.ContainingNamespace.IsGlobalNamespace)
            {
                return true;
            }
        }

        return false;
    }

    private static ContractClause Clause(string name) =>
        new(name, ImmutableArray<string>.Empty, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, bool>.Empty);
}
