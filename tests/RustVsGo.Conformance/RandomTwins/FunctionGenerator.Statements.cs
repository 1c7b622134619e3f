using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

// Statements without blocks.
internal sealed partial class FunctionGenerator
{
    private Node? Statement() =>
        OneOf<Node>(
            (4, () => Declare(AnyType())),
            (5 * _flavour.Moves, Eat),
            (4 * _flavour.Moves, Assign),
            (8, See),
            (5, Edit),
            (4, Touch),
            (3, () => Node.Line("number", Code.Of("num({0});", "Num({0});", Number()))),
            (3, SetNumber),
            (6 * _flavour.Borrows, DeclareShared),
            (4 * _flavour.Borrows, DeclareExclusive),
            (4 * _flavour.Borrows, Repoint),
            (2 * _flavour.Borrows, DeclareReference),
            (1 * _flavour.Borrows, RepointReference),
            (7 * _flavour.Borrows, UseBorrow),
            (2, TwoArguments),
            (3, CallWithArgument),
            (2, CallByReference),
            (1.2, DeclareNumber),
            (1.2, DeclareArray),
            (1, DeclarePair),
            (1, Deconstruct),
            (0.5, Exchange),
            (1, DeclareUsing),
            (1, Drop),
            (1.5, DeclareCarrier),
            (1, TouchCarrier),
            (1, Return),
            (6, UseDangling),
            (0.7, DeclareLater),
            (0.7 * _flavour.Borrows, DeclareTwoBorrows),
            (1.5, DeclareClosure),
            (9, CallClosure),
            (0.6, LendClosure),
            (0.8, KeepClosure),
            (1, DeclareList),
            (8, UseList),
            (1, DeclareOption),
            (1, AssignOption),
            (1.5, UseOption),
            (1.5, TicketStatement));

    private Node Declare(TwinType type)
    {
        var value = Owned(type, mayBeBehindBorrow: false);
        var variable = Bring(New(Holding.Owned, type));
        return Chance(0.1)
            ? Node.Line("out variable", Code.Of($"let mut {{0}} = make::<{type.Name}>();", $"Make(out {type.Name} {{0}});", Code.Of(variable)), variable)
            : Node.Line("declare", Code.Of("let mut {0} = {1};", "var {0} = {1};", Code.Of(variable), value), variable);
    }

    private Node DeclareLater()
    {
        var type = AnyType();
        Code first = Owned(type, mayBeBehindBorrow: false, 1), second = Owned(type, mayBeBehindBorrow: false, 1);
        var variable = Bring(New(Holding.Owned, type));
        return Node.Line(
            "declare later",
            Code.Of($"let mut {{0}}; if cond() {{ {{0}} = {{1}}; }} else {{ {{0}} = {{2}}; }}", $"{type.Name} {{0}}; if (Cond()) {{ {{0}} = {{1}}; }} else {{ {{0}} = {{2}}; }}", Code.Of(variable), first, second),
            variable);
    }

    private Node? DeclareTwoBorrows()
    {
        if (Place(TwinType.Data, Access.Look) is not { } first || Place(TwinType.Part, Access.Change, Beside(first)) is not { } second)
            return null;
        Code shared = Borrow(first, Position.Bound), exclusive = BorrowMut(second, Position.Bound);
        var reader = Bring(New(Holding.Shared, TwinType.Data), shared);
        var writer = Bring(New(Holding.Exclusive, TwinType.Part), exclusive);
        return Node.Line("tuple of borrows", Code.Of("let (mut {0}, mut {1}) = ({2}, {3});", "var ({0}, {1}) = ({2}, {3});", Code.Of(reader), Code.Of(writer), shared, exclusive), reader, writer);
    }

    private Node Eat() => Node.Line("move", Code.Of("eat({0});", "Eat({0});", Owned(AnyType(), mayBeBehindBorrow: true)));

    private Node? Assign()
    {
        var type = AnyType();
        if (Chance(0.15))
            return Place(type, Access.Set, HasReference) is { } target ? Node.Line("out", Code.Of($"{{0}} = make::<{type.Name}>();", "Make(out {0});", target.Code)) : null;
        // A variable that is assigned a borrow holds that borrow.
        var toVariable = Chance(0.5);
        var value = Owned(type, mayBeBehindBorrow: !toVariable);
        return Place(type, Access.Set, place => place.IsWhole == toVariable) is { } place ? Node.Line(place.IsWhole ? "assign" : "assign field", Code.Of("{0} = {1};", "{0} = {1};", place.Code, value)) : null;
    }

