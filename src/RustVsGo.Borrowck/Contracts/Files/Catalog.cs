using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>
/// The lines of several contract files by the types that they speak about. In: the files; out: the line about a symbol.
/// A type that no line speaks about costs one look-up of its simple name. Safe under concurrency.
/// </summary>
internal sealed class Catalog
{
    private readonly Dictionary<string, List<CatalogType>> _types;
    private readonly ConcurrentDictionary<INamedTypeSymbol, CatalogType?> _known = new(SymbolEqualityComparer.Default);

    private Catalog(Dictionary<string, List<CatalogType>> types) => _types = types;

    /// <summary>Whether no line says anything.</summary>
    public bool IsEmpty => _types.Count == 0;

    /// <param name="files">In the order in which they count: of two lines that contradict each other, the first.</param>
    /// <param name="contradictions">Is told of each part that an earlier line says something else about; null where nobody asks.</param>
    public static Catalog Create(IEnumerable<ContractFile> files, Action<ContractFile, ContractFileError>? contradictions = null)
    {
        var catalog = new Catalog(new Dictionary<string, List<CatalogType>>(StringComparer.Ordinal));
        foreach (var file in files)
        {
            foreach (var line in file.Lines)
            {
                catalog.Add(file, line, contradictions);
            }
        }

        return catalog;
    }

    /// <summary>What is said about <paramref name="type"/> and its members, or null.</summary>
    public CatalogType? Type(INamedTypeSymbol type)
    {
        if (!_types.TryGetValue(type.Name, out var candidates))
        {
            return null;
        }

        var definition = type.OriginalDefinition;
        return _known.TryGetValue(definition, out var known) ? known : _known.GetOrAdd(definition, Find(candidates, definition));
    }

    /// <summary>The same lines for the symbols of another compilation, without those of this one.</summary>
    public Catalog WithoutSymbols() => new(_types);

    /// <summary>The line about <paramref name="symbol"/>, a type or a member of one, or null.</summary>
    public ContractLine? Line(ISymbol symbol) => symbol is INamedTypeSymbol type
        ? Type(type)?.Line
        : symbol.ContainingType is { } containing ? Type(containing)?.Find(symbol) : null;

    private static CatalogType? Find(List<CatalogType> candidates, INamedTypeSymbol type)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Is(type))
            {
                return candidate;
            }
        }

        return null;
    }

    private void Add(ContractFile file, ContractLine line, Action<ContractFile, ContractFileError>? contradictions)
    {
        var (path, member) = Split(line.Id);
        var type = TypeAt(path);
        if (line.Id[0] == 'T')
        {
            type.Line = type.Line is { } known ? Merge(file, known, line, contradictions) : line;
            return;
        }

        type.HasMutations |= line.Find(ContractPartKind.Receiver, "")?.Find(AttributeNames.Mutates) is not null;
        var lines = type.LinesOf(member);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Id == line.Id)
            {
                lines[i] = Merge(file, lines[i], line, contradictions);
                return;
            }
        }

        lines.Add(line);
    }

    private static ContractLine Merge(ContractFile file, ContractLine first, ContractLine second, Action<ContractFile, ContractFileError>? contradictions)
    {
        foreach (var part in second.Parts)
        {
            if (first.Find(part.Kind, part.Name) is not { } known)
            {
                first = first with { Parts = first.Parts.Add(part) };
            }
            else if (!ContractVocabulary.IsSame(known, part))
            {
                contradictions?.Invoke(file, new(ContractFileErrorKind.Contradiction, part.Span, part.Name));
            }
        }

        return first;
    }

    private CatalogType TypeAt(ImmutableArray<(string Name, int Arity)> path)
    {
        var name = path[path.Length - 1].Name;
        if (!_types.TryGetValue(name, out var types))
        {
            _types.Add(name, types = new List<CatalogType>(1));
        }

        foreach (var type in types)
        {
            if (type.HasPath(path))
            {
                return type;
            }
        }

        var added = new CatalogType(path);
        types.Add(added);
        return added;
    }

    // "M:System.Collections.Generic.List`1.Add(`0)" is the type System.Collections.Generic.List`1 and the member Add.
    private static (ImmutableArray<(string Name, int Arity)> Type, string Member) Split(string id)
    {
        var end = id.IndexOfAny(new[] { '(', '~' });
        var name = end < 0 ? id.Substring(2) : id.Substring(2, end - 2);
        var member = "";
        if (id[0] != 'T')
        {
            var dot = name.LastIndexOf('.');
            member = name.Substring(dot + 1);
            name = dot < 0 ? "" : name.Substring(0, dot);
            var arity = member.IndexOf("``", StringComparison.Ordinal);
            member = arity < 0 ? member : member.Substring(0, arity);
        }

        var path = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var segment in name.Split('.'))
        {
            var tick = segment.IndexOf('`');
            path.Add(tick >= 0 && int.TryParse(segment.Substring(tick + 1), out var count) ? (segment.Substring(0, tick), count) : (segment, 0));
        }

        return (path.ToImmutable(), member);
    }
}
