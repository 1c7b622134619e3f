using System.Collections.Immutable;
using System.Text;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>A statement of a random twin: lines with blocks between them. A statement without a block is one line.</summary>
/// <param name="Construct">What kind of statement it is.</param>
/// <param name="Sections">Each line that opens a block, with the block.</param>
/// <param name="End">The line that closes the last block, or the only line.</param>
/// <param name="Declared">The variables that the statement declares, for what follows it or for its blocks.</param>
internal sealed record Node(string Construct, ImmutableArray<Section> Sections, Code End, ImmutableArray<Variable> Declared)
{
    public static Node Line(string construct, Code code, params ImmutableArray<Variable> declared) => new(construct, [], code, declared);

    public IEnumerable<Node> WithDescendants() => [this, .. Sections.SelectMany(section => section.Body).SelectMany(node => node.WithDescendants())];

    /// <summary>How many lines it has.</summary>
    public int Length => 1 + Sections.Sum(section => 1 + section.Body.Sum(node => node.Length));

    public void Write(StringBuilder rust, StringBuilder csharp, int depth)
    {
        foreach (var section in Sections)
        {
            WriteLine(section.Head);
            foreach (var node in section.Body)
                node.Write(rust, csharp, depth + 1);
        }

        WriteLine(End);

        void WriteLine(Code code)
        {
            rust.Append(' ', 4 * depth).Append(code.Rust).Append('\n');
            csharp.Append(' ', 4 * depth).Append(code.CSharp).Append('\n');
        }
    }

    /// <summary>What is left of some statements without the variables that are <paramref name="gone"/>: what names one goes as well.</summary>
    public static ImmutableArray<Node> Without(ImmutableArray<Node> nodes, HashSet<Variable> gone)
    {
        var left = ImmutableArray.CreateBuilder<Node>();
        foreach (var node in nodes)
        {
            if (node.Sections.Select(section => section.Head).Append(node.End).Any(code => code.Variables.Overlaps(gone)))
                gone.UnionWith(node.WithDescendants().SelectMany(inner => inner.Declared));
            else
                left.Add(node with { Sections = [.. node.Sections.Select(section => section with { Body = Without(section.Body, gone) })] });
        }

        return left.ToImmutable();
    }

    /// <summary>The same statements with one less: each that can go alone, or leave its block behind.</summary>
    public static IEnumerable<(ImmutableArray<Node> Nodes, ImmutableArray<Variable> Gone)> Shrinks(ImmutableArray<Node> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            yield return (nodes.RemoveAt(i), [.. node.WithDescendants().SelectMany(inner => inner.Declared)]);
            if (node.Sections.Length > 0 && node.Declared.IsEmpty && !node.WithDescendants().Any(inner => inner.Construct is "break" or "continue"))
                yield return (nodes.RemoveAt(i).InsertRange(i, node.Sections.SelectMany(section => section.Body)), []);
            for (var s = 0; s < node.Sections.Length; s++)
            {
                foreach (var (body, gone) in Shrinks(node.Sections[s].Body))
                    yield return (nodes.SetItem(i, node with { Sections = node.Sections.SetItem(s, node.Sections[s] with { Body = body }) }), gone);
            }
        }
    }
}

/// <summary>A line that opens a block, and the block.</summary>
internal sealed record Section(Code Head, ImmutableArray<Node> Body);