    private Node? See() => Shared(AnyType(), Position.Argument) is { } borrow ? Node.Line("see", Code.Of("see({0});", "See({0});", borrow)) : null;

    private Node? Edit() => Exclusive(AnyType(), Position.Argument) is { } borrow ? Node.Line("edit", Code.Of("edit({0});", "Edit({0});", borrow)) : null;

    private Node? Touch() => AnyPlace(Access.Change) is { } place ? Node.Line("touch", Code.Of("{0}.touch();", "{0}.Touch();", Receiver(place))) : null;

    private Node? SetNumber()
    {
        var value = Number();
        return NumberPlace(Access.Set) is not { } place ? null
            : Chance(0.3) ? Node.Line("compound", Code.Of("{0} += {1};", "{0} += {1};", place, value))
            : Node.Line("set number", Code.Of("{0} = {1};", "{0} = {1};", place, value));
    }

    private Node? DeclareShared()
    {
        var type = AnyType();
        if (Shared(type, Position.Bound) is not { } value)
            return null;
        var variable = Bring(New(Holding.Shared, type), value);
        return Node.Line("borrow", Code.Of($"let mut {{0}}: &{type.Name} = {{1}};", "var {0} = {1};", Code.Of(variable), value), variable);
    }

    private Node? DeclareExclusive()
    {
        var type = AnyType();
        if (Exclusive(type, Position.Bound) is not { } value)
            return null;
        var variable = Bring(New(Holding.Exclusive, type), value);
        return Node.Line("borrow mut", Code.Of($"let mut {{0}}: &mut {type.Name} = {{1}};", "var {0} = {1};", Code.Of(variable), value), variable);
    }

    private Node? Repoint()
    {
        var holding = Any(Holding.Shared, Holding.Shared, Holding.Exclusive);
        if (Holder(holding, mayBeStale: true) is not { IsReadOnly: false } variable)
            return null;
        if ((holding == Holding.Shared ? Shared(variable.Type!, Position.Bound) : Exclusive(variable.Type!, Position.Bound)) is not { } value)
            return null;
        Point(variable, value);
        return Node.Line(holding == Holding.Shared ? "repoint" : "repoint mut", Code.Of("{0} = {1};", "{0} = {1};", Code.Of(variable), value));
    }

    private Node? DeclareReference() => DeclareReference(AnyType());

    private Node? DeclareReference(TwinType type)
    {
        if (Chance(0.4))
        {
            if (Place(type, Access.Look, HasReference) is not { } seen)
                return null;
            var reader = Bring(New(Holding.ReadOnlyReference, type, isReadOnly: true), seen.Code);
            return Node.Line("ref readonly", Code.Of("let mut {0} = &{1};", "ref readonly var {0} = ref {1};", Code.Of(reader), seen.Code), reader);
        }

        if (Place(type, Access.Change, HasReference) is not { } place)
            return null;
        var variable = Bring(New(Holding.Reference, type), place.Code);
        return Node.Line("ref", Code.Of("let mut {0} = &mut {1};", "ref var {0} = ref {1};", Code.Of(variable), place.Code), variable);
    }

    // Only to fields of objects: C# asks that what a `ref` variable is pointed to lives as long as what it was declared with.
    private Node? RepointReference()
    {
        var holding = Any(Holding.Reference, Holding.ReadOnlyReference);
        if (Holder(holding, mayBeStale: true) is not { IsElement: false } variable || Visible.Any(other => other == variable && variable.Name.StartsWith('a')))
            return null;
        if (Place(variable.Type!, holding == Holding.Reference ? Access.Change : Access.Look, place => place.Path.Contains('.') && HasReference(place) && place.Root.Holding != Holding.Pair) is not { } target)
            return null;
        Point(variable, target.Code);
        return Node.Line("repoint ref", Code.Of(holding == Holding.Reference ? "{0} = &mut {1};" : "{0} = &{1};", "{0} = ref {1};", Code.Of(variable), target.Code));
    }

    /// <summary>The use that borrows are for.</summary>
    private Node? UseBorrow() =>
        Holder(Any(Holding.Shared, Holding.Shared, Holding.Exclusive, Holding.Reference, Holding.ReadOnlyReference)) is { } variable ? UseBorrow(variable) : null;

