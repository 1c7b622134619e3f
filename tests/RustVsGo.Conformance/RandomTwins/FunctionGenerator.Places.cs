using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

// Which places there are, and what may be done to them.
internal sealed partial class FunctionGenerator
{
    /// <summary>A place of some type, for <paramref name="access"/>; the generator remembers that it was accessed.</summary>
    private Place? Place(TwinType type, Access access, Func<Place, bool>? allows = null)
    {
        var places = Visible.SelectMany(PlacesOf).Where(place => place.Type == type && Exists(place, access) && allows?.Invoke(place) != false).ToList();
        if (Chance(_flavour.Care))
            places.RemoveAll(place => !IsLegal(place, access));
        if (places.Count == 0)
            return null;

        // What was declared last is named more often.
        var recent = places.Where(place => place.Root.Number > _names - 4).ToList();
        var chosen = recent.Count > 0 && Chance(0.5) ? recent[_random.Next(recent.Count)] : places[_random.Next(places.Count)];
        Remember(chosen, access);
        return chosen;
    }

    /// <summary>A place of any type.</summary>
    private Place? AnyPlace(Access access, Func<Place, bool>? allows = null) => Place(AnyType(), access, allows) ?? Place(AnyType(), access, allows);

    private TwinType AnyType() => Any(TwinType.Data, TwinType.Data, TwinType.Data, TwinType.Part, TwinType.Part, TwinType.Outer, TwinType.Res, TwinType.Bag);

    private static IEnumerable<Place> PlacesOf(Variable variable)
    {
        var root = Code.Of(variable);
        return variable.Holding switch
        {
            Holding.Array => Places("[0]", Code.Of("{0}[0]", "{0}[0]", root), variable.Type!).Concat(Places("[1]", Code.Of("{0}[1]", "{0}[1]", root), variable.Type!)),
            Holding.Pair => Places(".0", Code.Of("{0}.0", "{0}.Item1", root), TwinType.Data).Concat(Places(".1", Code.Of("{0}.1", "{0}.Item2", root), TwinType.Part)),
            _ when variable.Type is null || variable.Holding is Holding.Cursor or Holding.Editor or Holding.Guard or Holding.List or Holding.Closure => [],
            _ when variable.IsReference => [new Place(variable, "", Code.Of("*{0}", "{0}", root), variable.Type, false), .. Below(variable.Type)],
            _ => Places("", root, variable.Type),
        };

        IEnumerable<Place> Places(string path, Code code, TwinType type) => [new Place(variable, path, code, type, false), .. Fields(path, code, type, false)];

        IEnumerable<Place> Below(TwinType type) => Fields("", root, type, false);

        IEnumerable<Place> Fields(string path, Code code, TwinType type, bool isOfResource)
        {
            isOfResource |= type == TwinType.Res;
            foreach (var field in type.Fields)
            {
                var below = new Place(variable, $"{path}.{field.Rust}", Code.Of($"{{0}}.{field.Rust}", $"{{0}}.{field.CSharp}", code), field.Type, isOfResource, field.IsProperty);
                yield return below;
                foreach (var deeper in Fields(below.Path, below.Code, below.Type, isOfResource))
                    yield return deeper;
            }
        }
    }

    /// <summary>Whether both languages can say it.</summary>
    private bool Exists(Place place, Access access) =>
        access switch
        {
            // "Without any [contract of the delegate's type] a call lends": C# does not say that what is lent is shared.
            not Access.Look when place.Root.IsOfDelegate => false,

            // "`null` and `default` have none [no mode]": nothing moves.
            Access.Take when place.Root.IsNone => false,

            // Assigning a C# variable that borrows makes it borrow something else.
            Access.Set when place.Root is { IsInferred: true, Holding: Holding.Shared } => false,
            Access.Set => !place.IsWhole || (!place.Root.IsReadOnly && place.Root.Holding is Holding.Owned or Holding.Reference),
            // A value that `using` disposes of may be moved in Rust alone. What a pattern names is moved where it is given away in C#, by the pattern in Rust.
            Access.Take => !(place.Root.Holding == Holding.Array && _captures is not null) && (!place.IsWhole || place.Root.Holding != Holding.Using) && !place.Root.IsPattern,
            Access.Change => place.Root is not ({ IsInferred: true, Holding: Holding.Shared } or { Type.IsStruct: true, Holding: Holding.ReadOnlyReference }),
            _ => true,
        };

    /// <summary>Whether C# lets a <c>ref</c> of it be taken, and means the place by it.</summary>
    private static bool HasReference(Place place) =>
        place.IsWhole ? place.Root.Holding is Holding.Owned or Holding.Reference && !place.Root.IsReadOnly : !place.IsProperty;

    private bool IsLegal(Place place, Access access)
    {
        var root = place.Root;
        if (root.IsStale || root.Moved.Any(moved => IsPrefix(moved, place.Path) && (access != Access.Set || moved.Length < place.Path.Length)))
            return false;
        return access switch
        {
            Access.Look => !root.Moved.Any(moved => IsPrefix(place.Path, moved)),
            Access.Change => !root.Moved.Any(moved => IsPrefix(place.Path, moved)) && root.Holding is not (Holding.Shared or Holding.ReadOnlyReference),
            Access.Set => root.Holding is not (Holding.Shared or Holding.ReadOnlyReference),
            Access.Take => !root.Moved.Any(moved => IsPrefix(place.Path, moved))
                && root.Holding is Holding.Owned or Holding.Pair && root.LoopDepth == _loops && !place.IsOfResource,
            _ => false,
        };
    }

    private void Remember(Place place, Access access)
    {
        var root = place.Root;
        Disturb(root, access);
        if (access == Access.Take && !root.IsReference)
            root.Moved.Add(place.Path);
        else if (access == Access.Set)
            root.Moved.RemoveWhere(moved => IsPrefix(place.Path, moved));
    }

    /// <summary>Borrows of a variable end where it is used otherwise.</summary>
    private void Disturb(Variable root, Access access)
    {
        _captures?.Remember(root, access);
        root.IsNone &= access != Access.Set;
        foreach (var variable in Declared)
        {
            if (variable.Sources.Contains(root) && (variable.IsExclusive || access != Access.Look))
                variable.IsStale = true;
        }
    }

    private static bool IsPrefix(string prefix, string path) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || prefix.Length == 0 || path[prefix.Length] is '.' or '[');

    /// <summary>A variable that holds <paramref name="holding"/>, not stale if the generator takes care.</summary>
    private Variable? Holder(Holding holding, TwinType? type = null, bool mayBeStale = false)
    {
        var isCareful = !mayBeStale && Chance(_flavour.Care);
        var holders = Visible.Where(variable => variable.Holding == holding && (type is null || variable.Type == type) && !(isCareful && variable.IsStale)).ToList();
        return holders.Count == 0 ? null : holders[_random.Next(holders.Count)];
    }
}
