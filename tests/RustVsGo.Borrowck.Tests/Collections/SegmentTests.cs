using CsCheck;
using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Tests.Collections;

/// <summary>What stands in segments is held against the framework's own lists and dictionaries, over the borders of the segments.</summary>
public sealed class SegmentTests
{
    [Fact]
    public void A_list_holds_what_was_added_in_its_order() =>
        Gen.Int[0, 5_000].Sample(count =>
        {
            var list = new Segmented<int>();
            for (var i = 0; i < count; i++)
                list.Add(i * 3);

            Assert.Equal(count, list.Count);
            Assert.Equal(Enumerable.Range(0, count).Select(static i => i * 3), list);
        }, iter: 40);

    [Fact]
    public void A_list_of_equal_items_can_be_changed_and_grow() =>
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 3_000]).Sample((count, more) =>
        {
            var (list, expected) = (new Segmented<int>(count, -1), Enumerable.Repeat(-1, count).ToList());
            for (var i = 0; i < more; i++)
            {
                list.Add(i);
                expected.Add(i);
            }

            list[count + (more / 2)] = 7;
            expected[count + (more / 2)] = 7;
            Assert.Equal(expected, list);
        }, iter: 40);

    [Fact]
    public void A_cleared_list_starts_anew()
    {
        var list = new Segmented<string>(3_000, "old");

        list.Clear();
        list.Add("new");

        Assert.Equal(["new"], list);
    }

    [Fact]
    public void A_dictionary_finds_the_last_value_of_each_key() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int).Array[0, 6_000].Sample(pairs =>
        {
            var (dictionary, expected) = (new SegmentedDictionary<int, int>(), new Dictionary<int, int>());
            foreach (var (key, value) in pairs)
            {
                dictionary.Set(key, value);
                expected[key] = value;
            }

            for (var key = 0; key < 3_010; key++)
            {
                Assert.Equal(expected.TryGetValue(key, out var known), dictionary.TryGetValue(key, out var found));
                Assert.Equal(known, found);
            }
        }, iter: 30);

    [Fact]
    public void Keys_with_one_hash_are_told_apart()
    {
        var dictionary = new SegmentedDictionary<string, int>(new OneHash());
        for (var i = 0; i < 100; i++)
            dictionary.Set($"key {i}", i);

        Assert.All(Enumerable.Range(0, 100), i => Assert.True(dictionary.TryGetValue($"key {i}", out var value) && value == i));
        Assert.False(dictionary.TryGetValue("key 100", out _));
    }

    [Fact]
    public void The_numbers_of_each_key_come_in_their_order() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9_999]).Array[0, 5_000].Sample(added =>
        {
            var lists = new ListsByNumber<int>(41);
            foreach (var (key, item) in added)
                lists.Add(key, item);

            for (var key = 0; key <= 40; key++)
            {
                var items = new List<int>();
                foreach (var item in lists[key])
                    items.Add(item);
                Assert.Equal(added.Where(pair => pair.Item1 == key).Select(static pair => pair.Item2), items);
            }
        }, iter: 30);

    [Fact]
    public void Edges_the_other_way_lead_back()
    {
        int[][] targets = [[1, 2], [2], [0, 2], []];
        var edges = Edges.From(4, block => targets[block].Length, (block, index) => targets[block][index]);
        var back = edges.Reversed();

        Assert.Equal([[2], [0], [0, 1, 2], []], Enumerable.Range(0, 4).Select(block => All(back[block])));
        Assert.Equal(targets, Enumerable.Range(0, 4).Select(block => All(back.Reversed()[block])));
    }

    private static int[] All(Edges.Targets targets)
    {
        var all = new List<int>();
        foreach (var target in targets)
            all.Add(target);
        return [.. all];
    }

    private sealed class OneHash : IEqualityComparer<string>
    {
        public bool Equals(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

        public int GetHashCode(string key) => 42;
    }
}
