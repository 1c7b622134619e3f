using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Locals, parameters, <c>this</c>, fields, auto-properties, array elements.</content>
internal sealed partial class BodyLowering
{
    private readonly Dictionary<CaptureId, Value> _captures = new();
    private readonly Dictionary<CaptureId, int> _captureLocals = new();
    private readonly List<(Place Place, int Local)> _referents = new();

    private Value LowerLocal(ILocalReferenceOperation reference)
    {
        var symbol = reference.Local;
        if (TypeOwnership.IsScalar(symbol.Type) && symbol.RefKind == RefKind.None)
        {
            return Value.Plain(reference);
        }

        if (_aliases.TryGetValue(symbol, out var alias))
        {
            return Value.At(alias, reference);
        }

        var value = Value.At(PlaceOf(Variable(symbol)), reference);
        return _names.TryGetValue(symbol, out var named) ? Naming(value, named) : value;
    }

    private int Variable(ILocalSymbol symbol)
    {
        if (!_locals.TryGetValue(symbol, out var index))
        {
            var local = NewLocal(IsOwn(symbol) ? LocalKind.Variable : LocalKind.Upvar, symbol, symbol.Type);
            local.RefBorrow = RefBorrow(symbol.RefKind);
            local.EntryMode = local.Kind == LocalKind.Upvar ? UpvarMode(symbol, symbol.Type) : Mode.None;
            index = local.Index;
        }

        return index;
    }

