namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Code that does not compile has diagnostics of its own: no crash, and no report about a program that is not there yet.</summary>
public sealed class BrokenCodeTests
{
    private const string Types =
        """

        [RustVsGo.Owned] class Config { public int Port; public Config Inner; public Config Clone() => new(); }
        static class Api
        {
            public static Config Make() => new();
            public static void Take([RustVsGo.Owned] Config config) { }
            public static void Look([RustVsGo.Borrowed] Config config) { }
        }
        """;

    [Theory]
    [InlineData("an unknown variable", "var x = Make(); Take(x); Look(x); Look(y);")]
    [InlineData("an unknown method", "var x = Make(); Take(x); Look(x); Nothing(x);")]
    [InlineData("an unknown member", "var x = Make(); Take(x); Look(x.Nothing);")]
    [InlineData("an unknown type", "Nothing x = Make(); Take(x); Look(x);")]
    [InlineData("a missing argument", "var x = Make(); Take(x); Look();")]
    [InlineData("too many arguments", "var x = Make(); Take(x, x); Look(x);")]
    [InlineData("an argument of the wrong type", "var x = Make(); Take(x); Look(1); Look(x);")]
    [InlineData("a missing semicolon", "var x = Make() Take(x); Look(x);")]
    [InlineData("a missing brace", "var x = Make(); if (true) { Take(x); Look(x);")]
    [InlineData("an open string", "var x = Make(); Take(x); Look(x); var s = \"")]
    [InlineData("an open call", "var x = Make(); Take(x); Look(x")]
    [InlineData("an open condition", "var x = Make(); Take(x); if (")]
    [InlineData("an open lambda", "var x = Make(); System.Action f = () => Take(x; Look(x);")]
    [InlineData("an open using", "using var x = ; Take(x); Look(x);")]
    [InlineData("an open switch", "var x = Make(); switch (x) { case")]
    [InlineData("an open try", "var x = Make(); try { Take(x); Look(x); ")]
    [InlineData("a dot at the end", "var x = Make(); Take(x); x.")]
    [InlineData("a variable declared twice", "var x = Make(); var x = Make(); Take(x); Look(x);")]
    [InlineData("a variable used before it is declared", "Take(x); var x = Make(); Look(x);")]
    [InlineData("an unassigned variable", "Config x; Take(x); Look(x);")]
    [InlineData("a break outside of a loop", "var x = Make(); Take(x); break; Look(x);")]
    [InlineData("a goto to nowhere", "var x = Make(); Take(x); goto nowhere; Look(x);")]
    [InlineData("an await outside of async", "var x = Make(); Take(x); await Look(x);")]
    [InlineData("a yield in a void method", "var x = Make(); yield return x; Look(x);")]
    [InlineData("a return of a value from a void method", "var x = Make(); Take(x); return x;")]
    [InlineData("a duplicate case", "var x = Make(); switch (1) { case 1: Take(x); break; case 1: Look(x); break; }")]
    [InlineData("an assignment to a value", "var x = Make(); Take(x); 1 = x; Look(x);")]
    [InlineData("an unknown operator", "var x = Make(); Take(x); var y = x + x;")]
    [InlineData("a broken deconstruction", "var x = Make(); var (a, b) = x; Take(a); Look(a);")]
    [InlineData("a broken object initializer", "var x = Make(); var y = new Config { Nothing = x }; Look(x);")]
    [InlineData("a broken with", "var x = Make(); Take(x); var y = x with { Port = 1 };")]
    [InlineData("a broken pattern", "var x = Make(); Take(x); if (x is { Nothing: 1 }) { }")]
    [InlineData("a broken switch expression", "var x = Make(); Take(x); var y = x switch { 1 => };")]
    [InlineData("a broken interpolation", "var x = Make(); Take(x); var s = $\"{x\";")]
    [InlineData("a broken attribute", "var x = Make(); F(x); Look(x); void F([RustVsGo.Owned(] Config c) { }")]
    [InlineData("a broken type argument", "System.Collections.Generic.List<> l = null; var x = Make(); Take(x); Look(x);")]
    [InlineData("a broken foreach", "var x = Make(); foreach (var y in x) { Take(y); Look(y); }")]
    [InlineData("a broken using", "using (var x = Make()) { Take(x); Look(x); }")]
    [InlineData("a broken ref", "var x = Make(); Take(x); ref var y = ref Make(); Look(x);")]
    [InlineData("a broken out", "Look(out var x); Take(x); Look(x);")]
    public Task A_broken_body_is_not_reported(string what, string statements)
    {
        Assert.NotEmpty(what);
        return Verify.OwnershipInBrokenCode("using static Api; class Program { static void Main() { " + statements + " } }" + Types);
    }

