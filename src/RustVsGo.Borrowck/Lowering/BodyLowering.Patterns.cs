using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>
/// Patterns read what they look at; their variables are borrows of the places that they matched, shared or exclusive as they are used (rustc's default binding modes,
/// RFC 2005). Giving away such a variable takes the value of its place.
/// </content>
internal sealed partial class BodyLowering
{
    // The variables of patterns, with what they matched: their places are borrows until they are given away.
    private readonly Dictionary<ISymbol, Value> _names = new(SymbolEqualityComparer.Default);

    // Those of plain types: they are nothing but another name of the place, for plain values alias freely.
    private readonly Dictionary<ISymbol, Place> _aliases = new(SymbolEqualityComparer.Default);

    // What is being matched, for the span of a temporary that does not outlive its statement.
    private SyntaxNode? _matched;

    private Value LowerPattern(IIsPatternOperation pattern)
    {
        var value = LowerMatched(pattern.Value);
        _matched = pattern.Value.Syntax;
        Test(value);
        Bind(pattern.Pattern, value);
        return Value.Plain(pattern);
    }

    // That there is something, whatever of it is gone.
    private void Test(Value value)
    {
        if (value.HasPlace)
        {
            _tested = value;
            Emit(new Use(Origin(value.Syntax), value.Place, UseKind.NullTest));
        }
    }

    // A tuple that is only matched is not built.
    private Value LowerMatched(IOperation operand)
    {
        if (WithoutConversions(operand) is not ITupleOperation tuple)
        {
            return LowerOperation(operand);
        }

        var parts = ImmutableArray.CreateBuilder<Value>(tuple.Elements.Length);
        foreach (var element in tuple.Elements)
        {
            var part = LowerMatched(element);
            ReadPlain(part);
            parts.Add(part);
        }

        return Value.Matched(parts.MoveToImmutable(), tuple);
    }

    /// <summary>Reads what <paramref name="pattern"/> looks at, and lets its variables stand for the parts of <paramref name="input"/> that it matches.</summary>
    private void Bind(IPatternOperation pattern, Value input)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                BindVariable(declaration.DeclaredSymbol, input, declaration);
                break;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                break;
            case IConstantPatternOperation or IRelationalPatternOperation:
                ReadPlain(input);
                break;
            case IRecursivePatternOperation recursive:
                var whole = BindVariable(recursive.DeclaredSymbol, input, recursive);
                foreach (var property in recursive.PropertySubpatterns)
                {
                    BindPart(property.Pattern, PartOf(whole, property));
                }

                BindDeconstruction(recursive, whole);
                break;
            case IListPatternOperation list:
                BindElements(list, BindVariable(list.DeclaredSymbol, input, list));
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

    private void BindPart(IPatternOperation pattern, Value part)
    {
        // What `_` and `var` match is not looked at.
        if (pattern is not (IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }))
        {
            Test(part);
        }

