using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Checking;

/// <summary>Which accesses touch which borrowed place, as rustc's <c>places_conflict</c> decides it.</summary>
public sealed class PlacesConflictTests
{
    // Borrowed place, accessed place, and whether a shallow access (an assignment), a drop and a deep access touch it.
    private static readonly (string Name, Place Borrowed, Place Accessed, bool Shallow, bool Drop, bool Deep)[] s_table =
    [
        ("x, x", Place(0), Place(0), true, true, true),
        ("x, y", Place(0), Place(1), false, false, false),
        ("x.A, y.A", Place(0, A), Place(1, A), false, false, false),

        // The access is around the borrow, or inside of it.
        ("x.A, x", Place(0, A), Place(0), true, true, true),
        ("x.A.B, x", Place(0, A, B), Place(0), true, true, true),
        ("x, x.A", Place(0), Place(0, A), true, true, true),
        ("x.A, x.A.B", Place(0, A), Place(0, A, B), true, true, true),
        ("x.A, x.A", Place(0, A), Place(0, A), true, true, true),

        // The ways part.
        ("x.A, x.B", Place(0, A), Place(0, B), false, false, false),
        ("x.A.A, x.A.B", Place(0, A, A), Place(0, A, B), false, false, false),
        ("x.A.B, x.B", Place(0, A, B), Place(0, B), false, false, false),
        ("x.A, x.B.A", Place(0, A), Place(0, B, A), false, false, false),

        // Neither writing nor dropping a reference touches what it points at.
        ("*x, x", Place(0, Exclusive), Place(0), false, false, true),
        ("(*x).A, x", Place(0, Exclusive, A), Place(0), false, false, true),
        ("*x.A, x", Place(0, A, Exclusive), Place(0), false, false, true),
        ("*x.A, x.A", Place(0, A, Exclusive), Place(0, A), false, false, true),
        ("(*x.A).B, x.A", Place(0, A, Exclusive, B), Place(0, A), false, false, true),

        // Writing or dropping what it points at does.
        ("*x, *x", Place(0, Exclusive), Place(0, Exclusive), true, true, true),
        ("(*x).A, *x", Place(0, Exclusive, A), Place(0, Exclusive), true, true, true),
        ("*x, (*x).A", Place(0, Exclusive), Place(0, Exclusive, A), true, true, true),
        ("(*x).A, (*x).B", Place(0, Exclusive, A), Place(0, Exclusive, B), false, false, false),
        ("x, *x", Place(0), Place(0, Exclusive), true, true, true),

        // Two ways to one value are one place.
        ("*x shared, *x exclusive", Place(0, Shared), Place(0, Exclusive), true, true, true),

        // All elements of an array may be the same one.
        ("x[_], x[_]", Place(0, Element), Place(0, Element), true, true, true),
        ("x[_], x", Place(0, Element), Place(0), true, true, true),
        ("x, x[_]", Place(0), Place(0, Element), true, true, true),
        ("x[_].A, x[_].B", Place(0, Element, A), Place(0, Element, B), false, false, false),
        ("x[_].A, x[_]", Place(0, Element, A), Place(0, Element), true, true, true),
    ];

    public static TheoryData<string> Rows => new(s_table.Select(static row => row.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_access_touches_a_borrow_as_the_table_says(string name)
    {
        var row = s_table.Single(row => row.Name == name);

        Assert.Equal(row.Shallow, PlacesConflict.Conflict(row.Borrowed, row.Accessed, AccessDepth.Shallow));
        Assert.Equal(row.Drop, PlacesConflict.Conflict(row.Borrowed, row.Accessed, AccessDepth.Drop));
        Assert.Equal(row.Deep, PlacesConflict.Conflict(row.Borrowed, row.Accessed, AccessDepth.Deep));
    }

    [Fact]
    public void Writing_a_place_ends_the_loans_of_it_and_of_what_is_inside()
    {
        Assert.True(PlacesConflict.IsKilledBy(Place(0), written: Place(0)));
        Assert.True(PlacesConflict.IsKilledBy(Place(0, A), written: Place(0)));
        Assert.True(PlacesConflict.IsKilledBy(Place(0, Exclusive, A), written: Place(0)));
        Assert.True(PlacesConflict.IsKilledBy(Place(0, A, B), written: Place(0, A)));
    }

    [Fact]
    public void Writing_a_place_leaves_the_loans_of_others()
    {
        Assert.False(PlacesConflict.IsKilledBy(Place(1), written: Place(0)));
        Assert.False(PlacesConflict.IsKilledBy(Place(0, B), written: Place(0, A)));
        Assert.False(PlacesConflict.IsKilledBy(Place(0, A, B), written: Place(0, A, A)));
    }

    [Fact]
    public void Writing_an_element_leaves_the_loan_of_what_may_be_another_one() =>
        Assert.False(PlacesConflict.IsKilledBy(Place(0, Element), written: Place(0, Element)));
}
