using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// What is known of every symbol of a compilation: types, members, parameters (docs/ownership-model.md, sections 1, 2 and 7).
/// One per compilation, memoised by symbol, safe under concurrency.
/// </summary>
public sealed class ContractModel
{
    private readonly IAssemblySymbol _assembly;
    private readonly ConcurrentDictionary<IMethodSymbol, MethodContract> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _optedIn = new(SymbolEqualityComparer.Default);

    public ContractModel(Compilation compilation)
    {
        _assembly = compilation.Assembly;
    }

    public TypeOwnership Types { get; } = new();

    /// <summary>
    /// Whether code of <paramref name="assembly"/> was written with the model in mind, so that its defaults hold there:
    /// the assembly under analysis, and each that references <c>RustVsGo</c> or declares the attributes itself.
    /// </summary>
    public bool IsOptedIn(IAssemblySymbol? assembly)
    {
        if (assembly is null)
        {
            return false;
        }

        return _optedIn.TryGetValue(assembly, out var known) ? known : _optedIn.GetOrAdd(assembly, ComputeOptedIn(assembly));
    }

    /// <summary>The contract of <paramref name="method"/>, as it is constructed: type arguments decide what its parameters are.</summary>
    public MethodContract Method(IMethodSymbol method)
    {
        if (method.ReducedFrom is { } unreduced)
        {
            method = method.ConstructedFrom.TypeArguments.IsEmpty ? unreduced : unreduced.Construct(method.TypeArguments, method.TypeArgumentNullableAnnotations);
        }

        return _methods.TryGetValue(method, out var known) ? known : _methods.GetOrAdd(method, Compute(method));
    }

    /// <summary>
    /// The contract that the body of <paramref name="method"/> has to keep. What a lambda leaves open, the delegate type that it is converted to
    /// says: <paramref name="invoke"/> is that type's method, or null.
    /// </summary>
    public MethodContract Function(IMethodSymbol method, IMethodSymbol? invoke)
    {
        var own = Method(method);
        if (invoke is null || invoke.Parameters.Length != method.Parameters.Length)
        {
            return own;
        }

        var target = Method(invoke);
        var parameters = own.Parameters.ToBuilder();
        for (var i = 0; i < parameters.Count; i++)
        {
            if (!parameters[i].IsStated)
            {
                parameters[i] = target.Parameters[i];
            }
        }

        var isStated = target.Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut or ReturnKind.Shared;
        return own with { Parameters = parameters.ToImmutable(), Return = isStated ? target.Return : own.Return };
    }

    /// <summary>The borrow that a field or auto-property holds, or null where it owns or is plain.</summary>
    public static ReturnKind? BorrowedMember(ISymbol member)
    {
        var attributes = member.OriginalDefinition.GetAttributes();
        return AttributeReader.Has(attributes, AttributeNames.Borrowed) ? ReturnKind.Borrowed
            : AttributeReader.Has(attributes, AttributeNames.BorrowedMut) ? ReturnKind.BorrowedMut
            : null;
    }

