using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// What an edit leaves as it was is not read again: the declarations of each syntax tree, the names of each referenced assembly, and the
/// names of all where no declaration changed. Holds strings, for as long as the tree or assembly lives that they come from.
/// </summary>
internal sealed class GateCache
{
    private readonly ConditionalWeakTable<SyntaxTree, TreeEntry> _trees = new();
    private readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, OwnershipNames>> _assemblies = new();
    private readonly ConditionalWeakTable<IAssemblySymbol, object> _saying = new();
    private int _treesRead;
    private int _closures;

    /// <summary>How many trees were read so far.</summary>
    public int TreesRead => _treesRead;

    /// <summary>How often the names of all declarations were put together so far.</summary>
    public int Closures => _closures;

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public HashSet<string> NamesIn(Compilation compilation, ContractModel contracts, ImmutableArray<ContractFile> files, bool usesCatalog, CancellationToken cancellation)
    {
        // What the files and the catalog say decides what the names of an assembly are.
        var said = TextOf(files, usesCatalog);
        var referenced = Referenced(compilation, contracts, said, cancellation);
        var entries = new List<TreeEntry>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(EntryOf(tree, cancellation));
        }

        if (FindKnown(entries, referenced, said) is not { } known)
        {
            var declarations = ImmutableArray.CreateBuilder<ImmutableArray<Declaration>>(entries.Count);
            foreach (var entry in entries)
            {
                declarations.Add(entry.Declarations);
            }

            var all = declarations.MoveToImmutable();
            Interlocked.Increment(ref _closures);
            known = new KnownNames(all, referenced, said, NameClosure.Of(all, referenced, OwnershipNames.Of(files), cancellation));
        }

        for (var i = 0; i < entries.Count; i++)
        {
            // A tree that declares the same as the one before it shares what was read of that.
            entries[i].Declarations = known.Declarations[i];
            entries[i].Known = known;
        }

        return known.Names;
    }

    private ImmutableArray<OwnershipNames> Referenced(Compilation compilation, ContractModel contracts, string said, CancellationToken cancellation)
    {
        var referenced = ImmutableArray.CreateBuilder<OwnershipNames>();
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && (contracts.IsOptedIn(assembly) || Says(assembly)))
            {
                var known = _assemblies.GetValue(assembly, static _ => new ConcurrentDictionary<string, OwnershipNames>());
                referenced.Add(known.TryGetValue(said, out var names) ? names : known.GetOrAdd(said, OwnershipNames.Of(assembly, contracts, cancellation)));
            }
        }

        return referenced.ToImmutable();
    }

    // Whether the assembly says anything in another vocabulary.
    private bool Says(IAssemblySymbol assembly) => (bool)_saying.GetValue(assembly, static assembly => VocabularyUse.IsIn(assembly));

    private static string TextOf(ImmutableArray<ContractFile> files, bool usesCatalog)
    {
        var text = new StringBuilder(usesCatalog ? "catalog" : "");
        foreach (var file in files)
        {
            foreach (var line in file.Lines)
            {
                text.Append('\n').Append(line.Id);
            }
        }

        return text.ToString();
    }

    private TreeEntry EntryOf(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!_trees.TryGetValue(tree, out var entry))
        {
            Interlocked.Increment(ref _treesRead);
            var read = new TreeEntry(DeclarationReader.Read(tree, cancellation));
            entry = _trees.GetValue(tree, _ => read);
        }

        return entry;
    }

    // The trees that an edit left alone remember what they were part of.
    private static KnownNames? FindKnown(List<TreeEntry> entries, ImmutableArray<OwnershipNames> referenced, string said)
    {
        KnownNames? tried = null;
        foreach (var entry in entries)
        {
            if (entry.Known is { } known && !ReferenceEquals(known, tried))
            {
                if (known.Fits(entries, referenced, said))
                {
                    return known;
                }

                tried = known;
            }
        }

        return null;
    }

    private sealed class TreeEntry
    {
        public TreeEntry(ImmutableArray<Declaration> declarations) => Declarations = declarations;

        public ImmutableArray<Declaration> Declarations { get; set; }

        public KnownNames? Known { get; set; }
    }

    private sealed class KnownNames
    {
        private readonly ImmutableArray<OwnershipNames> _referenced;
        private readonly string _said;

        public KnownNames(ImmutableArray<ImmutableArray<Declaration>> declarations, ImmutableArray<OwnershipNames> referenced, string said, HashSet<string> names)
        {
            _said = said;
            Declarations = declarations;
            _referenced = referenced;
            Names = names;
        }

        public ImmutableArray<ImmutableArray<Declaration>> Declarations { get; }

        public HashSet<string> Names { get; }

        public bool Fits(List<TreeEntry> entries, ImmutableArray<OwnershipNames> referenced, string said)
        {
            if (entries.Count != Declarations.Length || _said != said || !Same(referenced))
            {
                return false;
            }

            for (var i = 0; i < entries.Count; i++)
            {
                if (!Same(entries[i].Declarations, Declarations[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Same(ImmutableArray<OwnershipNames> referenced)
        {
            if (referenced.Length != _referenced.Length)
            {
                return false;
            }

            for (var i = 0; i < referenced.Length; i++)
            {
                if (!ReferenceEquals(referenced[i], _referenced[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool Same(ImmutableArray<Declaration> one, ImmutableArray<Declaration> other)
        {
            if (one == other)
            {
                return true;
            }

            if (one.Length != other.Length)
            {
                return false;
            }

            for (var i = 0; i < one.Length; i++)
            {
                if (!one[i].Equals(other[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
