using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

// Values that may be missing, and what looks into them.
internal sealed partial class FunctionGenerator
{
    private Node DeclareOption()
    {
        var value = OptionValue();
        var variable = Bring(New(Holding.Owned, TwinType.OptionalPart));
        variable.IsNone = value.CSharp is "null";
        return Node.Line("option", Code.Of("let mut {0}: Option<Part> = {1};", "Part {0} = {1};", Code.Of(variable), value), variable);
    }

    private Node? AssignOption()
    {
        var value = OptionValue();
        if (Place(TwinType.OptionalPart, Access.Set) is not { } place)
            return null;
        place.Root.IsNone = place.IsWhole && value.CSharp is "null";
        return Node.Line("assign option", Code.Of("{0} = {1};", "{0} = {1};", place.Code, value));
    }

    private Code OptionValue() =>
        OneOf<Code>(
            (3, () => Code.Of("None", "null")),
            (4, () => Code.Of("Some({0})", "{0}", Owned(TwinType.Part, mayBeBehindBorrow: false, 1))),
            (2, () => TakenOption()),
            (2, () => Place(TwinType.OptionalPart, Access.Change, HasReference) is { } place ? Code.Of("std::mem::take(&mut {0})", "Own.Take(ref {0})", place.Code) : null))
        ?.Borrowing() ?? Code.Of("None", "null");

    // What is moved out of a place that is assigned null behind it is taken, in C# alone.
    private Code? TakenOption() => Place(TwinType.OptionalPart, Access.Take, place => place.Root.Holding == Holding.Owned)?.Code;

    private Node? UseOption() =>
        _random.Next(4) switch
        {
            0 => Place(TwinType.OptionalPart, Access.Look) is { } seen
                ? Node.Line("see option", Code.Of("see({0}.as_ref().unwrap());", "See({0});", seen.Code)) : null,
            1 => Place(TwinType.OptionalPart, Access.Change) is { } edited
                ? Node.Line("edit option", Code.Of("edit({0}.as_mut().unwrap());", "Edit({0});", edited.Code)) : null,
            2 => TakenOption() is { } taken ? Node.Line("move option", Code.Of("eat({0});", "Eat({0});", taken)) : null,
            _ => CoalesceOption(),
        };

    private Node? CoalesceOption()
    {
        if (TakenOption() is not { } taken)
            return null;
        var other = Made(TwinType.Part);
        var part = Bring(New(Holding.Owned, TwinType.Part));
        return Node.Line("coalesce", Code.Of("let mut {0} = {1}.unwrap_or_else(|| {2});", "var {0} = {1} ?? {2};", Code.Of(part), taken, other), part);
    }

    private Node? IfSome()
    {
        if (Matched() is not var (head, variable))
            return null;
        var sections = ImmutableArray.CreateBuilder<Section>();
        var isSwitch = Chance(0.4);
        var outer = _mayBreak;
        _mayBreak &= !isSwitch;
        if (isSwitch)
        {
            // The `switch` itself reads nothing in C#.
            sections.Add(new Section(
                Code.Of("match {1} { Some({0}) => {{2}", "switch ({1}) { case { } {0}: {{2}", Code.Of(variable), head.Matched, head.Use), Block(1, 3, variable)));
            sections.Add(new Section(Code.Of("} None => {", "break; } case null: {"), Block(0, 2)));
        }
        else
        {
            sections.Add(new Section(Code.Of("if let Some({0}) = {1} {{2}", "if ({1} is { } {0}) {{2}", Code.Of(variable), head.Matched, head.Use), Block(1, 3, variable)));
            if (Chance(0.5))
                sections.Add(new Section(Code.Of("} else {", "} else {"), Block(1, 2)));
        }

        _mayBreak = outer;
        return new Node(isSwitch ? "switch over option" : "if option", sections.ToImmutable(), isSwitch ? Code.Of("} }", "break; } }") : Code.Of("}", "}"), [variable]);
    }

    /// <summary>What is matched and how: looked at, changed, or taken by the first use of its name.</summary>
    private ((Code Matched, Code Use) Head, Variable Variable)? Matched()
    {
        switch (_random.Next(3))
        {
            case 0:
            {
                if (Place(TwinType.OptionalPart, Access.Look) is not { } place)
                    return null;
                var variable = Inferred(Holding.Shared, TwinType.Part, isPattern: true);
                Point(variable, place.Code);
                return ((Code.Of("&{0}", "{0}", place.Code), Code.Of("", "")), variable);
            }

            case 1:
            {
                if (Place(TwinType.OptionalPart, Access.Change) is not { } place)
                    return null;
                var variable = Inferred(Holding.Exclusive, TwinType.Part, isPattern: true);
                Point(variable, place.Code);
                return ((Code.Of("&mut {0}", "{0}", place.Code), Code.Of(" edit(&mut *{0});", " Edit({0});", Code.Of(variable))), variable);
            }

            default:
            {
                // Of an object that is taken apart already Rust tells one use for all cases, or several.
                if (Place(TwinType.OptionalPart, Access.Take, place => place.Root.Holding == Holding.Owned && (place.IsWhole || place.Root.Moved.Count == 0))?.Code is not { } taken)
                    return null;
                var variable = Inferred(Holding.Owned, TwinType.Part, isPattern: true);
                variable.Moved.Add("");
                return ((taken, Code.Of(" eat({0});", " Eat({0});", Code.Of(variable))), variable);
            }
        }
    }
}
