using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Analyzers.Tests.Robustness;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>While somebody types, nothing is read again but what they type in.</summary>
public sealed class GateCacheTests
{
    private const string Types = "[RustVsGo.Owned] public class Config { public int Port; } public static class Api { public static Config Make() => new(); }";
    private const string Caller = "class Caller { void M() { var x = Api.Make(); } }";
    private const string Edited = "class Edited { int N(int i) => i; void M() { } }";

    private readonly GateCache _cache = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edit_of_a_body_reads_that_file_alone_and_puts_no_names_together()
    {
        var compilation = Analysis.Compile(Types, Caller, Edited);
        var names = NamesIn(compilation);
        Assert.Equal((3, 1), (_cache.TreesRead, _cache.Closures));

        foreach (var body in new[] { "var x = 1;", "var x = Api.Make();", "var x = ", "static void F([RustVsGo.Owned] string s) { }" })
        {
            compilation = Replace(compilation, Edited.Replace("void M() { }", "void M() { " + body + " }"));
            Assert.Same(names, NamesIn(compilation));
        }

        Assert.Equal((7, 1), (_cache.TreesRead, _cache.Closures));
    }

    [Theory]
    [InlineData("a type becomes owned", "[RustVsGo.Owned] class Edited { void M() { } }", "Edited")]
    [InlineData("a method takes", "class Edited { void Eat([RustVsGo.Owned] string s) { } }", "Eat")]
    [InlineData("a method gives", "class Edited { Config Give() => new(); }", "Give")]
    [InlineData("an alias", "using C = Config; class Edited { }", "C")]
    [InlineData("a type derives", "class Edited : Config { void M() { } }", "M")]
    [InlineData("an indexer gives", "class Edited { Config this[int i] => new(); } class Other { Edited Found; }", "Found")]
    [InlineData("a record holds", "record Edited(Config Held);", "Held")]
    [InlineData("a field borrows", "class Edited { [RustVsGo.Borrowed] Config _lent; } class Other { Edited Cursor() => new(); }", "Cursor")]
    [InlineData("a delegate takes", "delegate void Edited(Config c); class Other { Edited Sink; }", "Sink")]
    [InlineData("a constraint", "class Edited<T> where T : Config { T _kept; }", "_kept")]
    public void An_edit_of_a_declaration_counts(string what, string edited, string name)
    {
        Assert.NotEmpty(what);
        var compilation = Analysis.Compile(Types, Caller, "class Edited { }");
        Assert.DoesNotContain(name, NamesIn(compilation).Except(["Edited"]));

        Assert.Contains(name, NamesIn(Replace(compilation, edited)));
    }

    [Fact]
    public void What_is_taken_back_no_longer_counts()
    {
        var compilation = Analysis.Compile(Types, Caller, "class Edited { void Eat([RustVsGo.Owned] string s) { } }");
        Assert.Contains("Eat", NamesIn(compilation));

        Assert.DoesNotContain("Eat", NamesIn(Replace(compilation, "class Edited { void Eat(string s) { } }")));
    }

    [Theory]
    [InlineData("an attribute of another library", "class Edited { [System.Obsolete] void Other(string s) { } }", "Other")]
    [InlineData("a constructor that takes one does not spread to those that mention the type", "class Edited { Edited(Config c) { } } class User { Edited Other() => null; }", "Other")]
    [InlineData("a field that owns a plain value does not spread", "class Edited { [RustVsGo.Owned] System.IO.Stream _s; } class User { Edited Other() => null; }", "Other")]
    public void What_has_nothing_to_do_with_ownership_has_no_name(string what, string edited, string name)
    {
        Assert.NotEmpty(what);
        Assert.DoesNotContain(name, NamesIn(Analysis.Compile(Types, edited)));
    }

    [Fact]
    public void A_referenced_library_is_read_once()
    {
        var library = Analysis.Compile(Types).WithAssemblyName("Library").Emit(Cancellation);
        var compilation = Analysis.Compile([.. TestReferences.All, library], Caller, "class Derived : Config { void Own2() { } }", Edited);
        var names = NamesIn(compilation);
        Assert.Contains("Make", names);
        Assert.Contains("Own2", names);

        Assert.Same(names, NamesIn(Replace(compilation, Edited + " ")));
    }

    [Fact]
    public void Two_projects_do_not_mix()
    {
        var one = Analysis.Compile(Types, Caller);
        var other = Analysis.Compile("class Config { } " + Caller);

        Assert.Contains("Make", NamesIn(one));
        Assert.DoesNotContain("Make", NamesIn(other));
        Assert.Contains("Make", NamesIn(one));
    }

    private HashSet<string> NamesIn(Compilation compilation) => _cache.NamesIn(compilation, new ContractModel(compilation), [], usesCatalog: false, Cancellation).Names;

    // The last file, as an editor replaces it.
    private static CSharpCompilation Replace(CSharpCompilation compilation, string text)
    {
        var old = compilation.SyntaxTrees[^1];
        return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, old.FilePath));
    }
}
