using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

// Signatures, statements with blocks, and jumps.
internal sealed partial class FunctionGenerator
{
    // Inside a `switch`, C#'s break leaves the switch; inside `do`, its continue goes to the condition.
    private bool _mayBreak;
    private bool _mayContinue;

    private TwinType? _host;
    private TwinType? _result;
    private Holding _resultHolding;
    private Place? _resultPlace;

    private Code Signature()
    {
        var parameters = new List<Variable>();
        for (var i = _random.Next(4); i > 0; i--)
        {
            var holding = Any(Holding.Owned, Holding.Owned, Holding.Shared, Holding.Shared, Holding.Exclusive, Holding.Exclusive, Holding.Reference, Holding.ReadOnlyReference);
            var type = holding is Holding.Shared or Holding.Exclusive || Chance(0.8) ? AnyType() : TwinType.Ticket;
            parameters.Add(new Variable($"a{++_names}", _names, holding, type) { IsReadOnly = holding is not (Holding.Owned or Holding.Reference) });
        }

        if (Chance(0.3))
        {
            _host = Any(TwinType.Outer, TwinType.Outer, TwinType.Data, TwinType.Part, TwinType.Res);
            // A method that consumes an object with a destructor may take it apart in C# alone.
            var receiver = Any(Holding.Shared, Holding.Exclusive, Holding.Exclusive, _host == TwinType.Res ? Holding.Exclusive : Holding.Owned);
            parameters.Insert(0, new Variable("self", 0, receiver, _host) { IsReadOnly = true });
        }

        // What an `out` parameter holds is set in the first line, and from then on it is a reference.
        Variable? result = null;
        if (Chance(0.1))
            parameters.Add(result = new Variable($"a{++_names}", _names, Holding.Reference, AnyType()));
        foreach (var variable in parameters)
            Bring(variable);
        var sources = parameters.Where(parameter => parameter.IsBorrow && parameter != result && !parameter.Type!.IsStruct).ToList();
        if (Chance(0.06))
        {
            _resultHolding = Holding.Closure;
            sources.Clear();
        }
        else if (Chance(0.2))
        {
            (_result, _resultHolding) = (Any(TwinType.Data, TwinType.Part), Holding.Owned);
            sources.Clear();
        }
        else if (sources.Count > 0 && Chance(0.5))
        {
            var source = Any<Variable>([.. sources]);
            _resultPlace = Any<Place>([.. PlacesOf(source).Where(place => place.Type.Content is null && !place.Type.IsStruct)]);
            _result = _resultPlace.Type;
            _resultHolding = source.IsExclusive && Chance(0.6) ? Holding.Exclusive : Holding.Shared;
            sources.RemoveAll(other => other != source && ((_resultHolding == Holding.Exclusive && !other.IsExclusive) || Chance(0.6)));
        }
        else
        {
            sources.Clear();
        }

        var typed = parameters.Select(Typed).ToList();
        var inCSharpOnly = parameters.FirstOrDefault() is { Name: "self" } self
            ? self.Holding switch { Holding.Shared => "[Borrows] public ", Holding.Exclusive => "[Mutates] public ", _ => "[Consumes] public " }
            : "public static ";
        var names = string.Join(", ", sources.Select(source => source.Name == "self" ? "\"this\"" : $"nameof({source.Name})"));
        var (inRust, attribute, inCSharp) = (_result, _resultHolding) switch
        {
            (_, Holding.Closure) => (" -> Box<dyn FnMut()>", "", "Action"),
            (null, _) => ("", "", "void"),
            (_, Holding.Owned) => ($" -> {_result.Name}", "", _result.Name),
            (_, Holding.Shared) => ($" -> &'a {_result.Name}", $"[return: Borrowed({names})] ", _result.Name),
            _ => ($" -> &'a mut {_result.Name}", $"[return: BorrowedMut({names})] ", _result.Name),
        };
        var (firstInRust, firstInCSharp) = result is null ? ("", "") : ($" *{result.Name} = make::<{result.Type!.Name}>();", $" {result.Name} = Make{result.Type.Name}();");
        return Code.Of(
            $"pub fn {{name}}{(sources.Count > 0 ? "<'a>" : "")}({string.Join(", ", typed.Select(parameter => parameter.Rust))}){inRust} {{{firstInRust}",
            $"{attribute}{inCSharpOnly}{inCSharp} {{name}}({string.Join(", ", typed.Select(parameter => parameter.CSharp).Where(text => text.Length > 0))}) {{{firstInCSharp}");

        (string Rust, string CSharp) Typed(Variable variable)
        {
            var (name, type, lifetime) = (variable.Name, variable.Type!.Name, sources.Contains(variable) ? "'a " : "");
            return variable.Holding switch
            {
                Holding.Owned when name == "self" => ("mut self", ""),
                Holding.Shared when name == "self" => ($"&{lifetime}self", ""),
                Holding.Exclusive when name == "self" => ($"&{lifetime}mut self", ""),
                Holding.Owned => ($"mut {name}: {type}", $"[Owned] {type} {name}"),
                Holding.Shared => ($"{name}: &{lifetime}{type}", $"[Borrowed] {type} {name}"),
                Holding.Exclusive => ($"{name}: &{lifetime}mut {type}", $"[BorrowedMut] {type} {name}"),
                Holding.Reference when variable == result => ($"{name}: &mut {type}", $"out {type} {name}"),
                Holding.Reference => ($"{name}: &{lifetime}mut {type}", $"ref {type} {name}"),
                _ => ($"{name}: &{lifetime}{type}", $"in {type} {name}"),
            };
        }
    }