    private Node UseBorrow(Variable variable)
    {
        var access = variable.IsExclusive && Chance(0.7) ? Access.Change : Access.Look;
        var code = Use(variable, access);
        return (access, Chance(0.5)) switch
        {
            (Access.Change, true) when variable.Type!.IsStruct => Node.Line("use", Code.Of("edit(&mut *{0});", "Edit(ref {0});", code)),
            (_, true) when variable.Type!.IsStruct => Node.Line("use", Code.Of("see(&*{0});", "See(in {0});", code)),
            (Access.Change, true) => Node.Line("use", Code.Of("edit(&mut *{0});", "Edit({0});", code)),
            (Access.Change, _) => Node.Line("use", Code.Of("{0}.touch();", "{0}.Touch();", code)),
            (_, true) => Node.Line("use", Code.Of("see(&*{0});", "See({0});", code)),
            _ => Node.Line("use", Code.Of("num({0}.peek());", "Num({0}.Peek());", code)),
        };
    }

    /// <summary>A use of what borrows from a scope that ended.</summary>
    private Node? UseDangling() =>
        Visible.FirstOrDefault(variable => variable.IsDangling) is { } variable && Chance(0.5) ? UseBorrow(variable) : null;

    /// <summary>A mistake, whatever happened before.</summary>
    private ImmutableArray<Node> Misuse()
    {
        var borrow = Holder(Any(Holding.Shared, Holding.ReadOnlyReference)) is { IsInferred: false, IsOfDelegate: false, Type.IsStruct: false } named ? named : null;
        return _random.Next(9) switch
        {
            0 when _captures is null && Holder(Holding.Array) is { } array => [Node.Line("misuse", Code.Of("eat({0}[0]);", "Eat({0}[0]);", Code.Of(array)))],
            1 when (Holder(Holding.Using) ?? Holder(Holding.Owned, TwinType.Res)) is { } resource =>
                [Node.Line("misuse", Code.Of("eat({0}.p);", "Eat({0}.P);", Code.Of(resource)))],
            2 when borrow is not null => [Node.Line("misuse", Code.Of("{0}.touch();", "{0}.Touch();", Code.Of(borrow)))],
            3 when borrow is not null => [Node.Line("misuse", Code.Of("{0}.n = 1;", "{0}.N = 1;", Code.Of(borrow)))],
            // "A captured variable that holds a borrow is copied or reborrowed": Rust takes the borrow itself, and misses it later.
            4 when _captures is null && Visible.FirstOrDefault(variable => variable is { IsReference: true, IsPattern: false, IsOfDelegate: false, Type: not null }) is { } behind =>
                [Node.Line("misuse", Code.Of("eat(*{0});", "Eat({0});", Use(behind, Access.Take)))],
            5 when OfTemporary(TwinType.Part, "view", "View") is { } temporary => Borrowing(temporary, [], TwinType.Part),
            6 when Visible.FirstOrDefault(variable => variable is { Holding: Holding.Owned, IsPattern: false, Moved.Count: > 0 } && variable.Type!.Content is null && !variable.Type.IsStruct) is { } moved =>
                [Node.Line("misuse", Code.Of("see(&{0});", "See({0});", Code.Of(moved)))],
            7 when Holder(Holding.Owned) is { IsPattern: false, Type: { IsStruct: false, Content: null } } seen =>
                Borrowing(Code.Of("{0}.same()", "{0}.Same()", Code.Of(seen)), [Node.Line("misuse", Any(Code.Of("eat({0});", "Eat({0});", Code.Of(seen)), Code.Of("{0}.n = 1;", "{0}.N = 1;", Code.Of(seen))))], seen.Type!),
            8 when Holder(Holding.Owned) is { IsReadOnly: false, Type: { IsStruct: false, Content: null } } assigned =>
                Borrowing(Code.Of("&{0}", "Own.Borrow({0})", Code.Of(assigned)), [Node.Line("misuse", Code.Of("{0} = {1};", "{0} = {1};", Code.Of(assigned), Made(assigned.Type!)))], assigned.Type!),
            _ => [],
        };

        // Something between a borrow and its use.
        ImmutableArray<Node> Borrowing(Code value, ImmutableArray<Node> between, TwinType type)
        {
            var variable = Bring(New(Holding.Shared, type), value);
            variable.IsStale = true;
            return
            [
                Node.Line("misuse", Code.Of("let mut {0} = {1};", "var {0} = {1};", Code.Of(variable), value), variable),
                .. between,
                Node.Line("misuse", Code.Of("see({0});", "See({0});", Code.Of(variable))),
            ];
        }
    }

