using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// What is known of every symbol of a compilation: types, members, parameters (docs/ownership-model.md, sections 1, 2 and 7).
/// One per compilation, memoised by symbol, safe under concurrency.
/// </summary>
public sealed partial class ContractModel
{
    private readonly IAssemblySymbol _assembly;
    private readonly ConcurrentDictionary<IMethodSymbol, MethodContract> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _optedIn = new(SymbolEqualityComparer.Default);

    private readonly StatedContracts _stated;

    /// <param name="compilation">What is analysed.</param>
    /// <param name="projectFiles">The project's contract files, in the order in which they count.</param>
    /// <param name="catalogFiles">The built-in catalog; empty where it is off.</param>
    public ContractModel(Compilation compilation, ImmutableArray<ContractFile> projectFiles, ImmutableArray<ContractFile> catalogFiles)
    {
        _assembly = compilation.Assembly;
        _stated = projectFiles.IsEmpty && catalogFiles.IsEmpty
            ? StatedContracts.None
            : new StatedContracts(Catalog.Create(projectFiles), catalogFiles.IsEmpty ? null : BuiltInCatalog.CatalogOf(catalogFiles));
        Sendability = new Sendability(_stated, _assembly);
        Types = new TypeOwnership(_stated, _stated.OfProject() is var own && own != _stated ? new TypeOwnership(own, null, IsOptedIn) : null, IsOptedIn);
    }

    /// <summary>A model without contract files.</summary>
    public ContractModel(Compilation compilation)
        : this(compilation, ImmutableArray<ContractFile>.Empty, ImmutableArray<ContractFile>.Empty)
    {
    }

    public TypeOwnership Types { get; }

    /// <summary>Which types may cross a thread.</summary>
    public Sendability Sendability { get; }

    /// <summary>Whether a parameter of the compilation that says nothing borrows a move type, rather than owning it.</summary>
    public bool BorrowsUnannotated { get; init; }

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

        return _optedIn.TryGetValue(assembly, out var known) ? known : _optedIn.GetOrAdd(assembly, SymbolEqualityComparer.Default.Equals(assembly, _assembly) || OptedInAssemblies.Contains(assembly));
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

        var merged = parameters.ToImmutable();
        var returned = AttributeReader.HasMode(method.GetReturnTypeAttributes()) ? own.Return : target.Return;
        if (returned.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut && returned.Sources.IsEmpty)
        {
            // What it may borrow from, the delegate type lends it.
            returned = returned with { Sources = Elision.Sources(method, own.Receiver, merged, Types) };
        }

