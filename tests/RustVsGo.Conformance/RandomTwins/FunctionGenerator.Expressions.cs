namespace RustVsGo.Conformance.RandomTwins;

// Expressions, by what they give: a value, a borrow, a number or a condition.
internal sealed partial class FunctionGenerator
{
    /// <summary>A value of a move type that whoever evaluates it owns.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mayBeBehindBorrow">Whether the position moves what a variable that borrows stands for; a declaration only copies the borrow.</param>
    /// <param name="depth">How much may still be nested.</param>
    private Code Owned(TwinType type, bool mayBeBehindBorrow, int depth = 2) =>
        OneOf<Code>(
            (5 * _flavour.Moves, () => Place(type, Access.Take, place => mayBeBehindBorrow || !(place.IsWhole && place.Root.IsReference))?.Code),
            (3, () => Made(type)),
            (1.5, () => Place(type, Access.Look) is { } place ? Code.Of("{0}.dup()", "{0}.Dup()", Receiver(place)) : null),
            (depth > 0 ? 1 : 0, () => Code.Of("pass({0})", "Pass({0})", Owned(type, mayBeBehindBorrow: true, depth - 1))),
            (_flavour.Moves, () => Finished(type)),
            (0.6 * _flavour.Moves, () => Place(type, Access.Take) is { } place ? Code.Of("{0}.step()", "{0}.Step()", Receiver(place)) : null),
            (1, () => Place(type, Access.Change, HasReference) is { } place
                ? type == TwinType.Res ? null : Code.Of("std::mem::take(&mut {0})", "Own.Take(ref {0})", place.Code) : null),
            (1, () => depth > 0 && Place(type, Access.Change, HasReference) is { } place
                ? Code.Of("std::mem::replace(&mut {0}, {1})", "Own.Replace(ref {0}, {1})", place.Code, Made(type)) : null),
            (depth > 0 ? 0.7 : 0, () => Choice(Owned(type, mayBeBehindBorrow: false, 0), Owned(type, mayBeBehindBorrow: false, 0))),
            (depth > 0 && type == TwinType.Data ? 1 : 0, () => Code.Of(
                "Data { a: {0}, b: {1}, extra: None, n: 0 }", "new Data { A = {0}, B = {1} }",
                Owned(TwinType.Part, mayBeBehindBorrow: true, 0), Owned(TwinType.Part, mayBeBehindBorrow: true, 0))),
            (type == TwinType.Part ? 1 : 0, () => Place(TwinType.Bag, Access.Change) is { } bag ? Code.Of("{0}.pop()", "{0}.Pop()", Receiver(bag)) : null))
        ?.Borrowing() ?? Made(type);

    private static Code Made(TwinType type) => Code.Of($"make::<{type.Name}>()", $"Make{type.Name}()");

    private Code? Finished(TwinType type)
    {
        var of = TwinType.All.FirstOrDefault(other => other.Finish == type);
        return of is not null && Place(of, Access.Take) is { } place ? Code.Of("{0}.finish()", "{0}.Finish()", Receiver(place)) : null;
    }

    /// <summary>One of two values; what is chosen is decided at run time.</summary>
    private Code Choice(Code first, Code second) =>
        Chance(0.6)
            ? Code.Of("if {2} { {0} } else { {1} }", "({2} ? {0} : {1})", first, second, Condition())
            : Code.Of("match three() { 0 => {0}, _ => {1} }", "(Three() switch { 0 => {0}, _ => {1} })", first, second);

    /// <summary>A shared borrow.</summary>
    private Code? Shared(TwinType type, Position position, int depth = 1) =>
        OneOf<Code>(
            (6, () => Place(type, Access.Look) is { } place ? Borrow(place, position) : null),
            (3, () => Holder(Holding.Shared, type) is { } variable ? Use(variable, Access.Look) : null),
            (3, () => View(type)),
            (1, () => Place(type, Access.Look) is { } place ? Code.Of("{0}.same()", "{0}.Same()", Receiver(place)) : null),
            (depth > 0 ? 1 : 0, () => TwoBorrows(type) is { } two ? Any(Code.Of("pick({0})", "Pick({0})", two), Code.Of("first({0})", "First({0})", two)) : null),
            (type == TwinType.Part ? 1.5 : 0, () => Place(TwinType.Bag, Access.Look) is { } bag ? Code.Of("{0}.get(0)", "{0}.Get(0)", Receiver(bag)) : null),
            (type == TwinType.Part ? 2 : 0, () => Holder(Holding.Cursor) is { } cursor ? Code.Of("{0}.look()", "{0}.Look()", Use(cursor, Access.Look)) : null),
            (depth > 0 && position == Position.Bound ? 1 : 0, () => Shared(type, position, 0) is { } first && Shared(type, position, 0) is { } second ? Choice(first, second) : null),
            (MayBeTemporary(position, depth) ? 0.5 : 0, () => OfTemporary(type, "view", "View")));

