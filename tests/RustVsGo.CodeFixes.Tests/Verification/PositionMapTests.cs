using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes.Tests.Verification;

public sealed class PositionMapTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(9, 12)]
    [InlineData(20, 21)]
    public void A_position_moves_by_what_changed_in_front_of_it(int before, int after)
    {
        // Three more at 5, two less from 10 to 12.
        var map = new PositionMap([new TextChange(new TextSpan(5, 0), "abc"), new TextChange(new TextSpan(10, 2), "")]);

        Assert.True(map.Leads(before, after));
        Assert.False(map.Leads(before, after + 1));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Where_something_is_inserted_a_position_stands_on_either_side(int after, bool leads) =>
        Assert.Equal(leads, new PositionMap([new TextChange(new TextSpan(5, 0), "abc")]).Leads(5, after));

    [Fact]
    public void A_span_takes_in_what_is_inserted_at_its_ends()
    {
        var map = new PositionMap([new TextChange(new TextSpan(5, 0), "abc"), new TextChange(new TextSpan(10, 0), "de")]);

        Assert.Equal(TextSpan.FromBounds(5, 15), map.Map(TextSpan.FromBounds(5, 10)));
        Assert.Equal(TextSpan.FromBounds(0, 4), map.Map(TextSpan.FromBounds(0, 4)));
    }
}
