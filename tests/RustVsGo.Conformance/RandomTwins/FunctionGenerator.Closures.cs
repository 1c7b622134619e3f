using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

// Functions that capture what they name: kept in a variable, lent to a call, or escaping.
internal sealed partial class FunctionGenerator
{
    private Captures? _captures;

    private Node? DeclareClosure()
    {
        if (_captures is not null)
            return null;
        if (Chance(0.3))
            return DeclareLendingClosure();
        var (body, captures) = ClosureBody();
        var closure = New(Holding.Closure, null);
        closure.Sources.UnionWith(Named(body));
        (closure.Changes, closure.IsOnce) = (captures.Change, captures.AreGivenAway);
        Bring(closure);
        return new Node("closure", [new Section(Code.Of("let mut {0} = || {", "Action {0} = () => {", Code.Of(closure)), body)], Code.Of("};", "};"), [closure]);
    }

    /// <summary>A function that returns a shared borrow of what it captured.</summary>
    private Node? DeclareLendingClosure()
    {
        var type = AnyType();
        _captures = new Captures(Visible);
        var value = Shared(type, Position.Bound, depth: 0);
        _captures = null;
        if (value is null)
            return null;
        var closure = Bring(New(Holding.Closure, type), value);
        return Node.Line("lending closure", Code.Of("let mut {0} = || {1};", $"Func<{type.Name}> {{0}} = () => {{1}};", Code.Of(closure), value), closure);
    }

    private Node? CallClosure()
    {
        if (Holder(Holding.Closure) is not { } closure || (closure.IsOnce && Chance(_flavour.Care) && (closure.Moved.Count > 0 || closure.LoopDepth != _loops)))
            return null;
        var code = Use(closure, closure.Changes ? Access.Change : Access.Look);
        if (closure.IsOnce)
            closure.Moved.Add("");
        if (closure.Type is { } type)
        {
            if (Chance(0.5))
                return Node.Line("call lending closure", Code.Of("see({0}());", "See({0}());", code));
            var named = New(Holding.Shared, type);
            var variable = Bring(new Variable(named.Name, named.Number, named.Holding, type) { LoopDepth = _loops, IsOfDelegate = true }, code);
            return Node.Line("call lending closure", Code.Of($"let mut {{0}}: &{type.Name} = {{1}}();", "var {0} = {1}();", Code.Of(variable), code), variable);
        }

        return Chance(0.6) ? Node.Line("call closure", Code.Of("{0}();", "{0}();", code))
            : closure.IsOnce ? Node.Line("lend closure", Code.Of("run_once({0});", "RunOnce({0});", code))
            : Node.Line("lend closure", Code.Of("run(&mut {0});", "Run({0});", code));
    }

    private Node? LendClosure()
    {
        if (_captures is not null)
            return null;
        var (body, captures) = ClosureBody();
        // What it may not give away it still has in Rust.
        var isOnce = captures.AreGivenAway ? body.Length > 1 || body[0].Sections.Length > 0 || Chance(0.5) : Chance(0.2);
        return new Node(
            "closure argument",
            [new Section(isOnce ? Code.Of("run_once(|| {", "RunOnce(() => {") : Code.Of("run(|| {", "Run(() => {"), body)],
            Code.Of("});", "});"),
            []);
    }

    private Node? KeepClosure() => Escaping(mayChange: false) is { } closure ? Node.Line("kept closure", Code.Of("keep({0});", "Keep({0});", closure)) : null;

    /// <summary>A function that outlives this one. In C# it takes what it captures along, but for what <c>using</c> disposes of.</summary>
    /// <param name="mayChange">Whether it may change a parameter that borrows: what moves a variable that holds such a borrow is a later mistake in Rust alone.</param>
    private Code? Escaping(bool mayChange)
    {
        if (_captures is not null)
            return null;
        var disposed = Chance(0.3) ? Holder(Holding.Using) : null;
        var all = Visible.ToList();
        _captures = new Captures(disposed is not null ? [disposed]
            : all.Where(variable => variable.Holding is Holding.Owned or Holding.Pair
                || (variable.Holding is Holding.Shared or Holding.Exclusive && IsParameter(variable) && (mayChange || variable.Holding == Holding.Shared))));
        foreach (var hidden in all)
            _captures.Hide(hidden);
        var place = AnyPlace(Access.Look, place => place.Root.IsReference || IsLegal(place, Access.Take));
        var access = place is null || place.Root.Holding == Holding.Shared || Chance(0.5) ? Access.Look : Access.Change;
        _captures = null;
        if (place is null)
            return null;
        Remember(place, place.Root.IsReference ? access : Access.Take);
        var statement = (access, Chance(0.5)) switch
        {
            (Access.Change, true) => Code.Of("edit(&mut {0})", "Edit({0})", place.Code),
            (Access.Change, _) => Code.Of("{0}.touch()", "{0}.Touch()", Receiver(place)),
            (_, true) => Code.Of("see(&{0})", "See({0})", place.Code),
            _ => Code.Of("num({0}.peek())", "Num({0}.Peek())", Receiver(place)),
        };
        return Code.Of(disposed is null ? "move || {0}" : "|| {0}", "() => {0}", statement);
    }

    private static bool IsParameter(Variable variable) => variable.Name[0] == 'a' || variable.Name == "self";

    private (ImmutableArray<Node> Body, Captures Captures) ClosureBody()
    {
        var captures = new Captures(Visible);
        var outer = (_mayBreak, _mayContinue);
        (_captures, _mayBreak, _mayContinue) = (captures, false, false);
        var body = Block(1, 3);
        (_captures, _mayBreak, _mayContinue) = (null, outer._mayBreak, outer._mayContinue);
        return (body, captures);
    }

    private static IEnumerable<Variable> Named(ImmutableArray<Node> body)
    {
        var nodes = body.SelectMany(node => node.WithDescendants()).ToList();
        return nodes.SelectMany(node => node.Sections.Select(section => section.Head).Append(node.End)).SelectMany(code => code.Variables)
            .Except(nodes.SelectMany(node => node.Declared));
    }

    /// <summary>What stands around a function's body.</summary>
    private sealed class Captures(IEnumerable<Variable> outer)
    {
        // C# captures no variable that is a reference itself, and follows no captured plain value.
        private readonly HashSet<Variable> _mayBeNamed =
            [.. outer.Where(variable => variable.Holding is not (Holding.Reference or Holding.ReadOnlyReference or Holding.NumberReference or Holding.Number or Holding.List or Holding.Closure))];

        private readonly HashSet<Variable> _outer = [.. outer];

        /// <summary>Whether the body changes some of it.</summary>
        public bool Change { get; private set; }

        /// <summary>Whether the body gives some of it away.</summary>
        public bool AreGivenAway { get; private set; }

        public void Hide(Variable variable) => _outer.Add(variable);

        public bool Allows(Variable variable) => !_outer.Contains(variable) || _mayBeNamed.Contains(variable);

        public void Remember(Variable variable, Access access)
        {
            if (!_outer.Contains(variable))
                return;
            Change |= access is Access.Change or Access.Set;
            AreGivenAway |= access == Access.Take;
        }
    }
}