    private bool ComputeOptedIn(IAssemblySymbol assembly)
    {
        if (SymbolEqualityComparer.Default.Equals(assembly, _assembly)
            || assembly.GetTypeByMetadataName(AttributeNames.OwnedMetadataName) is not null)
        {
            return true;
        }

        foreach (var module in assembly.Modules)
        {
            foreach (var reference in module.ReferencedAssemblies)
            {
                if (reference.Name == AttributeNames.Namespace)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private MethodContract Compute(IMethodSymbol method)
    {
        if (BuiltInContracts.TryGet(method) is { } builtIn)
        {
            return builtIn;
        }

        var stated = new StatedParts(method);
        var parameters = ImmutableArray.CreateBuilder<ParameterContract>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            parameters.Add(Parameter(method, parameter, stated));
        }

        var contracts = parameters.MoveToImmutable();
        var receiver = Receiver(method, stated, out var idempotent);
        var keepsBorrows = stated.Method(AttributeNames.Mutates) is { } mutates && AttributeReader.NamedBool(mutates, "Invalidates") == false;
        return new MethodContract(receiver, contracts, Return(method, receiver, contracts, stated), idempotent) { KeepsBorrows = keepsBorrows };
    }

    private ReceiverKind Receiver(IMethodSymbol method, StatedParts stated, out bool idempotent)
    {
        var isMoveType = Types.IsMoveType(method.ContainingType);
        idempotent = !isMoveType;
        if (method.IsStatic || method.MethodKind is MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return ReceiverKind.Lent;
        }

        if (stated.Method(AttributeNames.Drop) is { } drop)
        {
            idempotent = AttributeReader.NamedBool(drop, "Idempotent") ?? idempotent;
            return ReceiverKind.Drops;
        }

        var borrowing = stated.Method(AttributeNames.Borrows);
        var mutating = stated.Method(AttributeNames.Mutates);
        var borrows = borrowing is not null;
        var mutates = mutating is not null;
        var consumes = stated.Method(AttributeNames.Consumes) is not null;
        if ((borrows ? 1 : 0) + (mutates ? 1 : 0) + (consumes ? 1 : 0) == 1)
        {
            if (borrows)
            {
                return AttributeReader.NamedBool(borrowing!, "AfterDrop") == true ? ReceiverKind.NeedsNothing : ReceiverKind.Borrows;
            }

            return mutates ? ReceiverKind.Mutates : ReceiverKind.Consumes;
        }

        if (IsDisposal(method))
        {
            return ReceiverKind.Drops;
        }

        if (!isMoveType || !IsOptedIn(method.ContainingAssembly))
        {
            return ReceiverKind.Lent;
        }

        return method.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise
            ? ReceiverKind.Mutates
            : ReceiverKind.Borrows;
    }

    // The parameterless Dispose()/DisposeAsync() that implements the interface, or the interface's own.
    private static bool IsDisposal(IMethodSymbol method)
    {
        if (!method.Parameters.IsEmpty || method.Name is not ("Dispose" or "DisposeAsync") && method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return false;
        }

        if (IsDisposableInterface(method.ContainingType))
        {
            return true;
        }

        foreach (var implemented in method.ExplicitInterfaceImplementations)
        {
            if (IsDisposableInterface(implemented.ContainingType))
            {
                return true;
            }
        }

        if (method.Name is not ("Dispose" or "DisposeAsync"))
        {
            return false;
        }

        if (method.ContainingType.IsRefLikeType && method.DeclaredAccessibility == Accessibility.Public)
        {
            return true;
        }

        foreach (var @interface in method.ContainingType.AllInterfaces)
        {
            if (IsDisposableInterface(@interface) && @interface.GetMembers(method.Name).Length == 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDisposableInterface(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_IDisposable
        || type is { Name: "IAsyncDisposable", TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private ParameterContract Parameter(IMethodSymbol method, IParameterSymbol parameter, StatedParts stated)
    {
        var returnable = parameter.ScopedKind == ScopedKind.None;
        switch (parameter.RefKind)
        {
            case RefKind.Ref:
                return new(ParameterKind.Ref, IsStated: true, KeptByReceiver: false, returnable);
            case RefKind.Out:
                return new(ParameterKind.Out, IsStated: true, KeptByReceiver: false, returnable);
            case RefKind.None:
                break;
            default:
                return new(ParameterKind.In, IsStated: true, KeptByReceiver: false, returnable);
        }

        var owned = stated.Parameter(parameter.Ordinal, AttributeNames.Owned);
        var borrowed = stated.Parameter(parameter.Ordinal, AttributeNames.Borrowed);
        var borrowedMut = stated.Parameter(parameter.Ordinal, AttributeNames.BorrowedMut);
        if (owned is not null || borrowed is not null || borrowedMut is not null)
        {
            // Attributes that contradict each other say nothing (RVG3001 speaks about them); what they say together is not guessed at.
            if ((owned is null ? 0 : 1) + (borrowed is null ? 0 : 1) + (borrowedMut is null ? 0 : 1) > 1)
            {
                return ParameterContract.Lent;
            }

            if (owned is not null)
            {
                return AttributeReader.Named<string>(owned, "Unless") is null && AttributeReader.Named<string>(owned, "When") is null
                    ? new(ParameterKind.Owned, IsStated: true, KeptByReceiver: false, returnable)
                    : ParameterContract.Lent;
            }

            var kept = AttributeReader.Named<string>(borrowed ?? borrowedMut!, "CapturedBy") == "this";
            return new(borrowed is null ? ParameterKind.BorrowedMut : ParameterKind.Borrowed, IsStated: true, kept, returnable);
        }

        if (!Types.IsMoveType(parameter.Type) || stated.Parameter(parameter.Ordinal, AttributeNames.Shared) is not null)
        {
            return ParameterContract.Lent with { MayBeReturned = returnable };
        }

        if (method.IsExtensionMethod && parameter.Ordinal == 0)
        {
            return new(ExtensionReceiver(stated), IsStated: false, KeptByReceiver: false, returnable);
        }

        if (IsComparison(method) || (method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } && !IsSetterValue(method, parameter)))
        {
            return new(ParameterKind.Borrowed, IsStated: false, KeptByReceiver: false, returnable);
        }

        if (!IsOptedIn(method.ContainingAssembly) || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.AnonymousFunction || stated.ImplementsUnknown(IsOptedIn))
        {
            return ParameterContract.Lent with { MayBeReturned = returnable };
        }

        var isTypeParameter = parameter.OriginalDefinition.Type is ITypeParameterSymbol declared && !Types.IsMoveType(declared);
        return new(isTypeParameter ? ParameterKind.TakesWhatItIsGiven : ParameterKind.Owned, IsStated: false, KeptByReceiver: false, returnable);
    }

    private static ParameterKind ExtensionReceiver(StatedParts stated) =>
        stated.Method(AttributeNames.Consumes) is not null ? ParameterKind.Owned
        : stated.Method(AttributeNames.Mutates) is not null ? ParameterKind.BorrowedMut
        : ParameterKind.Borrowed;

    private static bool IsSetterValue(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.PropertySet && parameter.Ordinal == method.Parameters.Length - 1;

    private static bool IsComparison(IMethodSymbol method) =>
        method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.BuiltinOperator or MethodKind.Conversion
        || (method.Name is "Equals" or "CompareTo" or "Compare" && method.MethodKind == MethodKind.Ordinary)
        || method is { Name: "GetHashCode", Parameters.Length: 1 };

    private ReturnContract Return(IMethodSymbol method, ReceiverKind receiver, ImmutableArray<ParameterContract> parameters, StatedParts stated)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return Construction(method, parameters);
        }

        if (method.ReturnsVoid)
        {
            return ReturnContract.Plain;
        }

        var owned = stated.Return(AttributeNames.Owned);
        var borrowed = stated.Return(AttributeNames.Borrowed);
        var borrowedMut = stated.Return(AttributeNames.BorrowedMut);
        var shared = stated.Return(AttributeNames.Shared);
        var count = (owned is null ? 0 : 1) + (borrowed is null ? 0 : 1) + (borrowedMut is null ? 0 : 1) + (shared is null ? 0 : 1);
        if (count > 1)
        {
            return ReturnContract.Unknown;
        }

        if (owned is not null)
        {
            return ReturnContract.Owned;
        }

        if (shared is not null)
        {
            return new(ReturnKind.Shared, ImmutableArray<int>.Empty);
        }

        if ((borrowed ?? borrowedMut) is { } attribute)
        {
            if (AttributeReader.NamedBool(attribute, "Deferred") == true)
            {
                // Only enumerating it borrows; that is not followed yet.
                return ReturnContract.Plain;
            }

            var kind = borrowed is null ? ReturnKind.BorrowedMut : ReturnKind.Borrowed;
            var named = AttributeReader.Names(attribute);
            var sources = named.IsEmpty ? Elision.Sources(method, receiver, parameters, Types) : Elision.Named(method, named);
            return named.IsEmpty || !sources.IsEmpty ? new(kind, sources) : ReturnContract.Unknown;
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return new(
                method.ReturnsByRef ? ReturnKind.BorrowedMut : ReturnKind.Borrowed,
                Elision.ReferenceSources(method, parameters, Types));
        }

        if (SequenceTypes.IsSequence(method.ReturnType) || SequenceTypes.IsTask(method.ReturnType))
        {
            return new(ReturnKind.Plain, Elision.CarriedBy(method, parameters, Types, SequenceTypes.IsTask(method.ReturnType)));
        }

        if (Types.IsBorrowCarrying(method.ReturnType))
        {
            return new(ReturnKind.Plain, Elision.ReferenceSources(method, parameters, Types));
        }

        if (!Types.IsMoveType(method.ReturnType) || !IsOptedIn(method.ContainingAssembly))
        {
            return ReturnContract.Plain;
        }

        if (method.MethodKind == MethodKind.PropertyGet)
        {
            return method.IsStatic
                ? new(ReturnKind.Shared, ImmutableArray<int>.Empty)
                : new(ReturnKind.Borrowed, ImmutableArray.Create(ReturnContract.Receiver)) { IsInferred = true };
        }

        return method.OriginalDefinition.ReturnType is ITypeParameterSymbol declared && !Types.IsMoveType(declared)
            ? new(ReturnKind.WhatItWasGiven, Elision.OfType(method, declared, parameters))
            : ReturnContract.Owned;
    }

    private ReturnContract Construction(IMethodSymbol constructor, ImmutableArray<ParameterContract> parameters)
    {
        var sources = Types.IsBorrowCarrying(constructor.ContainingType)
            ? Elision.ConstructionSources(constructor, parameters, Types)
            : ImmutableArray<int>.Empty;
        // A new disposable belongs to whoever made it, whatever its type says.
        return new(Types.IsMoveType(constructor.ContainingType) || Types.HasDrop(constructor.ContainingType) ? ReturnKind.Owned : ReturnKind.Plain, sources);
    }
}