    /// <summary>An exclusive borrow.</summary>
    private Code? Exclusive(TwinType type, Position position, int depth = 1) =>
        OneOf<Code>(
            (6, () => Place(type, Access.Change) is { } place ? BorrowMut(place, position) : null),
            (3, () => Viewed(type) is { } of && Place(of, Access.Change) is { } place ? Code.Of("{0}.view_mut()", "{0}.ViewMut()", Receiver(place)) : null),
            (1, () => Place(type, Access.Change) is { } place ? Code.Of("{0}.same_mut()", "{0}.SameMut()", Receiver(place)) : null),
            (depth > 0 ? 0.7 : 0, () => Place(type, Access.Change) is { } first && Place(type, Access.Change, Beside(first)) is { } second
                ? Code.Of("pick_mut({0}, {1})", "PickMut({0}, {1})", BorrowMut(first, Position.Argument), BorrowMut(second, Position.Argument)) : null),
            (type == TwinType.Part ? 1.5 : 0, () => Place(TwinType.Bag, Access.Change) is { } bag ? Code.Of("{0}.get_mut(0)", "{0}.GetMut(0)", Receiver(bag)) : null),
            (depth > 0 && position == Position.Bound ? 1 : 0, () => Exclusive(type, position, 0) is { } first && Exclusive(type, position, 0) is { } second ? Choice(first, second) : null),
            (MayBeTemporary(position, depth) ? 0.3 : 0, () => OfTemporary(type, "view_mut", "ViewMut")));

    // The temporaries of a branch end with the branch in Rust, with the statement in C#.
    private bool MayBeTemporary(Position position, int depth) => depth > 0 && (position == Position.Argument || !Chance(_flavour.Care));

    private Code? View(TwinType type) =>
        Viewed(type) is { } of && Place(of, Access.Look) is { } place ? Code.Of("{0}.view()", "{0}.View()", Receiver(place)) : null;

    private TwinType? Viewed(TwinType type) => type == TwinType.Data ? TwinType.Outer : type == TwinType.Part ? Any(TwinType.Data, TwinType.Data, TwinType.Res) : null;

    private Code? OfTemporary(TwinType type, string inRust, string inCSharp) =>
        Viewed(type) is { } of ? Code.Of($"{{0}}.{inRust}()", $"{{0}}.{inCSharp}()", Made(of)) : null;

    /// <summary>Two arguments that borrow. Only places: what is called between them would see the first borrow in Rust alone.</summary>
    private Code? TwoBorrows(TwinType type) =>
        Place(type, Access.Look) is { } first && Place(type, Access.Look) is { } second
            ? Code.Of("{0}, {1}", "{0}, {1}", Borrow(first, Position.Argument), Borrow(second, Position.Argument)) : null;

    /// <summary>Allows, if the generator takes care, only places apart from <paramref name="first"/>.</summary>
    private Func<Place, bool> Beside(Place first)
    {
        var isCareful = Chance(_flavour.Care);
        return place => !isCareful
            || (place.Root == first.Root ? !IsPrefix(place.Path, first.Path) && !IsPrefix(first.Path, place.Path)
                : !place.Root.Sources.Contains(first.Root) && !first.Root.Sources.Contains(place.Root));
    }

    private static Code Borrow(Place place, Position position) => Code.Of("&{0}", position == Position.Bound ? "Own.Borrow({0})" : "{0}", place.Code);

    private static Code BorrowMut(Place place, Position position) => Code.Of("&mut {0}", position == Position.Bound ? "Own.BorrowMut({0})" : "{0}", place.Code);

    /// <summary>A place before a dot.</summary>
    private static Code Receiver(Place place) => place.IsWhole && place.Root.IsReference ? Code.Of(place.Root) : place.Code;

    private Code Use(Variable variable, Access access)
    {
        Disturb(variable, access);
        return Code.Of(variable);
    }

    /// <summary>A number.</summary>
    private Code Number(int depth = 1) =>
        OneOf<Code>(
            (4, () => AnyPlace(Access.Look) is { } place ? Code.Of("{0}.peek()", "{0}.Peek()", Receiver(place)) : null),
            (3, () => NumberPlace(Access.Look)),
            (1, () => Holder(Any(Holding.Cursor, Holding.Editor, Holding.Guard)) is { } carrier ? Code.Of("{0}.peek()", "{0}.Peek()", Use(carrier, Access.Look)) : null),
            (1, () => AnyType() is var type && Place(type, Access.Look) is { } place && Place(type, Access.Look) is { } other
                ? Code.Of("{0}.compare(&{1})", "{0}.Compare({1})", Receiver(place), other.Code) : null),
            (1, () => AnyType() is var type && Shared(type, Position.Argument) is { } borrow && borrow.Rust.EndsWith(')') ? Code.Of("{0}.peek()", "{0}.Peek()", borrow) : null),
            (depth > 0 ? 1 : 0, () => Code.Of("{0} + {1}", "{0} + {1}", Number(0), Number(0))))
        ?.Borrowing() ?? Code.Of("1", "1");

    /// <summary>A place that holds a number.</summary>
    private Code? NumberPlace(Access access) =>
        OneOf<Code>(
            (4, () => AnyPlace(access == Access.Set ? Access.Change : access) is { } place ? Code.Of("{0}.n", "{0}.N", Receiver(place)) : null),
            (1, () => Holder(Holding.Number) is { } number ? Use(number, access) : null),
            (1, () => Holder(Holding.NumberReference) is { } number ? Code.Of("*{0}", "{0}", Use(number, access)) : null));

    private Code Condition() =>
        OneOf<Code>(
            (6, () => Code.Of("cond()", "Cond()")),
            (3, () => AnyPlace(Access.Look) is { } place ? Code.Of("{0}.peek() > 0", "{0}.Peek() > 0", Receiver(place)).Borrowing() : null),
            (0.5, () => AnyPlace(Access.Take) is { } place ? Code.Of("takes({0})", "Takes({0})", place.Code).Borrowing() : null),
            (0.5, () => AnyPlace(Access.Take) is { } place
                ? Any(Code.Of("cond() && takes({0})", "Cond() && Takes({0})", place.Code), Code.Of("cond() || takes({0})", "Cond() || Takes({0})", place.Code)).Borrowing() : null))
        ?? Code.Of("cond()", "Cond()");
}
