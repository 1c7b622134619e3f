using System.Collections.Immutable;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>Which locals a statement reads and which it writes whole (rustc's <c>DefUse</c>).</summary>
internal static class LocalAccess
{
    /// <summary>The local that gets a new value, or ends; -1 when there is none.</summary>
    public static int Defined(Statement statement) => statement switch
    {
        Assign { Target: { IsLocal: true } target } => target.Local,
        Call { Target: { IsLocal: true } target } => target.Local,
        StorageDead dead => dead.Local,
        _ => -1,
    };

    public static ImmutableArray<int> Read(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                var value = assign.Value switch
                {
                    Read { Operand.Place: var place } => place.Local,
                    Borrow { Place: var place } => place.Local,
                    _ => -1,
                };
                // Writing behind a borrow needs the borrow.
                var through = assign.Target.IsIndirect ? assign.Target.Local : -1;
                if (assign.Through is { } name)
                {
                    return through < 0 ? ImmutableArray.Create(value, name.Local) : ImmutableArray.Create(value, name.Local, through);
                }

                return (value, through) switch
                {
                    ( < 0, < 0) => ImmutableArray<int>.Empty,
                    ( < 0, _) => ImmutableArray.Create(through),
                    (_, < 0) => ImmutableArray.Create(value),
                    _ => ImmutableArray.Create(value, through),
                };
            case Call call:
                return call.Arguments;
            case Use use:
                return ImmutableArray.Create(use.Place.Local);
            case Escape escape:
                return ImmutableArray.Create(escape.Local);
            case Drop { Through: { } dropped } drop:
                return ImmutableArray.Create(drop.Place.Local, dropped.Local);
            case Drop drop:
                return ImmutableArray.Create(drop.Place.Local);
            default:
                return ImmutableArray<int>.Empty;
        }
    }
}
