using System;
using System.Collections.Generic;
using System.Threading;

namespace RustVsGo.Analyzers.Gate;

/// <summary>The words that the looks at the syntax look for where nobody declared anything, each with what it can mean: put together from their own lists, once.</summary>
internal sealed class GateVocabulary
{
    private static readonly Lazy<GateVocabulary> s_known = new(static () => new GateVocabulary(), LazyThreadSafetyMode.ExecutionAndPublication);

    // A table with open addresses, half empty at most; and for each first letter the lengths of its words, a bit for each.
    private readonly string?[] _words;
    private readonly WordKinds[] _kinds;
    private readonly ulong[] _lengths = new ulong[128];

    private GateVocabulary()
    {
        var all = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        Add(all, CatalogNames.Alone, WordKinds.Begins);
        Add(all, CatalogNames.Drops, WordKinds.Begins);
        Add(all, CatalogNames.Keepers, WordKinds.Begins);
        Add(all, CatalogNames.Consumers, WordKinds.Begins);
        Add(all, new[] { CatalogNames.Clear, "using" }, WordKinds.Begins);
        Add(all, new[] { "await" }, WordKinds.Begins | WordKinds.Awaits);
        Add(all, new[] { "foreach" }, WordKinds.ForEach);
        Add(all, new[] { "while" }, WordKinds.While);
        Add(all, CatalogNames.Deferred, WordKinds.Queries);
        Add(all, new[] { "from" }, WordKinds.Queries);
        Add(all, CatalogDuties.Types, WordKinds.Makes);
        Add(all, CatalogDuties.Members.Keys, WordKinds.Makes);
        Add(all, CatalogNames.MustUse, WordKinds.MustUse);
        Add(all, CatalogNames.Mutators, WordKinds.Mutates);
        Add(all, new[] { CatalogNames.Immutable }, WordKinds.Immutable);
        Add(all, CatalogNames.Locks.Keys, WordKinds.Locks);
        Add(all, CatalogNames.Starters, WordKinds.Works);

        var size = 256;
        while (size < 2 * all.Count)
        {
            size *= 2;
        }

        _words = new string?[size];
        _kinds = new WordKinds[size];
        foreach (var word in all)
        {
            Insert(word.Key, word.Value);
        }
    }

    public static GateVocabulary Known => s_known.Value;

    /// <summary>What the word in <paramref name="text"/> can mean; makes no string of it.</summary>
    /// <param name="text">What the word stands in.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How long it is; not empty.</param>
    public WordKinds Find(char[] text, int start, int length)
    {
        if (text[start] >= 128 || (_lengths[text[start]] & LengthBit(length)) == 0)
        {
            return WordKinds.None;
        }

        var hash = 0u;
        for (var i = start; i < start + length; i++)
        {
            hash = Mix(hash, text[i]);
        }

        for (var index = Slot(hash); _words[index] is { } word; index = (index + 1) & (_words.Length - 1))
        {
            if (word.Length == length && IsAt(word, text, start))
            {
                return _kinds[index];
            }
        }

        return WordKinds.None;
    }

    private static void Add(Dictionary<string, WordKinds> all, IEnumerable<string> words, WordKinds kind)
    {
        foreach (var word in words)
        {
            all.TryGetValue(word, out var known);
            all[word] = known | kind | (CatalogNames.IsMustUse(word) ? WordKinds.MustUse : WordKinds.None);
        }
    }

    private void Insert(string word, WordKinds kinds)
    {
        var hash = 0u;
        foreach (var letter in word)
        {
            hash = Mix(hash, letter);
        }

        var index = Slot(hash);
        while (_words[index] is not null)
        {
            index = (index + 1) & (_words.Length - 1);
        }

        _words[index] = word;
        _kinds[index] = kinds;
        _lengths[word[0]] |= LengthBit(word.Length);
    }

    private static bool IsAt(string word, char[] text, int start)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (text[start + i] != word[i])
            {
                return false;
            }
        }

        return true;
    }

    // All that are longer share a bit.
    private static ulong LengthBit(int length) => 1ul << Math.Min(length, 63);

    private static uint Mix(uint hash, char letter) => (hash * 31) + letter;

    private int Slot(uint hash) => (int)((hash ^ (hash >> 15)) & (uint)(_words.Length - 1));
}
