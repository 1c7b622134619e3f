using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What an override leaves to its base: each part for itself, and with the base's own names for the parameters.</summary>
public sealed class InheritedPartTests
{
    [Fact]
    public Task Once_on_an_override_leaves_ownership_to_the_base() => Construct.Body(
        """
        Func<int> f = () => 1;
        new Derived().Do(f);
        Console.WriteLine({|RVG0382:f|});
        """,
        """
        abstract class Base { public abstract int Do([Owned] Func<int> f); }
        sealed class Derived : Base { public override int Do([Once] Func<int> f) => f(); }
        """);

    [Fact]
    public Task Once_on_an_override_of_a_base_that_borrows_takes_nothing() => Construct.Body(
        """
        Func<int> f = () => 1;
        new Derived().Do(f);
        Console.WriteLine(f);
        """,
        """
        abstract class Base { public abstract int Do([Borrowed] Func<int> f); }
        sealed class Derived : Base { public override int Do([Once] Func<int> f) => f(); }
        """);

    [Fact]
    public Task A_source_that_the_base_names_is_the_parameter_in_its_place() => Construct.Body(
        """
        var a = MakePart();
        var b = MakePart();
        var r = new Swapped().Pick(a, b);
        Take({|RVG0505:a|});
        Look(r);
        var s = new Swapped().Pick(b, MakePart());
        Look(s);
        Take(b);
        """,
        """
        abstract class Base { [return: Borrowed("first")] public abstract Part Pick([Borrowed] Part first, [Borrowed] Part second); }
        sealed class Swapped : Base { public override Part Pick([Borrowed] Part second, [Borrowed] Part first) => second; }
        """);

    [Fact]
    public Task What_the_source_in_that_place_does_not_lend_is_free() => Construct.Body(
        """
        var a = MakePart();
        var b = MakePart();
        var r = new Swapped().Pick(a, b);
        Take(b);
        Look(r);
        """,
        """
        abstract class Base { [return: Borrowed("first")] public abstract Part Pick([Borrowed] Part first, [Borrowed] Part second); }
        sealed class Swapped : Base { public override Part Pick([Borrowed] Part second, [Borrowed] Part first) => second; }
        """);

    [Fact]
    public Task A_condition_that_the_base_names_is_the_parameter_in_its_place() => Construct.Body(
        """
        var a = MakePart();
        new Renamed().Store(a, true);
        Look(a);
        new Renamed().Store(a, false);
        Look({|RVG0382:a|});
        """,
        """
        abstract class Base { public abstract void Store([Owned(Unless = "leave")] Part part, bool leave); }
        sealed class Renamed : Base { public override void Store(Part part, bool keep) { } }
        """);
}