    private Node LastStatement() =>
        (_result, _resultHolding) switch
        {
            (_, Holding.Closure) => Node.Line("return closure", ReturnedClosure() ?? Code.Of("return Box::new(|| num(1));", "return () => Num(1);")),
            (null, _) => Node.Line("end", Code.Of("return;", "return;")),
            (_, Holding.Owned) => Node.Line("return value", Code.Of("return {0};", "return {0};", Owned(_result, mayBeBehindBorrow: true))),
            (_, Holding.Shared) => Node.Line("return borrow", Code.Of("return {0};", "return {0};", Borrow(_resultPlace!, Position.Kept))),
            _ => Node.Line("return borrow", Code.Of("return {0};", "return {0};", BorrowMut(_resultPlace!, Position.Kept))),
        };

    /// <summary>Points a variable at something that the block around the statement ends.</summary>
    private Node? Outliving()
    {
        var inner = _scopes.Peek();
        var outer = Visible.Where(variable => variable.Holding is Holding.Shared or Holding.Exclusive && !variable.IsReadOnly && !inner.Contains(variable)).ToList();
        if (outer.Count == 0)
            return null;
        var variable = outer[_random.Next(outer.Count)];
        var isShared = variable.Holding == Holding.Shared;
        if (Place(variable.Type!, isShared ? Access.Look : Access.Change, place => inner.Contains(place.Root)) is not { } place)
            return null;
        var value = isShared ? Borrow(place, Position.Bound) : BorrowMut(place, Position.Bound);
        Point(variable, value);
        return Node.Line("outliving", Code.Of("{0} = {1};", "{0} = {1};", Code.Of(variable), value));
    }

    private Code? ReturnedClosure() => Escaping(mayChange: true) is { } closure ? Code.Of("return Box::new({0});", "return {0};", closure) : null;

    private Node? Return()
    {
        // In a nested function a `return` leaves only that.
        if (_captures is not null)
            return null;
        if (_resultHolding == Holding.Closure)
            return ReturnedClosure() is { } closure ? Node.Line("return closure", Code.Of("if cond() { {0} }", "if (Cond()) { {0} }", closure)) : null;
        if (_result is null)
            return Chance(0.3) ? Node.Line("return", Code.Of("if {0} { return; }", "if ({0}) { return; }", Condition())) : null;
        var value = _resultHolding switch
        {
            Holding.Owned => Owned(_result, mayBeBehindBorrow: true),
            Holding.Shared => Shared(_result, Position.Kept),
            _ => Exclusive(_result, Position.Kept),
        };
        return value is null ? null
            : Node.Line(_resultHolding == Holding.Owned ? "return value" : "return borrow", Code.Of("if {0} { return {1}; }", "if ({0}) { return {1}; }", Code.Of("cond()", "Cond()"), value));
    }

