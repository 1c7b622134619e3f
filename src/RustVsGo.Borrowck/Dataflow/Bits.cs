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

    /// <summary>The number of the lowest set bit of <paramref name="word"/>, which has one.</summary>
    public static int Lowest(ulong word)
    {
        var number = 0;
        for (var half = 32; half > 0; half >>= 1)
        {
            if ((word & ((1UL << half) - 1)) == 0)
            {
                word >>= half;
                number += half;
            }
        }

        return number;
    }
}
