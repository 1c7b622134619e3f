using System.Collections.Generic;
using System.Collections.Immutable;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>
/// Variables that are nothing but another name of an owned plain value (<c>var t = s;</c>): a drop or move under that name is one of the
/// owner (docs/ownership-model.md, section 2, "Plain values"). Each is replaced by the variable that owns.
/// </summary>
internal sealed class PlainAliases
{
    private readonly Dictionary<int, int> _owners;

    private PlainAliases(Dictionary<int, int> owners) => _owners = owners;

    /// <returns>The aliases, or null when there are none.</returns>
    public static PlainAliases? Find(Body body, LocalModes modes)
    {
        Dictionary<int, int>? owners = null;
        foreach (var (name, source) in modes.NamedAgain)
        {
            if (modes.Everywhere(source) == Mode.Owned)
            {
                (owners ??= new Dictionary<int, int>())[name] = source;
            }
        }

        if (owners is not null)
        {
            RemoveReassigned(body, owners);
        }

        return owners is null or { Count: 0 } ? null : new PlainAliases(owners);
    }

    public Statement Replace(Statement statement) => statement switch
    {
        // The alias itself: its owner is looked at, nothing is written.
        Assign { Target.IsLocal: true } assign when _owners.ContainsKey(assign.Target.Local) =>
            new Use(assign.Origin, new Place(Owner(assign.Target.Local)), UseKind.Copy),
        Assign assign => assign.With(Replace(assign.Target), Replace(assign.Value), Replace(assign.Named)),
        Call { Target: { } target } call when _owners.ContainsKey(target.Local) => call with { Target = Replace(target) },
        Use use => use.At(Replace(use.Place)),
        Drop drop => drop with { Place = Replace(drop.Place), Named = Replace(drop.Named) },
        Restore restore => restore with { Place = Replace(restore.Place) },
        _ => statement,
    };

    private static void RemoveReassigned(Body body, Dictionary<int, int> owners)
    {
        var writes = new Dictionary<int, int>();
        foreach (var block in body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement.Written is { IsLocal: true } written)
                {
                    writes.TryGetValue(written.Local, out var count);
                    writes[written.Local] = count + 1;
                }
            }
        }

        // An alias that is written twice is a variable of its own; so is one of an owner that later holds something else.
        foreach (var alias in ImmutableArray.CreateRange(owners.Keys))
        {
            var owner = owners[alias];
            writes.TryGetValue(owner, out var ownerWrites);
            if (writes[alias] > 1 || ownerWrites > (body.Locals[owner].Kind == LocalKind.Variable ? 1 : 0))
            {
                owners.Remove(alias);
            }
        }
    }

    private Rvalue Replace(Rvalue value) => value switch
    {
        Read read when _owners.ContainsKey(read.Operand.Place.Local) => new Read(read.Operand with { Place = Replace(read.Operand.Place) }),
        Borrow borrow => borrow.At(Replace(borrow.Place)),
        _ => value,
    };

    private Place? Replace(Place? place) => place is { } known ? Replace(known) : null;

    private Place Replace(Place place) => _owners.ContainsKey(place.Local) ? new Place(Owner(place.Local), place.Projections) : place;

    private int Owner(int local)
    {
        while (_owners.TryGetValue(local, out var owner))
        {
            local = owner;
        }

        return local;
    }
}
