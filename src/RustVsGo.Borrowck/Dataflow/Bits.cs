using System.Collections.Generic;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>The bits of a word, one by one; netstandard2.0 has no <c>BitOperations</c>.</summary>
internal static class Bits
{
    /// <summary>Lists the set bits of <paramref name="word"/>, the lowest as <paramref name="first"/>.</summary>
    public static void AddTo(List<int> members, int first, ulong word)
    {
        for (; word != 0; word &= word - 1)
        {
            members.Add(first + Lowest(word));
        }
    }

    /// <summary>How many bits of <paramref name="word"/> are set.</summary>
    public static int Count(ulong word)
    {
        // Sums of two, four and eight bits side by side, then all bytes at once.
        word -= (word >> 1) & 0x5555555555555555;
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
        word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
        return (int)(unchecked(word * 0x0101010101010101) >> 56);
    }

    /// <summary>The number of the lowest set bit of <paramref name="word"/>, which has one.</summary>
    public static int Lowest(ulong word)
    {
        // The bits below it, counted.
        return Count(unchecked((word & (~word + 1)) - 1));
    }
}