    private Node? Flow() =>
        OneOf<Node>(
            (6, If),
            (3, While),
            (2, Loop),
            (2, For),
            (7, ForEach),
            (2, IfSome),
            (1, DoWhile),
            (2, () => new Node("block", [new Section(Code.Of("{", "{"), Block(1, 4))], Code.Of("}", "}"), [])),
            (2, Switch),
            (1, UsingBlock),
            (3, Jump));

    private Node If()
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(new Section(Code.Of("if {0} {", "if ({0}) {", Condition()), Block(1, 3)));
        if (Chance(0.2))
            sections.Add(new Section(Code.Of("} else if {0} {", "} else if ({0}) {", Condition()), Block(1, 2)));
        if (Chance(0.5))
            sections.Add(new Section(Code.Of("} else {", "} else {"), Block(1, 3)));
        return new Node("if", sections.ToImmutable(), Code.Of("}", "}"), []);
    }

    private Node While() => new("while", [new Section(Code.Of("while {0} {", "while ({0}) {", Condition()), Repeated(true, true))], Code.Of("}", "}"), []);

    private Node Loop() =>
        new("loop", [new Section(Code.Of("loop {", "while (true) {"), Repeated(true, true))], Code.Of("    if cond() { break; } }", "    if (Cond()) { break; } }"), []);

    private Node For()
    {
        var i = new Variable($"i{++_names}", _names, Holding.Number, null) { IsReadOnly = true };
        return new Node("for", [new Section(Code.Of("for {0} in 0..3 {", "for (var {0} = 0; {0} < 3; {0}++) {", Code.Of(i)), Repeated(true, true))], Code.Of("}", "}"), [i]);
    }

    private Node DoWhile() =>
        new("do", [new Section(Code.Of("loop {", "do {"), Repeated(true, false))], Code.Of("    if !cond() { break; } }", "} while (Cond());"), []);

    private ImmutableArray<Node> Repeated(bool mayBreak, bool mayContinue, params ImmutableArray<Variable> variables)
    {
        var outer = (_mayBreak, _mayContinue);
        (_mayBreak, _mayContinue) = (mayBreak, mayContinue);
        _loops++;
        var body = Block(1, 4, variables);
        _loops--;
        (_mayBreak, _mayContinue) = outer;
        return body;
    }

    private Node Switch()
    {
        var outer = _mayBreak;
        _mayBreak = false;
        var node = new Node(
            "switch",
            [
                new Section(Code.Of("match three() {", "switch (Three()) {"), []),
                new Section(Code.Of("0 => {", "case 0: {"), Block(1, 3)),
                .. Chance(0.5) ? [new Section(Code.Of("} 1 => {", "break; } case 1: {"), Block(0, 2))] : ImmutableArray<Section>.Empty,
                new Section(Code.Of("} _ => {", "break; } default: {"), Block(0, 2)),
            ],
            Code.Of("} }", "break; } }"),
            []);
        _mayBreak = outer;
        return node;
    }

    private Node UsingBlock()
    {
        if (Chance(0.5) && Exclusive(TwinType.Data, Position.Kept) is { } borrow)
        {
            var guard = New(Holding.Guard, null, isReadOnly: true);
            Point(guard, borrow);
            return new Node(
                "using block",
                [new Section(Code.Of("{ let mut {0} = Guard::new({1});", "using (var {0} = new Guard({1})) {", Code.Of(guard), borrow), Block(1, 3, guard))],
                Code.Of("}", "}"),
                [guard]);
        }

        var resource = New(Holding.Using, TwinType.Res, isReadOnly: true);
        return new Node(
            "using block",
            [new Section(Code.Of("{ let mut {0} = make::<Res>();", "using (var {0} = MakeRes()) {", Code.Of(resource)), Block(1, 3, resource))],
            Code.Of("}", "}"),
            [resource]);
    }

    private Node? Jump()
    {
        var jump = (_mayBreak && Chance(0.5)) ? "break" : _mayContinue ? "continue" : null;
        return jump is null ? null : Node.Line(jump, Code.Of($"if {{0}} {{ {jump}; }}", $"if ({{0}}) {{ {jump}; }}", Condition()));
    }
}
