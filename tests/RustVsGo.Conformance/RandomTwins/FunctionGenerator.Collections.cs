namespace RustVsGo.Conformance.RandomTwins;

// Loops over collections: arrays and spans of move types, and lists of numbers.
internal sealed partial class FunctionGenerator
{
    private Node DeclareList()
    {
        Code first = Number(0), second = Number(0);
        var list = Bring(New(Holding.List, null));
        return Node.Line("list", Code.Of("let mut {0}: Vec<i32> = vec![{1}, {2}];", "var {0} = new List<int> { {1}, {2} };", Code.Of(list), first, second), list);
    }

    private Node? UseList()
    {
        if (Holder(Holding.List) is not { } list)
            return null;
        return _random.Next(4) switch
        {
            0 => Node.Line("add", Code.Of("{0}.push({1});", "{0}.Add({1});", Code.Of(list), Number(0))),
            1 => Node.Line("clear", Code.Of("{0}.clear();", "{0}.Clear();", Code.Of(list))),
            2 => Node.Line("count", Code.Of("num({0}.len() as i32);", "Num({0}.Count);", Code.Of(list))),
            _ => Node.Line("element", Code.Of("num({0}[0]);", "Num({0}[0]);", Code.Of(list))),
        };
    }

    private Node? ForEach() => OneOf<Node>((2, ForEachOwned), (3, ForEachNumber), (3, ForEachElement), (2, ForEachInSpan));

    private Node ForEachOwned()
    {
        var type = AnyType();
        var owned = new Variable($"d{++_names}", _names, Holding.Owned, type) { LoopDepth = _loops + 1, IsReadOnly = true };
        return new Node(
            "foreach over values",
            [new Section(Code.Of($"for mut {{0}} in make_array::<{type.Name}>() {{", $"foreach (var {{0}} in MakeArray{type.Name}()) {{", Code.Of(owned)), Repeated(true, true, owned))],
            Code.Of("}", "}"),
            [owned]);
    }

    private Node? ForEachNumber()
    {
        if (Holder(Holding.List) is not { } list)
            return null;
        var number = New(Holding.Number, null, isReadOnly: true);
        var head = new Section(Code.Of("for &{0} in {1}.iter() { num({0});", "foreach (var {0} in {1}) { Num({0});", Code.Of(number), Code.Of(list)), Repeated(true, true));
        return new Node(
            "foreach over numbers",
            [head],
            _random.Next(4) switch
            {
                0 => Code.Of("    if cond() { {0}.clear(); break; } }", "    if (Cond()) { {0}.Clear(); break; } }", Code.Of(list)),
                1 => Code.Of("    if cond() { {0}.push(1); } }", "    if (Cond()) { {0}.Add(1); } }", Code.Of(list)),
                _ => Code.Of("}", "}"),
            },
            [number]);
    }

    private Node? ForEachElement()
    {
        if (Holder(Holding.Array) is not { } array)
            return null;
        var changes = Chance(0.4);
        var element = Inferred(changes ? Holding.Exclusive : Holding.Shared, array.Type!, isPattern: false);
        var source = Use(array, changes ? Access.Change : Access.Look);
        Point(element, source);
        return new Node(
            changes ? "foreach that changes" : "foreach",
            [
                new Section(
                    changes
                        ? Code.Of("for {0} in {1}.iter_mut() { edit(&mut *{0});", "foreach (var {0} in {1}) { Edit({0});", Code.Of(element), source)
                        : Code.Of("for {0} in {1}.iter() {", "foreach (var {0} in {1}) {", Code.Of(element), source),
                    Repeated(true, true, element)),
            ],
            Code.Of("}", "}"),
            [element]);
    }

    private Node? ForEachInSpan()
    {
        var changes = Chance(0.5);
        if (Place(TwinType.Bag, changes ? Access.Change : Access.Look) is not { } bag)
            return null;
        var element = new Variable($"{(changes ? 'm' : 'r')}{++_names}", _names, changes ? Holding.Reference : Holding.ReadOnlyReference, TwinType.Part)
        {
            LoopDepth = _loops + 1, IsReadOnly = !changes, IsElement = true,
        };
        Point(element, bag.Code);
        return new Node(
            changes ? "foreach by ref" : "foreach by readonly ref",
            [
                new Section(
                    changes
                        ? Code.Of("for {0} in {1}.all_mut() { edit(&mut *{0});", "foreach (ref var {0} in {1}.AllMut()) { Edit({0});", Code.Of(element), Receiver(bag))
                        : Code.Of("for {0} in {1}.all() {", "foreach (ref readonly var {0} in {1}.All()) {", Code.Of(element), Receiver(bag)),
                    Repeated(true, true, element)),
            ],
            Chance(0.3) && changes ? Code.Of("    if cond() { {0}.touch(); break; } }", "    if (Cond()) { {0}.Touch(); break; } }", Receiver(bag)) : Code.Of("}", "}"),
            [element]);
    }

    /// <summary>A variable of a loop or a pattern. C# sees by its uses what it borrows: the first use of one that changes stands beside it.</summary>
    private Variable Inferred(Holding holding, TwinType type, bool isPattern)
    {
        var named = New(holding, type);
        return new Variable(named.Name, named.Number, holding, type) { LoopDepth = _loops, IsReadOnly = true, IsInferred = true, IsPattern = isPattern };
    }
}
