using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>What contract files say about one type and its members.</summary>
internal sealed class CatalogType
{
    private readonly ImmutableArray<(string Name, int Arity)> _path;
    private readonly Dictionary<string, List<ContractLine>> _members = new(StringComparer.Ordinal);

    public CatalogType(ImmutableArray<(string Name, int Arity)> path) => _path = path;

    /// <summary>Whether a line says that a member mutates its receiver.</summary>
    public bool HasMutations { get; set; }

    /// <summary>The line about the type itself, or null.</summary>
    public ContractLine? Line { get; set; }

    /// <summary>The lines about members called <paramref name="name"/>, to add to.</summary>
    public List<ContractLine> LinesOf(string name)
    {
        if (!_members.TryGetValue(name, out var lines))
        {
            _members.Add(name, lines = new List<ContractLine>(1));
        }

        return lines;
    }

    /// <summary>The line about <paramref name="member"/>, or null. Its id is built only where a line has its name.</summary>
    public ContractLine? Find(ISymbol member)
    {
        if (!_members.TryGetValue(NameInId(member.Name), out var lines))
        {
            return null;
        }

        var id = member.OriginalDefinition.GetDocumentationCommentId();
        foreach (var line in lines)
        {
            if (line.Id == id)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Whether this is <paramref name="type"/>: the same name, arity, containing types and namespaces.</summary>
    public bool Is(INamedTypeSymbol type) => Is(type, _path.AsSpan());

    public bool HasPath(ImmutableArray<(string Name, int Arity)> path) => path.AsSpan().SequenceEqual(_path.AsSpan());

    // Explicit implementations carry their interface's name, constructors a dot.
    private static string NameInId(string name) =>
        name.IndexOf('.') < 0 && name.IndexOf('<') < 0 ? name : name.Replace('.', '#').Replace('<', '{').Replace('>', '}');

    private static bool Is(INamedTypeSymbol type, ReadOnlySpan<(string Name, int Arity)> path)
    {
        var last = path.Length - 1;
        var current = type;
        while (true)
        {
            if (last < 0 || current.Name != path[last].Name || current.Arity != path[last].Arity)
            {
                return false;
            }

            last--;
            if (current.ContainingType is not { } outer)
            {
                break;
            }

            current = outer;
        }

        var space = current.ContainingNamespace;
        for (; last >= 0; last--)
        {
            if (space is null or { IsGlobalNamespace: true } || path[last].Arity != 0 || space.Name != path[last].Name)
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is null or { IsGlobalNamespace: true };
    }
}