    private Value LowerParameter(IParameterReferenceOperation reference)
    {
        var symbol = reference.Parameter;
        if (_locals.TryGetValue(symbol, out var index))
        {
            return Value.At(PlaceOf(index), reference);
        }

        if (TypeOwnership.IsScalar(symbol.Type) || IsOwn(symbol))
        {
            return Value.Plain(reference);
        }

        // A primary constructor's parameter that a member uses is a field of this.
        if (symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !IsNestedIn(symbol.ContainingSymbol))
        {
            return Member(Value.At(new Place(This(symbol.ContainingType)), reference), symbol.ContainingType, symbol, reference);
        }

        var local = NewLocal(LocalKind.Upvar, symbol, symbol.Type);
        local.RefBorrow = RefBorrow(symbol.RefKind);
        local.EntryMode = UpvarMode(symbol, symbol.Type);
        return Value.At(PlaceOf(local.Index), reference);
    }

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, _owner);

    // Whether this is a function inside the constructor, or inside an initializer, which runs with it.
    private bool IsNestedIn(ISymbol constructor)
    {
        var current = _owner;
        while (current is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            current = current.ContainingSymbol;
        }

        return !ReferenceEquals(current, _owner) && (current is not IMethodSymbol || SymbolEqualityComparer.Default.Equals(current, constructor));
    }

    // Inside a nested function a captured variable is taken as owned: what that means is decided where it is captured.
    private Mode UpvarMode(ISymbol symbol, ITypeSymbol type) => _nested.BorrowAround(symbol) ?? (Types.IsMoveType(type) ? Mode.Owned : Mode.Plain);

    private Place PlaceOf(int local)
    {
        var place = new Place(local);
        return _body.Locals[local].RefBorrow is { } kind ? place.Project(Projection.Deref(kind)) : place;
    }

    private static BorrowKind? RefBorrow(RefKind kind) => kind switch
    {
        RefKind.None => null,
        RefKind.Ref or RefKind.Out => BorrowKind.Exclusive,
        _ => BorrowKind.Shared,
    };

    private Value LowerField(IFieldReferenceOperation reference)
    {
        if (reference.Instance is null || reference.Field.IsConst)
        {
            return Referent(default(Value?), FieldLike.Canonical(reference.Field), reference) ?? OutsideOfTracking(reference);
        }

        var instance = LowerOperation(reference.Instance);
        var member = FieldLike.Canonical(reference.Field);
        return Referent(instance, member, reference) ?? Member(instance, reference.Instance.Type, member, reference);
    }

    private Value LowerProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Arguments.IsEmpty && FieldLike.IsAutoProperty(property))
        {
            if (reference.Instance is null)
            {
                return Referent(default(Value?), property, reference) ?? OutsideOfTracking(reference);
            }

            var instance = LowerOperation(reference.Instance);
            return Referent(instance, property, reference) ?? Member(instance, reference.Instance.Type, property, reference);
        }

        if (EnumerationOf(reference) is { } enumeration)
        {
            return LowerCurrent(reference, enumeration);
        }

        if (property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && reference.Instance is { } nullable)
        {
            return NullableValue(nullable, reference);
        }

        return property.GetMethod is { } getter
            ? LowerCall(getter, reference.Instance, reference.Arguments, reference)
            : LowerUnknown(reference);
    }

    // A nullable value and what it holds are one place.
    private Value NullableValue(IOperation nullable, IOperation reference)
    {
        var value = LowerOperation(nullable);
        MayThrow();
        if (value.HasPlace)
        {
            return Value.At(value.Place, reference);
        }

        return OutsideOfTracking(reference);
    }

    /// <summary>A field of <paramref name="instance"/>: a place inside it, unless a plain reference lies between.</summary>
    private Value Member(Value instance, ITypeSymbol? instanceType, ISymbol member, IOperation reference)
    {
        if (!instance.HasPlace)
        {
            return OutsideOfTracking(reference);
        }

        var isInside = Types.IsMoveType(instanceType) || Types.IsBorrowCarrying(instanceType) || instanceType is { IsValueType: true };
        if (!isInside)
        {
            ReadPlain(instance);
            return OutsideOfTracking(reference);
        }

        var value = instance.Project(Projection.Field(member), reference.Type, reference.Syntax);
        if (Types.IsMoveType(reference.Type) && AttributeReader.Has(member.OriginalDefinition.GetAttributes(), AttributeNames.Shared))
        {
            // What everybody may change needs no permission of the way that leads there (Rust's `Cell`).
            ReadPlain(value);
            return OutsideOfTracking(reference, isShared: true);
        }

        return ContractModel.BorrowedMember(member) is { } kind
            ? value.Project(Projection.Deref(kind == ReturnKind.Borrowed ? BorrowKind.Shared : BorrowKind.Exclusive), reference.Type, reference.Syntax)
            : value;
    }

    /// <summary>
    /// The plain object that a member refers to, where a contract makes it worth following: the same wherever the member is read, until something
    /// on the way is assigned. What is done to it neither needs a permission of the way that leads there nor disturbs its borrows (Rust's <c>Rc</c>).
    /// </summary>
    private Value? Referent(Value? instance, ISymbol member, IOperation reference)
    {
        if (!_contracts.Follows(reference.Type) || AttributeReader.HasAny(member.GetAttributes()) || instance is { HasPlace: false }
            || (instance is { } owner && IsTransient(owner.Place)))
        {
            return null;
        }

        if (instance is { } way)
        {
            ReadPlain(way);
        }

        var place = MemberPlace(instance, member);
        foreach (var (known, local) in _referents)
        {
            if (known.Equals(place))
            {
                return Value.At(new Place(local), reference);
            }
        }

        var referent = NewLocal(LocalKind.Referent, null, reference.Type);
        referent.EntryMode = Mode.Plain;
        referent.ReferredFrom = place.Local;
        _referents.Add((place, referent.Index));
        return Value.At(new Place(referent.Index), reference);
    }

    // A static has no instance: its place is in no local of the body, and a name for the look-up alone.
    private static Place MemberPlace(Value? instance, ISymbol member) => (instance?.Place ?? new Place(-1)).Project(Projection.Field(member));

    // What the members behind `written` refer to is another object from here.
    private void ForgetReferents(Place written, SyntaxNode syntax)
    {
        foreach (var (place, local) in _referents)
        {
            if (written.IsPrefixOf(place))
            {
                Emit(new Assign(Origin(syntax), new Place(local), new Fresh(Mode.Plain)));
            }
        }
    }

    // `s[1..]` is a call of `Slice`, `s[^1]` one of the indexer.
    private Value LowerImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        ReadPlain(LowerOperation(indexer.Argument));
        return indexer.IndexerSymbol switch
        {
            IMethodSymbol slice => LowerCall(slice, indexer.Instance, ImmutableArray<IArgumentOperation>.Empty, indexer),
            IPropertySymbol { GetMethod: { } getter } => LowerCall(getter, indexer.Instance, ImmutableArray<IArgumentOperation>.Empty, indexer),
            _ => LowerUnknown(indexer),
        };
    }

    private Value LowerArrayElement(IArrayElementReferenceOperation reference)
    {
        var array = LowerOperation(reference.ArrayReference);
        foreach (var index in reference.Indices)
        {
            ReadPlain(LowerOperation(index));
        }

        MayThrow();
        if (array.HasPlace && Types.IsMoveType(reference.ArrayReference.Type))
        {
            // The bounds check reads the array.
            Emit(new Use(Origin(reference.Syntax), array.Place, UseKind.NullTest));
            return array.Project(Projection.Element, reference.Type, reference.Syntax);
        }

        ReadPlain(array);
        return OutsideOfTracking(reference);
    }

    // What lies behind a plain reference or in a static has no owner here that could be followed.
    private Value OutsideOfTracking(IOperation reference, bool isShared = false)
    {
        if (TypeOwnership.IsScalar(reference.Type))
        {
            return Value.Plain(reference);
        }

        var temporary = NewTransient(reference.Type);
        temporary.Static = reference switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true } field } => FieldLike.Canonical(field),
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            _ => null,
        };
        Emit(new Assign(Origin(reference.Syntax), new Place(temporary.Index), new Fresh(isShared ? Mode.Unowned : OutsideMode(reference.Type, temporary.Static))));
        return Value.At(new Place(temporary.Index), reference);
    }

    // What a static holds is everybody's: it may be used and, unless it is a shared borrow, changed, but not taken.
    private Mode OutsideMode(ITypeSymbol? type, ISymbol? member)
    {
        if (member is null || !Types.IsMoveType(type) || !_contracts.IsOptedIn(member.ContainingAssembly))
        {
            return Mode.Plain;
        }

        return AttributeReader.Has(member.GetAttributes(), AttributeNames.Shared) ? Mode.Unowned
            : ContractModel.BorrowedMember(member) == ReturnKind.Borrowed ? Mode.Shared : Mode.Exclusive;
    }
}
