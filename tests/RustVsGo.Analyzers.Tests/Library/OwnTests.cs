using System.Text;

namespace RustVsGo.Analyzers.Tests.Library;

/// <summary>What the helpers of <see cref="Own"/> do when the program runs.</summary>
public sealed class OwnTests
{
    [Fact]
    public void Borrow_returns_its_argument()
    {
        var value = new StringBuilder("a");

        Assert.Same(value, Own.Borrow(value));
    }

    [Fact]
    public void Borrow_of_null_is_null()
    {
        StringBuilder? value = null;

        Assert.Null(Own.Borrow(value));
    }

    [Fact]
    public void BorrowMut_returns_its_argument()
    {
        var value = new StringBuilder("a");

        Own.BorrowMut(value).Append('b');

        Assert.Equal("ab", value.ToString());
    }

    [Fact]
    public void Take_returns_the_value_and_leaves_null()
    {
        var value = new StringBuilder("a");
        StringBuilder? place = value;

        // NotNullIfNotNull: what is taken out of a place that is known not to be null needs no test.
        StringBuilder taken = Own.Take(ref place);

        Assert.Same(value, taken);
        Assert.Null(place);
    }

    [Fact]
    public void Take_of_a_struct_leaves_its_default()
    {
        var place = 7;

        Assert.Equal(7, Own.Take(ref place));
        Assert.Equal(0, place);
    }

    [Fact]
    public void Take_twice_gives_null_the_second_time()
    {
        StringBuilder? place = new();

        Assert.NotNull(Own.Take(ref place));
        Assert.Null(Own.Take(ref place));
    }

    [Fact]
    public void Take_reaches_an_array_element()
    {
        string?[] places = ["a", "b"];

        Assert.Equal("a", Own.Take(ref places[0]));
        Assert.Equal([null, "b"], places);
    }

    [Fact]
    public void Replace_returns_the_old_value_and_leaves_the_new_one()
    {
        var first = new StringBuilder("a");
        var second = new StringBuilder("b");
        var place = first;

        var old = Own.Replace(ref place, second);

        Assert.Same(first, old);
        Assert.Same(second, place);
    }

    [Fact]
    public void Replace_by_a_value_makes_a_place_known_not_to_be_null()
    {
        StringBuilder? place = null;

        var old = Own.Replace(ref place, new StringBuilder("a"));

        Assert.Null(old);
        Assert.Equal("a", place.ToString());
    }

    [Fact]
    public void Replace_reads_the_new_value_before_it_writes()
    {
        var place = new StringBuilder("a");

        Assert.Same(place, Own.Replace(ref place, place));
        Assert.Equal("a", place.ToString());
    }
}
