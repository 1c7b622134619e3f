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

    /// <summary>The place that gets another value, or is there no more: what was borrowed of it is borrowed no longer.</summary>
    public static Place? Written(Statement statement) => statement is StorageDead dead ? new Place(dead.Local) : statement.Written;

    public static LocalReads Read(Statement statement)
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
                return new LocalReads(value, assign.Through?.Local ?? -1, assign.Target.IsIndirect ? assign.Target.Local : -1);
            case Call call:
                return new LocalReads(call.Target is { IsIndirect: true } target ? target.Local : -1, more: call.Arguments);
            case Use use:
                return new LocalReads(use.Place.Local);
            case Escape escape:
                return new LocalReads(escape.Local);
            case Drop drop:
                return new LocalReads(drop.Place.Local, drop.Through?.Local ?? -1);
            default:
                return LocalReads.None;
        }
    }
}
