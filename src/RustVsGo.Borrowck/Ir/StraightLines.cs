namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// Joins each block with the one behind it where control goes nowhere else and comes from nowhere else (rustc's <c>SimplifyCfg</c>,
/// <c>rustc_mir_transform/src/simplify.rs</c>). Scopes begin and end with a block of their own in Roslyn's graph: what is solved for each block
/// costs half as much where they are one.
/// </summary>
internal static class StraightLines
{
    /// <summary>
    /// In: a body that nobody has asked for its edges or points yet. Out: the same statements in the same order; a block that was joined to the one
    /// before it is empty and leads nowhere.
    /// </summary>
    public static void Join(Body body)
    {
        var ways = new byte[body.Blocks.Count];
        foreach (var block in body.Blocks)
        {
            foreach (var successor in block.Successors)
            {
                ways[successor] = ways[successor] == 0 ? (byte)1 : (byte)2;
            }
        }

        // Into the entry control comes from outside too.
        ways[0] = 2;
        foreach (var block in body.Blocks)
        {
            var hasJoined = true;
            while (hasJoined)
            {
                hasJoined = block.Successors.Count == 1 && block.Successors[0] is var next && next != block.Index && ways[next] == 1
                    && block.TryAbsorb(body.Blocks[next]);
            }
        }
    }
}