        return own with { Parameters = merged, Return = returned };
    }

    /// <summary>
    /// Whether the catalog knows what is left of a value of <paramref name="type"/> behind its <c>Dispose()</c>: of types of the project, and
    /// of those that nobody describes, it does not.
    /// </summary>
    public bool KnowsEndOf(ITypeSymbol? type)
    {
        if (type is null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly))
        {
            return false;
        }

        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (_stated.IsInCatalog(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a contract file says of <paramref name="type"/> or a base of it what mutates it, so that an object of it is followed although its type is plain.
    /// </summary>
    public bool Follows(ITypeSymbol? type)
    {
        if (_stated.IsEmpty || type is not INamedTypeSymbol { IsReferenceType: true, TypeKind: not TypeKind.Delegate } named || Types.IsMoveType(type))
        {
            return false;
        }

        for (INamedTypeSymbol? current = named; current is not (null or { SpecialType: SpecialType.System_Object }); current = current.BaseType)
        {
            if (_stated.HasMutations(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The borrow that a field or auto-property holds, or null where it owns, is plain or contradicts itself.</summary>
    public static ReturnKind? BorrowedMember(ISymbol member)
    {
        var attributes = member.OriginalDefinition.GetAttributes();
        var isShared = AttributeReader.Has(attributes, AttributeNames.Borrowed);
        var isExclusive = AttributeReader.Has(attributes, AttributeNames.BorrowedMut);
        return isShared == isExclusive || AttributeReader.Has(attributes, AttributeNames.Owned) ? null
            : isShared ? ReturnKind.Borrowed
            : ReturnKind.BorrowedMut;
    }

    private MethodContract Compute(IMethodSymbol method)
    {
        if (BuiltInContracts.TryGet(method) is { } builtIn)
        {
            return builtIn;
        }

        var stated = new StatedParts(method, _stated);
        var onReceiver = stated.Receiver();
        var authority = onReceiver.Authority;
        var parameters = ImmutableArray.CreateBuilder<ParameterContract>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            var onParameter = stated.Parameter(parameter.Ordinal);
            authority = Max(authority, SaysWhoOwns(onParameter) ? onParameter.Authority : Authority.Default);
            parameters.Add(Parameter(method, parameter, onParameter, onReceiver, stated) with { IsSend = onParameter.Has(AttributeNames.Send) });
        }

        var contracts = parameters.MoveToImmutable();
        var receiver = Receiver(method, onReceiver, out var idempotent, out var keepsBorrows);
        var onReturn = stated.Return();
        var result = Return(method, receiver, contracts, onReturn);
        var isOfBaseLibrary = !result.Sources.IsEmpty && SequenceTypes.IsTask(method.ReturnType);
        return new MethodContract(receiver, contracts, result, idempotent)
        {
            KeepsBorrows = keepsBorrows,
            KeepsReceiver = onReceiver.Has(AttributeNames.Keeps),
            DropDuty = result.Kind == ReturnKind.Owned ? DutyOf(method, onReturn) : Authority.Default,

            // That a task goes on behind the call, nobody has to say.
            Authority = Max(Max(authority, SaysWhoOwns(onReturn) ? onReturn.Authority : Authority.Default), isOfBaseLibrary ? Authority.Catalog : Authority.Default),
        };
    }

    private Authority DutyOf(IMethodSymbol method, StatedPart onReturn)
    {
        var type = method.MethodKind == MethodKind.Constructor ? method.ContainingType : method.ReturnType;
        return Types.IsMoveType(type) ? Types.AuthorityOf(type)
            : !onReturn.Has(AttributeNames.Owned) ? Authority.Default
            : onReturn.Authority != Authority.Catalog || onReturn.Has(AttributeNames.MustUse) ? onReturn.Authority
            : Authority.Default;
    }

    // That a result must be used, or that an argument crosses a thread, says nothing about who owns it.
    private static bool SaysWhoOwns(StatedPart stated) =>
        stated.Authority == Authority.Stated
        || stated.Has(AttributeNames.Owned) || stated.Has(AttributeNames.Keeps) || stated.Has(AttributeNames.Borrowed) || stated.Has(AttributeNames.BorrowedMut)
        || stated.Has(AttributeNames.Shared) || stated.Has(AttributeNames.Once);

    private static Authority Max(Authority first, Authority second) => first > second ? first : second;

    private ReceiverKind Receiver(IMethodSymbol method, StatedPart stated, out bool idempotent, out bool keepsBorrows)
    {
        keepsBorrows = false;
        var isMoveType = Types.IsMoveType(method.ContainingType);
        idempotent = !isMoveType;
        if (method.IsStatic || method.MethodKind is MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return ReceiverKind.Lent;
        }

        if (stated.Find(AttributeNames.Drop) is { } drop)
        {
            idempotent = drop.Flag("Idempotent") ?? idempotent;
            return ReceiverKind.Drops;
        }

        var borrowing = stated.Find(AttributeNames.Borrows);
        var mutating = stated.Find(AttributeNames.Mutates);
        var consumes = stated.Has(AttributeNames.Consumes);
        if ((borrowing is null ? 0 : 1) + (mutating is null ? 0 : 1) + (consumes ? 1 : 0) == 1)
        {
            if (borrowing is { } borrows)
            {
                return borrows.Flag("AfterDrop") == true ? ReceiverKind.NeedsNothing : ReceiverKind.Borrows;
            }

            keepsBorrows = mutating?.Flag("Invalidates") == false;
            return mutating is null ? ReceiverKind.Consumes : ReceiverKind.Mutates;
        }

        if (Disposal.Is(method))
        {
            return ReceiverKind.Drops;
        }

        if (!isMoveType && AsksForTheObjectAlone(method))
        {
            return ReceiverKind.NeedsNothing;
        }

        if (!isMoveType || !IsOptedIn(method.ContainingAssembly))
        {
            return ReceiverKind.Lent;
        }

        var origin = Types.OriginOf(method.ContainingType);
        if (origin is MoveTypeOrigin.Resource or MoveTypeOrigin.NonCopyable)
        {
            // C#'s own word; where none is possible or usual, nobody's borrow is said to end.
            keepsBorrows = origin == MoveTypeOrigin.NonCopyable;
            return method.IsReadOnly || IsOfEveryObject(method) ? ReceiverKind.Borrows : ReceiverKind.Mutates;
        }

        // An operator of the object, `x += y` of C# 14, changes it.
        return method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise
            ? ReceiverKind.Mutates
            : ReceiverKind.Borrows;
    }

    // What every object answers, dropped or not (docs/ownership-model.md, section 2, "Plain values").
    private static bool AsksForTheObjectAlone(IMethodSymbol method) =>
        method.MethodKind == MethodKind.EventRemove
        || method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol.Name: "IsDisposed" or "IsClosed" or "IsInvalid" or "Disposed" }
        || (method is { MethodKind: MethodKind.Ordinary, Name: "Equals" or "GetHashCode" or "GetType" });

    private static bool IsOfEveryObject(IMethodSymbol method)
    {
        var first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return first.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType;
    }

    private ReturnContract Return(IMethodSymbol method, ReceiverKind receiver, ImmutableArray<ParameterContract> parameters, StatedPart stated)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return Construction(method, parameters);
        }

        if (method.ReturnsVoid)
        {
            return ReturnContract.Plain;
        }

        var owned = stated.Find(AttributeNames.Owned);
        var borrowed = stated.Find(AttributeNames.Borrowed);
        var borrowedMut = stated.Find(AttributeNames.BorrowedMut);
        var shared = stated.Find(AttributeNames.Shared);
        var count = (owned is null ? 0 : 1) + (borrowed is null ? 0 : 1) + (borrowedMut is null ? 0 : 1) + (shared is null ? 0 : 1);
        if (count > 1)
        {
            return ReturnContract.Unknown;
        }

        if (owned is not null)
        {
            // Of a task it speaks about what is awaited; until then the task uses what it was given.
            return SequenceTypes.IsTask(method.ReturnType)
                ? new(ReturnKind.Owned, Elision.CarriedBy(method, parameters, Types, isTask: true))
                : ReturnContract.Owned;
        }

        if (shared is not null)
        {
            return new(ReturnKind.Shared, ImmutableArray<int>.Empty);
        }

        if ((borrowed ?? borrowedMut) is { } attribute)
        {
            var kind = borrowed is null ? ReturnKind.BorrowedMut : ReturnKind.Borrowed;
            var named = attribute.Names;
            var sources = named.IsEmpty ? Elision.Sources(method, receiver, parameters, Types) : Elision.Named(stated.Method ?? method, named);
            if (!named.IsEmpty && sources.IsEmpty)
            {
                return ReturnContract.Unknown;
            }

            if (attribute.Flag("Deferred") == true)
            {
                return new(ReturnKind.Plain, sources) { IsDeferred = true };
            }

            // What the catalog says of a plain value is how long it is good for, and not that its holder may not dispose or keep it.
            return stated.Authority == Authority.Catalog && !Types.IsMoveType(method.ReturnType) && method.RefKind == RefKind.None
                ? new(ReturnKind.Plain, sources) { IsBorrowedWhenAwaited = SequenceTypes.IsTask(method.ReturnType) }
                : new(kind, sources);
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

        var carries = Types.IsBorrowCarrying(method.ReturnType);
        if (!Types.IsMoveType(method.ReturnType) || !IsOptedIn(method.ContainingAssembly))
        {
            return carries ? new(ReturnKind.Plain, Elision.ReferenceSources(method, parameters, Types)) : ReturnContract.Plain;
        }

        if (method.MethodKind == MethodKind.PropertyGet)
        {
            return method.IsStatic
                ? new(ReturnKind.Shared, ImmutableArray<int>.Empty)
                : new(ReturnKind.Borrowed, ImmutableArray.Create(ReturnContract.Receiver)) { IsInferred = true };
        }

        if (method.OriginalDefinition.ReturnType is ITypeParameterSymbol declared && !Types.IsMoveType(declared))
        {
            return new(ReturnKind.WhatItWasGiven, Elision.OfType(method, declared, parameters));
        }

        return carries ? new(ReturnKind.Owned, Elision.ReferenceSources(method, parameters, Types)) : ReturnContract.Owned;
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