    private Node? TwoArguments()
    {
        var type = AnyType();
        switch (_random.Next(4))
        {
            case 0:
                return TwoBorrows(type) is { } both ? Node.Line("two borrows", Code.Of("both({0});", "Both({0});", both)) : null;
            case 1:
                return Place(type, Access.Change) is { } changed && Place(type, Access.Look, Beside(changed)) is { } seen
                    ? Node.Line("clash", Code.Of("clash({0}, {1});", "Clash({0}, {1});", BorrowMut(changed, Position.Argument), Borrow(seen, Position.Argument))) : null;
            case 2:
                return Place(type, Access.Change) is { } first && Place(type, Access.Change, Beside(first)) is { } second
                    ? Node.Line("swap", Code.Of("swap({0}, {1});", "Swap({0}, {1});", BorrowMut(first, Position.Argument), BorrowMut(second, Position.Argument))) : null;
            default:
                return Place(type, Access.Change) is { } fed
                    ? Node.Line("feed", Code.Of("feed({0}, {1});", "Feed({0}, {1});", BorrowMut(fed, Position.Argument), Place(type, Access.Take, Beside(fed))?.Code ?? Made(type))) : null;
        }
    }

    // The receiver is reserved before the arguments are evaluated and activated after them; they read nothing but owners and it.
    private Node? CallWithArgument()
    {
        if (AnyPlace(Access.Change) is not { } place)
            return null;
        var receiver = Receiver(place);
        return _random.Next(5) switch
        {
            0 => Node.Line("two phases", Code.Of("{0}.mix({0}.n);", "{0}.Mix({0}.N);", receiver)),
            1 => AnyPlace(Access.Look, other => other.Root.Holding == Holding.Owned || other.Root == place.Root) is { } other
                ? Node.Line("two phases", Code.Of("{0}.mix({1}.peek());", "{0}.Mix({1}.Peek());", receiver, Receiver(other))) : null,
            2 => Place(place.Type, Access.Look, Beside(place)) is { } met
                ? Node.Line("meld", Code.Of("{0}.meld(&{1});", "{0}.Meld({1});", receiver, met.Code)) : null,
            3 => Place(place.Type, Access.Take, Beside(place)) is { Root.Holding: Holding.Owned } absorbed
                ? Node.Line("absorb", Code.Of("{0}.absorb({1});", "{0}.Absorb({1});", receiver, absorbed.Code)) : null,
            _ => Place(TwinType.Bag, Access.Change) is { } bag
                ? Node.Line("push", Code.Of("{0}.push({1});", "{0}.Push({1});", Receiver(bag), Place(TwinType.Part, Access.Take, part => part.Root.Holding == Holding.Owned)?.Code ?? Made(TwinType.Part))) : null,
        };
    }

    private Node? CallByReference()
    {
        var type = AnyType();
        return Chance(0.4)
            ? Place(type, Access.Look, place => HasReference(place) || (place.IsWhole && place.Root.IsReadOnly && place.Root.CSharpName != "this")) is { } seen ? Node.Line("in", Code.Of("see(&{0});", "Peer(in {0});", seen.Code)) : null
            : Place(type, Access.Change, HasReference) is { } place ? Node.Line("ref argument", Code.Of("fill(&mut {0});", "Fill(ref {0});", place.Code)) : null;
    }

    private Node? DeclareNumber()
    {
        if (Chance(0.4))
        {
            var value = Number();
            var number = Bring(New(Holding.Number, null));
            return Node.Line("declare number", Code.Of("let mut {0} = {1};", "var {0} = {1};", Code.Of(number), value), number);
        }

        if (NumberPlace(Access.Change) is not { } place || !place.Rust.EndsWith(".n", StringComparison.Ordinal))
            return null;
        var variable = Bring(New(Holding.NumberReference, null), place);
        return Node.Line("ref number", Code.Of("let mut {0} = &mut {1};", "ref var {0} = ref {1};", Code.Of(variable), place), variable);
    }

    // A tuple or an array in a variable may hold borrows, as a variable may.
    private Node DeclareArray()
    {
        var type = AnyType();
        var first = Owned(type, mayBeBehindBorrow: false, 1);
        var second = Owned(type, mayBeBehindBorrow: false, 1);
        var array = Bring(New(Holding.Array, type));
        return Node.Line("array", Code.Of("let mut {0} = [{1}, {2}];", "var {0} = new[] { {1}, {2} };", Code.Of(array), first, second), array);
    }

