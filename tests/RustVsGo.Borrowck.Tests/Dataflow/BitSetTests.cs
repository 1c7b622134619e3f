using CsCheck;
using RustVsGo.Borrowck.Dataflow;

namespace RustVsGo.Borrowck.Tests.Dataflow;

/// <summary>Sets of small numbers, over the borders of their words.</summary>
public sealed class BitSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    public void What_is_added_is_in_it_until_it_is_removed(int member)
    {
        var set = new BitSet();

        set.Add(member);
        Assert.Equal([member], Members(set, 129));

        set.Remove(member);
        Assert.Empty(Members(set, 129));
    }

    [Fact]
    public void A_union_says_whether_it_changed_anything()
    {
        var (set, other) = (Set(100, 1, 70), Set(100, 70, 99));

        Assert.True(set.UnionWith(other));
        Assert.Equal([1, 70, 99], Members(set, 100));
        Assert.False(set.UnionWith(other));
        Assert.Equal([70, 99], Members(other, 100));
    }

    [Fact]
    public void A_union_into_nothing_is_a_copy_that_goes_its_own_way()
    {
        var (set, other) = (new BitSet(), Set(2_000, 3, 1_999));

        Assert.True(set.UnionWith(other));
        set.Add(4);

        Assert.Equal([3, 1_999], Members(other, 2_000));
        Assert.Equal([3, 4, 1_999], Members(set, 2_000));
        Assert.False(new BitSet().UnionWith(new BitSet()));
    }

    [Fact]
    public void Members_stand_in_all_words()
    {
        Assert.Empty(Members(new BitSet(), 1_000));
        Assert.Equal([0, 63, 64, 511, 1_999], Members(Set(2_000, 0, 63, 64, 511, 1_999), 2_000));
        Assert.Equal(Enumerable.Range(0, 200), Members(Set(200, [.. Enumerable.Range(0, 200)]), 200));
    }

    [Fact]
    public void Each_stretch_with_a_member_counts_roughly_as_full()
    {
        Assert.Equal(0, new BitSet().RoughCount);
        Assert.Equal(1_024, Set(2_000, 0, 63, 64, 511, 1_999).RoughCount);
        Assert.Equal(512, Set(200, [.. Enumerable.Range(0, 200)]).RoughCount);
    }

    [Fact]
    public void The_next_word_is_the_first_that_has_members()
    {
        var set = Set(4_000, 130, 131, 3_000);
        set.Add(700);
        set.Remove(700);

        Assert.Equal(2, set.NextWord(0, 100));
        Assert.Equal(2, set.NextWord(2, 100));
        Assert.Equal(46, set.NextWord(3, 100));
        Assert.Equal(40, set.NextWord(3, 40));
        Assert.Equal(100, set.NextWord(47, 100));
        Assert.Equal(9, new BitSet().NextWord(0, 9));
    }

    [Fact]
    public void A_set_whose_members_are_gone_is_empty_and_others_that_shared_them_are_not()
    {
        var set = Set(2_000, 3, 1_999);
        var clone = set.Clone();

        set.Remove(3);
        set.Remove(1_999);

        Assert.True(set.IsEmpty);
        Assert.Equal([3, 1_999], Members(clone, 2_000));

        set.Add(600);
        set.Add(5);

        Assert.Equal([5, 600], Members(set, 2_000));
        Assert.Equal([3, 1_999], Members(clone, 2_000));
    }

    [Fact]
    public void A_copy_of_an_unchanged_set_is_shared_with_it_until_one_of_them_is_written()
    {
        var set = Set(2_000, 3);
        var clone = set.Clone();

        Assert.True(clone.IsSharedWith(set));

        clone.Add(4);

        Assert.False(clone.IsSharedWith(set));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var set = Set(10, 3);
        var clone = set.Clone();

        clone.Add(4);

        Assert.Equal([3], Members(set, 10));
        Assert.Equal([3, 4], Members(clone, 10));
    }

    [Fact]
    public void A_copy_replaces_what_was_there()
    {
        var set = Set(10, 3);

        set.CopyFrom(Set(10, 4, 5));

        Assert.Equal([4, 5], Members(set, 10));
    }

    [Fact]
    public void An_empty_domain_has_no_members() => Assert.False(new BitSet().UnionWith(new BitSet()));

    [Fact]
    public void Sets_that_share_what_they_have_go_their_own_ways() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2_500]).Array[0, 400].Sample(static steps =>
        {
            BitSet[] sets = [new(), new(), new()];
            HashSet<int>[] expected = [[], [], []];
            foreach (var (action, one, other, member) in steps)
            {
                switch (action)
                {
                    case 0:
                        sets[one].Remove(member);
                        expected[one].Remove(member);
                        break;
                    case 1:
                        sets[one].CopyFrom(sets[other]);
                        expected[one] = [.. expected[other]];
                        break;
                    case 2:
                        var isMore = !expected[other].IsSubsetOf(expected[one]);
                        expected[one].UnionWith(expected[other]);
                        Assert.Equal(isMore, sets[one].UnionWith(sets[other]));
                        break;
                    case 3 when member % 4 == 0:
                        sets[one] = sets[other].Clone();
                        expected[one] = [.. expected[other]];
                        break;
                    default:
                        sets[one].Add(member);
                        expected[one].Add(member);
                        break;
                }
            }

            for (var set = 0; set < sets.Length; set++)
                Assert.Equal(expected[set].Order(), Members(sets[set], 2_501));
        }, iter: 2_000);

    private static BitSet Set(int capacity, params int[] members)
    {
        var set = new BitSet();
        foreach (var member in members)
            set.Add(member);
        return set;
    }

    private static IEnumerable<int> Members(BitSet set, int capacity) => Enumerable.Range(0, capacity).Where(member => set[member]);
}
