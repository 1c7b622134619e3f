using System;
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
    // Whoever says anything writes one of these: the namespace of our attributes, an attribute or the interface of others.
    private static readonly ImmutableArray<string> s_words = Words();

    private readonly ConditionalWeakTable<SyntaxTree, TreeEntry> _trees = new();
    private readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, OwnershipNames>> _assemblies = new();
    private readonly ConditionalWeakTable<IAssemblySymbol, ReferencedVocabulary> _vocabularies = new();
    private int _treesRead;
    private int _closures;

    /// <summary>Shared by all analyzers of the process: they ask for the same.</summary>
    public static GateCache Shared { get; } = new();

    /// <summary>How many trees were read so far.</summary>
    public int TreesRead => _treesRead;

    /// <summary>How often the names of all declarations were put together so far.</summary>
    public int Closures => _closures;

    /// <summary>Whether anybody says anything about ownership: the project, its contract files, or a library that the project can reach.</summary>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public bool IsSpokenIn(Compilation compilation, ContractModel contracts, ImmutableArray<ContractFile> files, CancellationToken cancellation) =>
        !files.IsEmpty || IsSpokenIn(compilation, EntriesOf(compilation), contracts, cancellation);

    private bool IsSpokenIn(Compilation compilation, List<TreeEntry> entries, ContractModel contracts, CancellationToken cancellation) =>
        IsAnyWordIn(entries, s_words, cancellation) || !Reached(compilation, entries, contracts, cancellation).IsEmpty;

    /// <returns><see cref="GateNames.None"/> where nobody says anything.</returns>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public GateNames NamesIn(Compilation compilation, ContractModel contracts, ImmutableArray<ContractFile> files, bool usesCatalog, CancellationToken cancellation)
    {
        var entries = EntriesOf(compilation);
        if (files.IsEmpty && !IsSpokenIn(compilation, entries, contracts, cancellation))
        {
            return GateNames.None;
        }

        // What the files and the catalog say decides what the names of an assembly are.
        var said = TextOf(files, usesCatalog);
        var referenced = Referenced(compilation, entries, contracts, said, cancellation);
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(entry, cancellation);
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

    private static ImmutableArray<string> Words()
    {
        var words = ImmutableArray.CreateBuilder<string>();
        words.Add(AttributeNames.Namespace);
        words.Add(OtherVocabularies.Resource);
        foreach (var attribute in OtherVocabularies.OfJetBrains.AddRange(OtherVocabularies.OfAnyNamespace))
        {
            words.Add(NameClosure.Short(attribute));
        }

        return words.ToImmutable();
    }

    private List<TreeEntry> EntriesOf(Compilation compilation)
    {
        var entries = new List<TreeEntry>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            entries.Add(_trees.GetValue(tree, static tree => new TreeEntry(tree)));
        }

        return entries;
    }

    private ImmutableArray<OwnershipNames> Referenced(Compilation compilation, List<TreeEntry> entries, ContractModel contracts, string said, CancellationToken cancellation)
    {
        var referenced = ImmutableArray.CreateBuilder<OwnershipNames>();
        foreach (var assembly in Reached(compilation, entries, contracts, cancellation))
        {
            var known = _assemblies.GetValue(assembly, static _ => new ConcurrentDictionary<string, OwnershipNames>());
            referenced.Add(known.TryGetValue(said, out var names) ? names : known.GetOrAdd(said, OwnershipNames.Of(assembly, contracts, cancellation)));
        }

        return referenced.ToImmutable();
    }

    // The assemblies that say anything and that some tree can reach.
    private ImmutableArray<IAssemblySymbol> Reached(Compilation compilation, List<TreeEntry> entries, ContractModel contracts, CancellationToken cancellation)
    {
        var reached = ImmutableArray.CreateBuilder<IAssemblySymbol>();
        foreach (var assembly in SpeakingAssemblies.Of(compilation, contracts, VocabularyOf))
        {
            cancellation.ThrowIfCancellationRequested();
            if (VocabularyOf(assembly).IsReached(compilation.Assembly, word => IsWordIn(entries, word, cancellation)))
            {
                reached.Add(assembly);
            }
        }

        return reached.ToImmutable();
    }

    private ReferencedVocabulary VocabularyOf(IAssemblySymbol assembly) => _vocabularies.GetValue(assembly, static assembly => new ReferencedVocabulary(assembly));

    private static bool IsAnyWordIn(List<TreeEntry> entries, ImmutableArray<string> words, CancellationToken cancellation)
    {
        foreach (var word in words)
        {
            if (IsWordIn(entries, word, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordIn(List<TreeEntry> entries, string word, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            if (entry.Contains(word, cancellation))
            {
                return true;
            }
        }

        return false;
    }

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

    private void Read(TreeEntry entry, CancellationToken cancellation)
    {
        if (entry.Declarations.IsDefault)
        {
            Interlocked.Increment(ref _treesRead);
            entry.Declarations = DeclarationReader.Read(entry.Tree, cancellation);
        }
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
        private readonly WeakReference<SyntaxTree> _tree;
        private readonly SourceWords _words = new();

        // An entry lives as long as its tree: it must not keep it alive.
        public TreeEntry(SyntaxTree tree) => _tree = new(tree);

        public SyntaxTree Tree => _tree.TryGetTarget(out var tree) ? tree : throw new InvalidOperationException("The tree of a compilation under analysis is alive.");

        public ImmutableArray<Declaration> Declarations { get; set; }

        public KnownNames? Known { get; set; }

        public bool Contains(string word, CancellationToken cancellation) => _words.Contain(Tree, word, cancellation);
    }

    private sealed class KnownNames
    {
        private readonly ImmutableArray<OwnershipNames> _referenced;
        private readonly string _said;

        public KnownNames(ImmutableArray<ImmutableArray<Declaration>> declarations, ImmutableArray<OwnershipNames> referenced, string said, GateNames names)
        {
            _said = said;
            Declarations = declarations;
            _referenced = referenced;
            Names = names;
        }

        public ImmutableArray<ImmutableArray<Declaration>> Declarations { get; }

        public GateNames Names { get; }

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