    [Fact]
    public Task A_broken_body_leaves_the_reports_of_the_next_one() => Verify.OwnershipInBrokenCode(
        """
        using static Api;
        class Program
        {
            static void Broken() { var x = Make(); Take(x); Look(x); Nothing(); }
            static void Correct() { var x = Make(); Take(x); Look({|RVG0382:x|}); }
        }
        """ + Types);

    [Theory]
    [InlineData("a type without a name", "[RustVsGo.Owned] class { }")]
    [InlineData("a base that does not exist", "[RustVsGo.Owned] class A : Nothing { void M() { var x = this; var y = x; var z = x; } }")]
    [InlineData("a base of its own", "[RustVsGo.Owned] class A : A { void M(A a) { Api.Take(null); } }")]
    [InlineData("bases in a circle", "[RustVsGo.Owned] class A : B { } class B : A { void M(A a, B b) { var x = a; var y = b; } }")]
    [InlineData("interfaces in a circle", "[RustVsGo.Owned] interface A : B { } interface B : A { } class C : A { void M(A a) { var x = a; } }")]
    [InlineData("a struct inside itself", "[RustVsGo.Owned] struct A { A _a; void M(A a) { var x = a; var y = x; } }")]
    [InlineData("constraints in a circle", "class A<T, U> where T : U where U : T { void M(T t, U u) { var x = t; var y = u; } }")]
    [InlineData("a constraint on itself", "class A<T> where T : T { void M(T t) { var x = t; } }")]
    [InlineData("an attribute on nothing", "[RustVsGo.Owned] class A { [RustVsGo.Borrowed] } ")]
    [InlineData("attributes where they do not belong", "[RustVsGo.Drop] class A { [RustVsGo.Owned] void M([RustVsGo.Mutates] int i) { Api.Make(); } }")]
    [InlineData("an attribute of wrong arguments", "class A { void M([RustVsGo.Owned(1, Unless = 2)] Config c, [RustVsGo.Borrowed(3)] Config d) { Api.Take(c); Api.Look(c); } }")]
    [InlineData("an attribute that names nothing", "class A { [return: {|RVG3001:RustVsGo.Borrowed(\"nothing\", null)|}] Config M(Config c) => null; }")]
    [InlineData("an attribute with an unknown argument", "class A { void M([RustVsGo.Owned(Nothing = 1)] Config c) { Api.Take(c); } }")]
    [InlineData("a property without accessors", "class A { Config P { } void M() { Api.Take(P); Api.Look(P); } }")]
    [InlineData("an indexer without parameters", "[RustVsGo.Owned] class A { Config this[] => null; void M() { Api.Take(this[0]); } }")]
    [InlineData("an override of nothing", "[RustVsGo.Owned] class A { override void M(Config c) { Api.Take(c); Nothing(); } }")]
    [InlineData("a constructor initializer in a circle", "class A { A(Config c) : this(c) { Api.Take(c); } }")]
    [InlineData("a partial method without its other half", "partial class A { private partial Config M(Config c); void N(Config c) { M(c); } }")]
    [InlineData("an operator without parameters", "[RustVsGo.Owned] class A { public static A operator +() => null; void M(A a) { var x = +a; } }")]
    [InlineData("an event without a type", "class A { event E; void M() { E += () => Api.Take(null); } }")]
    [InlineData("a field initializer that uses this", "class A { Config _a = Api.Make(); Config _b = _a; }")]
    public Task Broken_declarations_are_survived(string what, string declarations)
    {
        Assert.NotEmpty(what);
        return Verify.OwnershipInBrokenCode("using System;\n" + declarations + Types);
    }

    [Fact]
    public Task Two_types_of_one_name_are_survived() => Verify.OwnershipInBrokenCode(
        """
        [RustVsGo.Owned] class A { void M(A a) { var x = a; } }
        class A { void N(A a) { var x = a; } }
        """);

    [Fact]
    public Task An_empty_file_is_survived() => Verify.OwnershipInBrokenCode("");
}
