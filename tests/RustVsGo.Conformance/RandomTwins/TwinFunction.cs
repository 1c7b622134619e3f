using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>A function of a random twin. Line n of it in Rust is line n of it in C#.</summary>
/// <param name="Name">The name, in both languages.</param>
/// <param name="Signature">The first line; <c>{name}</c> stands for the name.</param>
/// <param name="Body">The statements.</param>
/// <param name="Last">The statement that ends the function.</param>
/// <param name="Host">The type whose method it is, if it has a receiver.</param>
internal sealed record TwinFunction(string Name, Code Signature, ImmutableArray<Node> Body, Node Last, TwinType? Host)
{
    /// <summary>The number of lines, from the signature to the closing brace.</summary>
    public int Length => 2 + Last.Length + Body.Sum(node => node.Length);

    public IEnumerable<string> Constructs => Body.Append(Last).SelectMany(node => node.WithDescendants()).Select(node => node.Construct);

    public bool Equals(TwinFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public void Write(StringBuilder rust, StringBuilder csharp)
    {
        rust.Append(Host is null ? "" : $"impl {Host.Name} {{ ").Append(Signature.Rust.Replace("{name}", Name, StringComparison.Ordinal)).Append('\n');
        csharp.Append(Host is null ? "static partial class Functions { " : $"sealed partial class {Host.Name} {{ ")
            .Append(Signature.CSharp.Replace("{name}", Name, StringComparison.Ordinal)).Append('\n');
        foreach (var node in Body.Append(Last))
            node.Write(rust, csharp, 1);
        rust.Append(Host is null ? "}\n" : "} }\n");
        csharp.Append("} }\n");
    }

    /// <summary>The functions that are one statement smaller, with what depends on it.</summary>
    public IEnumerable<TwinFunction> Shrinks()
    {
        foreach (var (nodes, gone) in Node.Shrinks(Body))
        {
            var variables = gone.ToHashSet();
            var left = Node.Without(nodes, variables);
            if (!Last.End.Variables.Overlaps(variables))
                yield return this with { Body = left };
        }
    }

    /// <summary>Both texts side by side, each line with the codes of <paramref name="rustc"/> and of <paramref name="ours"/>.</summary>
    public string Show(IReadOnlyCollection<LineError> rustc, IReadOnlyCollection<LineError> ours)
    {
        StringBuilder rust = new(), csharp = new(), shown = new();
        Write(rust, csharp);
        foreach (var (line, (inRust, inCSharp)) in rust.ToString().Split('\n').Zip(csharp.ToString().Split('\n')).SkipLast(1).Index())
            shown.Append($"{CodesOn(line, rustc),-9}|{CodesOn(line, ours),-9}|{line,3} {inCSharp,-70} | {inRust}\n");
        return shown.ToString();

        static string CodesOn(int line, IEnumerable<LineError> errors) =>
            string.Join(' ', errors.Where(error => error.Line == line).Select(error => error.Code).Order());
    }
}

/// <summary>An error of a function: the line, counted from the signature, and Rust's number of it.</summary>
internal readonly record struct LineError(int Line, string Code);
