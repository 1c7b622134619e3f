namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Types whose bases, arguments or constraints lead back to themselves, or on without end: the analysis of them comes to an end.</summary>
public sealed class RecursiveTypeTests
{
    private const int TimeLimit = 60_000;

    [Theory(Timeout = TimeLimit)]
    [InlineData("an argument that grows", "class B<T> { } class A<T> : B<A<A<T>>> { }")]
    [InlineData("an argument that grows in an interface", "interface I<T> { } class A<T> : I<A<I<A<T>>>> { }")]
    [InlineData("two types that grow each other", "class A<T> : C<B<A<T>>> { } class B<T> : C<A<B<T>>> { } class C<T> { }")]
    [InlineData("a base of itself as an argument", "class B<T> { } class A<T> : B<A<T>> { }")]
    [InlineData("a constraint to itself", "class A<T> where T : A<T> { }")]
    [InlineData("constraints to each other", "class A<T> where T : B<T> { } class B<T> : A<B<T>> where T : B<T> { }")]
    [InlineData("a nested type that grows", "class A<T> { public class N : A<N> { } }")]
    [InlineData("a field that grows", "class A<T> { A<A<T>> _next; A<T[]> _array; A<(T, T)> _tuple; }")]
    [InlineData("an owned argument that grows", "class B<[RustVsGo.Owned] T> { } class A<[RustVsGo.Owned] T> : B<A<A<T>>> { }")]
    [InlineData("an owned field of its own type", "[RustVsGo.Owned] class A<T> { A<T> _left, _right; A<A<T>> _next; }")]
    [InlineData("a struct of interfaces of itself", "struct A<T> : System.IComparable<A<T>>, System.IEquatable<A<T>>, System.IComparable { public int CompareTo(A<T> o) => 0; public bool Equals(A<T> o) => true; public int CompareTo(object o) => 0; }")]
    public async Task It_comes_to_an_end(string what, string types)
    {
        Assert.NotEmpty(what);
        var use = types.Contains("A<T>", StringComparison.Ordinal) || types.Contains("A<", StringComparison.Ordinal)
            ? "class Use { void M<T>(A<T> a, A<int> b, A<Config> c) { var x = a; var y = b; var z = c; Config.Keep(new Config()); } }"
            : "";
        var compilation = Analysis.Compile(types + use + "[RustVsGo.Owned] class Config { public static void Keep(Config c) { } }");

        await compilation.Report(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Numeric_types_of_the_base_library_come_to_an_end()
    {
        const string program =
            """
            using System; using System.Numerics;
            [RustVsGo.Owned] class Config { public static void Keep(Config c) { } }
            class Bag<[RustVsGo.Owned] T> { }
            class Program
            {
                Int128 _a; Half _b; BigInteger _c; Complex _d; UInt128 _e; NFloat _f; Bag<BigInteger> _g; (Half, Bag<Int128>) _h;
                T Sum<T>(T a, T b) where T : INumber<T>, IBinaryInteger<T> => a + b;
                void Test(BigInteger x, Half y, Int128 z, Complex w, Bag<Half> v)
                {
                    var c = new Config(); Config.Keep(c);
                    Console.WriteLine(x + x); Console.WriteLine(y + y); Console.WriteLine(z + z); Console.WriteLine(w + w); Console.WriteLine(v);
                    Console.WriteLine(Sum(z, z));
                }
            }
            struct NFloat { }
            """;

        Assert.Empty(await Analysis.Compile(program).FindingsOfCorrect(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task Two_structs_with_dozens_of_interfaces_of_each_other_come_to_an_end()
    {
        const int count = 60;
        var interfaces = string.Concat(Enumerable.Range(0, count).Select(static i => $"interface I{i}<T, U> {{ }}\n"));
        var ofA = string.Join(", ", Enumerable.Range(0, count).Select(static i => $"I{i}<A, B>"));
        var ofB = string.Join(", ", Enumerable.Range(0, count).Select(static i => $"I{i}<B, A>"));
        var program =
            $$"""
            {{interfaces}}
            struct A : {{ofA}} { }
            struct B : {{ofB}} { }
            [RustVsGo.Owned] class Config { public static void Keep(Config c) { } }
            class Program
            {
                A _a; B _b; (A, B) _pair;
                void Test(A a, B b, I0<A, I1<B, A>> i) { var x = a; var y = b; var z = (a, b); var c = new Config(); Config.Keep(c); Config.Keep(c); }
            }
            """;

        Assert.Equal(["RVG0382 c"], await Analysis.Compile(program).FindingsOfCorrect(TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = TimeLimit)]
    public async Task A_move_type_deep_inside_its_arguments_is_still_one()
    {
        const string program =
            """
            [RustVsGo.Owned] class Config { }
            class Bag<[RustVsGo.Owned] T> { public int Count; }
            class Program
            {
                void Test() { var x = new Bag<Bag<Bag<Bag<Bag<Bag<Config[]>>>>>>(); var y = x; System.Console.WriteLine(x.Count + y.Count); }
            }
            """;

        Assert.Equal(["RVG0382 x.Count"], await Analysis.Compile(program).FindingsOfCorrect(TestContext.Current.CancellationToken));
    }
}