    private Node DeclarePair()
    {
        var first = Owned(TwinType.Data, mayBeBehindBorrow: false, 1);
        var second = Owned(TwinType.Part, mayBeBehindBorrow: false, 1);
        var pair = Bring(New(Holding.Pair, null));
        return Node.Line("tuple", Code.Of("let mut {0} = ({1}, {2});", "var {0} = ({1}, {2});", Code.Of(pair), first, second), pair);
    }

    private Node? Deconstruct()
    {
        if (Holder(Holding.Pair) is not { } pair || (Chance(_flavour.Care) && (pair.Moved.Count > 0 || pair.LoopDepth != _loops)))
            return null;
        pair.Moved.Add("");
        Disturb(pair, Access.Take);
        var data = Bring(New(Holding.Owned, TwinType.Data));
        var part = Bring(New(Holding.Owned, TwinType.Part));
        return Node.Line("deconstruct", Code.Of("let (mut {0}, mut {1}) = {2};", "var ({0}, {1}) = {2};", Code.Of(data), Code.Of(part), Code.Of(pair)), data, part);
    }

    private Node? Exchange()
    {
        var type = AnyType();
        if (Place(type, Access.Take, place => place.IsWhole && place.Root is { Holding: Holding.Owned, IsReadOnly: false }) is not { } first
            || Place(type, Access.Take, place => place.IsWhole && place.Root is { Holding: Holding.Owned, IsReadOnly: false } && place.Root != first.Root) is not { } second)
            return null;
        Remember(first, Access.Set);
        Remember(second, Access.Set);
        return Node.Line("exchange", Code.Of("({0}, {1}) = ({1}, {0});", "({0}, {1}) = ({1}, {0});", first.Code, second.Code));
    }

    private Node? DeclareUsing()
    {
        if (Chance(0.5))
        {
            var resource = Bring(New(Holding.Using, TwinType.Res, isReadOnly: true));
            return Node.Line("using", Code.Of("let mut {0} = make::<Res>();", "using var {0} = MakeRes();", Code.Of(resource)), resource);
        }

        if (Exclusive(TwinType.Data, Position.Kept) is not { } borrow)
            return null;
        var guard = Bring(New(Holding.Guard, null, isReadOnly: true), borrow);
        return Node.Line("using guard", Code.Of("let mut {0} = Guard::new({1});", "using var {0} = new Guard({1});", Code.Of(guard), borrow), guard);
    }

    private Node? Drop() =>
        Place(TwinType.Res, Access.Take, place => place.IsWhole && !place.Root.IsReference) is { } place
            ? Node.Line("drop", Code.Of("drop({0});", "{0}.Dispose();", place.Code)) : null;

    private Node? DeclareCarrier()
    {
        if (Chance(0.3))
        {
            if (Exclusive(TwinType.Data, Position.Kept) is not { } exclusive)
                return null;
            var editor = Bring(New(Holding.Editor, null), exclusive);
            return Node.Line("editor", Code.Of("let mut {0} = Editor::new({1});", "var {0} = new Editor({1});", Code.Of(editor), exclusive), editor);
        }

        var value = Chance(0.2) && Holder(Holding.Cursor) is { } other ? Use(other, Access.Look)
            : Shared(TwinType.Data, Position.Kept) is { } borrow ? Code.Of("Cursor::new({0})", "new Cursor({0})", borrow)
            : null;
        if (value is null)
            return null;
        if (Chance(0.3) && Holder(Holding.Cursor, mayBeStale: true) is { } target)
        {
            Point(target, value);
            return Node.Line("repoint cursor", Code.Of("{0} = {1};", "{0} = {1};", Code.Of(target), value));
        }

        var cursor = Bring(New(Holding.Cursor, null), value);
        return Node.Line("cursor", Code.Of("let mut {0} = {1};", "var {0} = {1};", Code.Of(cursor), value), cursor);
    }

    private Node? TouchCarrier() =>
        Holder(Any(Holding.Editor, Holding.Guard)) is { } carrier
            ? Node.Line("touch carrier", Code.Of("{0}.touch();", "{0}.Touch();", Use(carrier, Access.Change)))
            : Holder(Holding.Cursor) is { } cursor ? Node.Line("use cursor", Code.Of("see({0}.look());", "See({0}.Look());", Use(cursor, Access.Look))) : null;
}
