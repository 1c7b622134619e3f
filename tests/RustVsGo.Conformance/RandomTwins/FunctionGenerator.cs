using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>
/// Writes one random function in both languages. It is typed, so that both compilers accept all but the ownership; and it follows roughly
/// what is moved and borrowed, so that the mistakes in it are few enough to be looked at one by one.
/// </summary>
/// <remarks>Where C# deliberately means something else than Rust (docs/ownership-model.md), the generator writes only what both mean the same.</remarks>
internal sealed partial class FunctionGenerator
{
    private readonly Random _random;
    private readonly Flavour _flavour;
    private readonly Stack<List<Variable>> _scopes = new();
    private int _names;
    private int _loops;
    private int _depth;
    private int _budget;
    private int _mistakes;

    private FunctionGenerator(Random random)
    {
        _random = random;
        _flavour = Flavour.All[random.Next(Flavour.All.Length)];
        _budget = random.Next(6, 21);
        _mistakes = Chance(0.35) ? 1 : 0;
        _scopes.Push([]);
    }

    /// <summary>A function that depends on <paramref name="seed"/> alone.</summary>
    public static TwinFunction Generate(int seed, string name) => new FunctionGenerator(new Random(seed)).Function(name);

    private IEnumerable<Variable> Declared => _scopes.SelectMany(scope => scope);

    /// <summary>What can be named here.</summary>
    private IEnumerable<Variable> Visible => _captures is { } captures ? Declared.Where(captures.Allows) : Declared;

    private TwinFunction Function(string name)
    {
        var signature = Signature();
        var body = ImmutableArray.CreateBuilder<Node>();
        if (Visible.All(variable => variable.Holding != Holding.Owned))
            body.Add(Declare(TwinType.Data));
        while (_budget > 0)
            Step(body);
        return new TwinFunction(name, signature, body.ToImmutable(), LastStatement(), _host);
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Any<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    /// <summary>One of the alternatives that is possible, tried by weight.</summary>
    private T? OneOf<T>(params ReadOnlySpan<(double Weight, Func<T?> Make)> alternatives)
        where T : class
    {
        Span<double> weights = stackalloc double[alternatives.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = alternatives[i].Weight;
        for (var tries = 0; tries < 6; tries++)
        {
            var sum = 0.0;
            foreach (var weight in weights)
                sum += weight;
            if (sum == 0)
                break;
            var at = _random.NextDouble() * sum;
            var chosen = 0;
            while (chosen < weights.Length - 1 && at >= weights[chosen])
                at -= weights[chosen++];
            if (alternatives[chosen].Make() is { } made)
                return made;
            weights[chosen] = 0;
        }

        return null;
    }

    private Variable New(Holding holding, TwinType? type, bool isReadOnly = false)
    {
        var prefix = holding switch
        {
            Holding.Owned => type == TwinType.Part ? "p" : type == TwinType.OptionalPart ? "o" : type == TwinType.Ticket ? "s" : "d",
            Holding.Shared or Holding.ReadOnlyReference => "r",
            Holding.Exclusive or Holding.Reference => "m",
            Holding.Number => "n",
            Holding.NumberReference => "k",
            Holding.Array => "xs",
            Holding.List => "l",
            Holding.Closure => "f",
            Holding.Pair => "t",
            Holding.Using => "u",
            Holding.Guard => "g",
            _ => "c",
        };
        return new Variable($"{prefix}{++_names}", _names, holding, type) { LoopDepth = _loops, IsReadOnly = isReadOnly };
    }

    /// <summary>Brings a variable into scope, which borrows from the sources of its value.</summary>
    private Variable Bring(Variable variable, Code? value = null)
    {
        if (value is not null)
            Point(variable, value);
        _scopes.Peek().Add(variable);
        return variable;
    }

    private static void Point(Variable variable, Code value)
    {
        variable.Sources.Clear();
        variable.IsStale = variable.IsDangling = false;
        if (variable.IsBorrow)
            variable.Sources.UnionWith(value.Sources.Where(source => source != variable));
    }

    private ImmutableArray<Node> Block(int least, int most, params ImmutableArray<Variable> variables)
    {
        var body = ImmutableArray.CreateBuilder<Node>();
        _scopes.Push([]);
        _depth++;
        foreach (var variable in variables)
            Bring(variable);
        for (var n = _random.Next(least, most + 1); n > 0; n--)
            Step(body);
        if (Chance(0.2) && Outliving() is { } outliving)
            body.Add(outliving);
        _depth--;
        var gone = _scopes.Pop();
        foreach (var variable in Declared.Where(variable => variable.Sources.Overlaps(gone)))
            (variable.IsDangling, variable.IsStale) = (!variable.IsStale && variable.IsReference && variable.Type is not null, true);
        return body.ToImmutable();
    }

    private void Step(ImmutableArray<Node>.Builder body)
    {
        _budget--;
        if (_mistakes > 0 && Chance(0.15) && Misuse() is { IsEmpty: false } wrong)
        {
            _mistakes--;
            body.AddRange(wrong);
            return;
        }

        var node = _depth < 3 && Chance(_flavour.Flow) ? Flow() : Statement();
        if (node is not null)
            body.Add(node);
    }

    /// <summary>What a function is mostly about.</summary>
    /// <param name="Flow">The share of statements with blocks.</param>
    /// <param name="Care">How often the generator avoids what it knows to be a mistake.</param>
    /// <param name="Moves">How much moving there is.</param>
    /// <param name="Borrows">How much borrowing there is.</param>
    private sealed record Flavour(double Flow, double Care, double Moves, double Borrows)
    {
        public static readonly ImmutableArray<Flavour> All =
        [
            new(0, 0.95, 1, 1),
            new(0.1, 0.96, 1, 1),
            new(0.2, 0.97, 1.3, 0.7),
            new(0.25, 0.99, 0.5, 1.3),
            new(0.35, 1, 0.4, 1.5),
        ];
    }
}
