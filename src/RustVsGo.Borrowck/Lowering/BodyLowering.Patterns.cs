using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>What patterns name: other names for places, which bind as the name is used.</content>
internal sealed partial class BodyLowering
{
    private readonly Dictionary<ISymbol, Value> _names = new(SymbolEqualityComparer.Default);

    /// <summary>Lets the variables of <paramref name="pattern"/> stand for the parts of <paramref name="input"/> that it matches.</summary>
    private void Bind(IPatternOperation pattern, Value input)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                Name(declaration.DeclaredSymbol, input, declaration);
                break;
            case IRecursivePatternOperation recursive:
                Name(recursive.DeclaredSymbol, input, recursive);
                foreach (var property in recursive.PropertySubpatterns)
                {
                    Bind(property.Pattern, PartOf(input, property.Member));
                }

                foreach (var part in recursive.DeconstructionSubpatterns)
                {
                    Bind(part, Value.Plain(part));
                }

                break;
            case INegatedPatternOperation negated:
                Bind(negated.Pattern, input);
                break;
            case IBinaryPatternOperation binary:
                Bind(binary.LeftPattern, input);
                Bind(binary.RightPattern, input);
                break;
            default:
                foreach (var child in pattern.ChildOperations)
                {
                    if (child is IPatternOperation inner)
                    {
                        Bind(inner, Value.Plain(inner));
                    }
                }

                break;
        }
    }

    private void Name(ISymbol? declared, Value input, IOperation pattern)
    {
        if (declared is not ILocalSymbol symbol || TypeOwnership.IsScalar(symbol.Type))
        {
            return;
        }

        if (input.HasPlace && !_consumers.IsReassigned(_body.Locals[input.Place.Local].Symbol))
        {
            // A value that only the pattern names lives as long as the name.
            if (IsTransient(input.Place) && _body.Locals[input.Place.Local] is { IsMoveType: true } temporary)
            {
                temporary.IsTransient = false;
                if (_statementTemporaries.Remove(temporary.Index))
                {
                    _exits.DieWith(symbol, temporary.Index, _region);
                }
            }

            _names[symbol] = input;
            return;
        }

        if (!_locals.TryGetValue(symbol, out var local))
        {
            local = NewLocal(IsOwn(symbol) ? LocalKind.Variable : LocalKind.Upvar, symbol, symbol.Type).Index;
        }

        Emit(new Assign(Origin(pattern.Syntax), new Place(local), new Fresh(Mode.Plain)));
    }

    private Value PartOf(Value input, IOperation member)
    {
        switch (member)
        {
            case IFieldReferenceOperation { Field: { IsStatic: false } field }:
                return Member(input, field.ContainingType, FieldLike.Canonical(field), member);
            case IPropertyReferenceOperation { Property: { IsStatic: false } property } when FieldLike.IsAutoProperty(property):
                return Member(input, property.ContainingType, property, member);
            default:
                return Value.Plain(member);
        }
    }
}
