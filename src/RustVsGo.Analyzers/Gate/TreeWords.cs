using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Where in the text of a tree the words of <see cref="GateVocabulary"/> stand: the text is read once, and whoever looks for something in a body knows
/// from then on whether it can be there at all, and in which of its nodes. Comments and strings count as well: it errs on the side of looking.
/// </summary>
internal sealed class TreeWords
{
    private static readonly ConditionalWeakTable<SyntaxTree, Lazy<TreeWords>> s_known = new();

    private readonly List<int> _places = new();
    private readonly List<WordKinds> _kinds = new();

    private TreeWords()
    {
    }

    /// <summary>What any word of the tree can mean.</summary>
    public WordKinds All { get; private set; }

    /// <summary>The words of <paramref name="tree"/>; kept as long as the tree.</summary>
    public static TreeWords Of(SyntaxTree tree) =>
        (s_known.TryGetValue(tree, out var known) ? known : s_known.GetValue(tree, static tree => new Lazy<TreeWords>(() => In(tree.GetText())))).Value;

    /// <summary>The words of <paramref name="text"/>.</summary>
    public static TreeWords In(SourceText text)
    {
        var words = new TreeWords();
        var buffer = new char[Math.Min(text.Length, 8192)];
        for (var start = 0; start < text.Length;)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            var end = start + count < text.Length ? EndOfWords(buffer, count) : count;
            words.Read(buffer, end, start);
            start += end;
        }

        return words;
    }

    /// <summary>What the words in <paramref name="span"/> can mean.</summary>
    public WordKinds In(TextSpan span)
    {
        var kinds = WordKinds.None;
        for (var i = FirstFrom(span.Start); i < _places.Count && _places[i] < span.End; i++)
        {
            kinds |= _kinds[i];
        }

        return kinds;
    }

    /// <summary>Where in <paramref name="span"/> words stand that can mean one of <paramref name="kinds"/>.</summary>
    public WordPlaces Places(TextSpan span, WordKinds kinds)
    {
        List<int>? places = null;
        for (var i = FirstFrom(span.Start); i < _places.Count && _places[i] < span.End; i++)
        {
            if ((_kinds[i] & kinds) != 0)
            {
                (places ??= new List<int>()).Add(_places[i]);
            }
        }

        return new WordPlaces(places);
    }

    private int FirstFrom(int position) => _places.BinarySearch(position) is var found && found < 0 ? ~found : found;

    // A word that may go on behind the buffer is read with what follows; one that fills it is none of ours.
    private static int EndOfWords(char[] buffer, int count)
    {
        var end = count;
        while (end > 0 && IsPart(buffer[end - 1]))
        {
            end--;
        }

        return end == 0 ? count : end;
    }

    private void Read(char[] buffer, int end, int offset)
    {
        for (var i = 0; i < end; i++)
        {
            if (!IsPart(buffer[i]))
            {
                continue;
            }

            var start = i;
            var isPlain = true;
            for (; i < end && IsPart(buffer[i]); i++)
            {
                isPlain &= buffer[i] < 128 && buffer[i] != '\\';
            }

            if (isPlain)
            {
                Add(buffer, start, i - start, offset + start);
            }
            else
            {
                ReadWritten(buffer, start, i, offset);
            }
        }
    }

    // A name may be written with escapes (`\u0043onfig`) and with characters that do not count (C#'s lexer: those of the category Cf). What is no letter of ours
    // ends the word: no word that is looked for has any.
    private void ReadWritten(char[] buffer, int start, int end, int offset)
    {
        // What it says is never longer than how it is written, and takes its place.
        var (length, place) = (0, start);
        for (var i = start; i < end;)
        {
            var next = i + 1;
            var letter = buffer[i] == '\\' ? Escaped(buffer, i, end, out next) : buffer[i];
            if (letter < 128 && letter != '\\')
            {
                place = length == 0 ? i : place;
                buffer[start + length++] = letter;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                Add(buffer, start, length, offset + place);
                length = 0;
            }

            i = next;
        }

        Add(buffer, start, length, offset + place);
    }

    // `\u0041` and `\U00000041`; the backslash itself where it is something else.
    private static char Escaped(char[] buffer, int start, int end, out int next)
    {
        next = start + 1;
        var digits = next < end ? buffer[next] switch { 'u' => 4, 'U' => 8, _ => 0 } : 0;
        if (digits == 0 || next + digits >= end)
        {
            return '\\';
        }

        var value = 0u;
        for (var i = 1; i <= digits; i++)
        {
            var digit = buffer[next + i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return '\\';
            }

            value = (value << 4) | (uint)digit;
        }

        next += digits + 1;
        return value <= char.MaxValue ? (char)value : '\\';
    }

    private void Add(char[] buffer, int start, int length, int place)
    {
        if (length > 0 && GateVocabulary.Known.Find(buffer, start, length) is not WordKinds.None and var kinds)
        {
            _places.Add(place);
            _kinds.Add(kinds);
            All |= kinds;
        }
    }

    private static bool IsPart(char letter) =>
        (uint)((letter | 0x20) - 'a') <= 'z' - 'a' || (uint)(letter - '0') <= 9 || letter is '_' or '\\' || letter >= 128;
}
