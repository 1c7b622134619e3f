namespace RustVsGo.Conformance.RandomTwins;

// A move type that is a struct: C# borrows it by reference alone.
internal sealed partial class FunctionGenerator
{
    private Node? TicketStatement() =>
        OneOf<Node>(
            (2, () => Declare(TwinType.Ticket)),
            (2, () => Node.Line("move struct", Code.Of("eat({0});", "Eat({0});", Owned(TwinType.Ticket, mayBeBehindBorrow: true)))),
            (2, () => Owned(TwinType.Ticket, mayBeBehindBorrow: false) is var value && Place(TwinType.Ticket, Access.Set) is { } place
                ? Node.Line("assign struct", Code.Of("{0} = {1};", "{0} = {1};", place.Code, value)) : null),
            (2, () => Place(TwinType.Ticket, Access.Look, place => HasReference(place) || (place.IsWhole && place.Root.Holding == Holding.ReadOnlyReference)) is { } place
                ? Node.Line("see struct", Code.Of("see(&{0});", "See(in {0});", place.Code)) : null),
            (2, () => Place(TwinType.Ticket, Access.Change, HasReference) is { } place
                ? Node.Line("edit struct", Code.Of("edit(&mut {0});", "Edit(ref {0});", place.Code)) : null),
            (2, () => Place(TwinType.Ticket, Access.Change) is { } place ? Node.Line("touch struct", Code.Of("{0}.touch();", "{0}.Touch();", Receiver(place))) : null),
            (2, () => Place(TwinType.Ticket, Access.Look) is { } place ? Node.Line("number of struct", Code.Of("num({0}.peek());", "Num({0}.Peek());", Receiver(place))) : null),
            (2, () => DeclareReference(TwinType.Ticket)));
}