        Bind(pattern, part);
    }

    private void BindDeconstruction(IRecursivePatternOperation recursive, Value input)
    {
        var patterns = recursive.DeconstructionSubpatterns;
        if (patterns.IsEmpty)
        {
            return;
        }

        var parts = !input.Parts.IsDefaultOrEmpty ? input.Parts
            : recursive.DeconstructSymbol is IMethodSymbol method ? Deconstruct(input, method, recursive, patterns.Length)
            : TupleParts(input, recursive.Syntax);
        for (var i = 0; i < patterns.Length; i++)
        {
            BindPart(patterns[i], i < parts.Length ? parts[i].With(input.Parts.IsDefaultOrEmpty ? patterns[i].Syntax : parts[i].Syntax) : Value.Plain(patterns[i]));
        }
    }

    private void BindElements(IListPatternOperation list, Value input)
    {
        if (input.Type is not IArrayTypeSymbol)
        {
            ReadPlain(input);
        }

        var slice = -1;
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            slice = list.Patterns[i] is ISlicePatternOperation ? i : slice;
        }

        var count = list.Patterns.Length;
        var minLength = slice < 0 ? count : count - 1;
        for (var i = 0; i < count; i++)
        {
            var pattern = list.Patterns[i];
            var elements = i == slice ? ElementRange.Slice(slice, count - slice - 1, minLength)
                : slice >= 0 && i > slice ? ElementRange.FromEnd(count - i, minLength)
                : ElementRange.FromStart(i, minLength);
            if (pattern is ISlicePatternOperation { Pattern: var rest })
            {
                if (rest is not null)
                {
                    Bind(rest, SliceOf(input, list, (ISlicePatternOperation)pattern, elements));
                }
            }
            else
            {
                BindPart(pattern, ElementsOf(input, list, pattern, elements));
            }
        }
    }

    private Value SliceOf(Value input, IListPatternOperation list, ISlicePatternOperation slice, ElementRange elements) =>
        input.Type is not IArrayTypeSymbol && slice.SliceSymbol is { } symbol ? Get(input, symbol, slice) : ElementsOf(input, list, slice.Pattern!, elements);

    // A slice of an array is a new array with the same elements: they still belong to the old one.
    private Value ElementsOf(Value input, IListPatternOperation list, IPatternOperation pattern, ElementRange elements)
    {
        var isSlice = elements.Kind == ElementRangeKind.Slice;
        if (input.HasPlace && input.Type is IArrayTypeSymbol array && Types.IsMoveType(array))
        {
            return input.Project(Projection.ElementsAt(elements), isSlice ? array : array.ElementType, pattern.Syntax);
        }

        if (isSlice || list.IndexerSymbol is not IPropertySymbol { GetMethod: { } getter } || !Declares(pattern))
        {
            return Value.Plain(pattern);
        }

        var call = BeginCall(getter, pattern);
        PassReceiver(call, input);
        var element = Finish(call);
        return element.HasPlace ? Value.At(element.Place, getter.ReturnType, pattern.Syntax) : element;
    }

    /// <summary>Declares the variable of a pattern or of a <c>foreach</c> for <paramref name="input"/>.</summary>
    /// <returns>What the patterns inside look at.</returns>
    private Value BindVariable(ISymbol? declared, Value input, IOperation pattern)
    {
        if (declared is not ILocalSymbol symbol || TypeOwnership.IsScalar(symbol.Type))
        {
            return input;
        }

        if (!input.HasPlace)
        {
            Emit(new Assign(Origin(pattern.Syntax), new Place(Variable(symbol)), new Fresh(Mode.Plain)));
            return input;
        }

        KeepTemporary(input, symbol, pattern.Syntax);
        var isAssigned = _consumers.IsAssigned(symbol);
        if (!Types.IsMoveType(symbol.Type) && !Types.IsMoveType(input.Type))
        {
            if (isAssigned || _consumers.IsReassigned(_body.Locals[input.Place.Local].Symbol))
            {
                Emit(new Assign(Origin(pattern.Syntax), new Place(Variable(symbol)), new Fresh(Mode.Plain)));
            }
            else
            {
                _aliases[symbol] = input.Place;
            }

            return input;
        }

        var variable = new Place(Variable(symbol));
        var isExclusive = _inference.IsExclusive(pattern.Syntax);
        if (_inference.IsTaken(pattern.Syntax))
        {
            var operand = new Operand(OperandKind.Value, input.Place, Gives: false, MoveCause.Assigned, IsMoveType: true);
            Emit(new Assign(Origin(pattern.Syntax), variable, new Read(operand)) { Named = input.Named, Takes = true });
            return Value.At(variable, input.Type, input.Syntax);
        }

        Emit(new Assign(
            Origin(_body.Locals[input.Place.Local].Kind == LocalKind.Temporary ? _matched ?? input.Syntax : pattern.Syntax),
            variable,
            new Borrow(isExclusive ? BorrowKind.Exclusive : BorrowKind.Shared, input.Place, TwoPhase: false, Direct: false) { IsInferred = true })
        {
            WriteOrigin = Origin(pattern.Syntax),
            Named = input.Named ?? input.Place,
        });
        if (!isAssigned)
        {
            _names[symbol] = input;
        }

        // What is changed through the whole and through a part of it is changed through the whole.
        return isExclusive ? Naming(Value.At(variable, input.Type, input.Syntax), input) : input;
    }

    // A name of a plain type for a value of a move type is that value upcast.
    private Value Naming(Value variable, Value matched)
    {
        var value = variable.Naming(matched.Named ?? matched.Place);
        return Types.IsMoveType(variable.Type) || !Types.IsMoveType(matched.Type) ? value : Value.At(value.Place, matched.Type, value.Syntax).Upcast().Naming(value.Named!.Value);
    }

    // A value that only the pattern names lives as long as the statement, and as the name where that is used behind the statement.
    private void KeepTemporary(Value input, ILocalSymbol symbol, SyntaxNode pattern)
    {
        if (_body.Locals[input.Place.Local] is not { Kind: LocalKind.Temporary } temporary)
        {
            return;
        }

        temporary.IsTransient = false;
        if (_statementTemporaries.Remove(temporary.Index))
        {
            if (_matched is { } matched && !_inference.IsExtended(matched) && StatementAround(pattern) is { } statement)
            {
                _exits.DieBehind(statement, temporary.Index);
            }
            else
            {
                _exits.DieWith(symbol, temporary.Index, _region);
            }
        }
    }

    // The closest statement around an expression; none where that is a loop, whose condition is a scope of its own.
    private SyntaxNode? StatementAround(SyntaxNode expression)
    {
        IOperation? statement = null;
        IOperation? current = _graph.OriginalOperation;
        while (current is not null)
        {
            if (current is IConditionalOperation { Type: null } or IExpressionStatementOperation or IReturnOperation or IVariableDeclarationGroupOperation
                or IThrowOperation or ISwitchOperation or ILoopOperation or IUsingOperation or ILockOperation)
            {
                statement = current;
            }

            IOperation? next = null;
            foreach (var child in current.ChildOperations)
            {
                if (child.Syntax.Span.Contains(expression.Span))
                {
                    next = child;
                    break;
                }
            }

            current = next;
        }

        return statement is ILoopOperation ? null : statement?.Syntax;
    }

    private Value PartOf(Value input, IPropertySubpatternOperation subpattern)
    {
        var member = subpattern.Member;
        switch (member)
        {
            case IFieldReferenceOperation { Field: { IsStatic: false } field }:
                return Member(input, field.ContainingType, FieldLike.Canonical(field), member);
            case IPropertyReferenceOperation { Property: { IsStatic: false } property } when FieldLike.IsAutoProperty(property):
                return Member(input, property.ContainingType, property, member);
            case IPropertyReferenceOperation { Property: { IsStatic: false } getter }:
                return Get(input, getter, member);
            default:
                return Value.Plain(member);
        }
    }

    /// <summary>What a call of <paramref name="member"/>, a property or method, on <paramref name="input"/> gives.</summary>
    private Value Get(Value input, ISymbol member, IOperation operation)
    {
        var method = member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod;
        if (method is null || method.IsStatic)
        {
            ReadPlain(input);
            return Value.Plain(operation);
        }

        var call = BeginCall(method, operation);
        PassReceiver(call, input);
        var result = Finish(call);
        return result.HasPlace ? Value.At(result.Place, method.ReturnType, operation.Syntax) : result;
    }

    private static bool Declares(IPatternOperation pattern)
    {
        var declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (declared is ILocalSymbol symbol && !TypeOwnership.IsScalar(symbol.Type))
        {
            return true;
        }

        foreach (var child in pattern.ChildOperations)
        {
            if ((child is IPatternOperation inner && Declares(inner)) || (child is IPropertySubpatternOperation { Pattern: var part } && Declares(part)))
            {
                return true;
            }
        }

        return false;
    }
}
