using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>A piece of a random twin: the same code in both languages.</summary>
/// <param name="Rust">The code in Rust.</param>
/// <param name="CSharp">The code in C#.</param>
/// <param name="Variables">The variables that it names.</param>
/// <param name="Sources">The variables that its value borrows from, as far as the generator knows.</param>
internal sealed record Code(string Rust, string CSharp, ImmutableHashSet<Variable> Variables, ImmutableHashSet<Variable> Sources)
{
    /// <summary>Code around other code: <c>{0}</c>, <c>{1}</c> … stand for <paramref name="parts"/>. What the parts borrow from, the whole does.</summary>
    public static Code Of(string rust, string csharp, params Code[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var hole = $"{{{i}}}";
            rust = rust.Replace(hole, parts[i].Rust, StringComparison.Ordinal);
            csharp = csharp.Replace(hole, parts[i].CSharp, StringComparison.Ordinal);
        }

        return new Code(rust, csharp, [.. parts.SelectMany(part => part.Variables)], [.. parts.SelectMany(part => part.Sources)]);
    }

    public static Code Of(Variable variable) => new(variable.Name, variable.CSharpName, [variable], [variable, .. variable.Sources]);

    public Code Borrowing(params Code[] from) => this with { Sources = [.. from.SelectMany(part => part.Sources)] };
}
