using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Analyzers.Tests.Robustness;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>No time is spent on a body in which nothing can be owned, and no body is passed over in which something can.</summary>
public sealed class BodyGateTests
{
    private const string Types =
        """

        namespace Own1
        {
            [RustVsGo.Owned] public class Config { public int Port; public Config Next; public int Weigh() => Port; }
            public class Holder
            {
                public Config Held;
                public Config Main { get; set; }
                public Config this[int i] => Held;
                public Config Open() => new();
                public int Plain() => 1;
                public event Sink Changed;
            }
            public delegate void Sink([RustVsGo.Owned] Config config);
            public delegate void Stated([RustVsGo.Borrowed] string text);
            public class Configs : System.Collections.Generic.List<Config> { }
            public class ConfigMap : Configs { }
            public interface IMany : System.Collections.Generic.IEnumerable<Config> { }
            public class Many : System.Collections.Generic.List<System.Collections.Generic.Dictionary<int, Config[]>> { }
            public class View { [RustVsGo.Borrowed] public string Words; }
            public static class Api
            {
                public static Holder Find() => new();
                public static void Eat([RustVsGo.Owned] System.IO.Stream stream) { }
                [return: RustVsGo.Owned] public static System.IO.Stream OpenFile() => null;
                public static void Visit(System.Action<Config> visit) { }
                public static void Pick(System.Func<int, (int, Config)> pick) { }
                public static void On(Sink sink) { }
                public static Sink Last;
                public static int Nothing(int i) => i;
            }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("arithmetic", "void M(int a, int b) { var c = a + b; System.Console.WriteLine(c); }")]
    [InlineData("an empty body", "void M() { }")]
    [InlineData("an expression body", "int M(int a) => a * a;")]
    [InlineData("collections of plain values", "void M(System.Collections.Generic.List<string> l) { foreach (var s in l) l.Add(s + s); }")]
    [InlineData("a stream that is read and closed", "void M(System.IO.Stream s) { using var t = s; t.Flush(); t.ReadByte(); }")]
    [InlineData("spans", "void M(System.Span<int> s) { s[0] = s.Length; var t = s.Slice(1); }")]
    [InlineData("lambdas", "void M() { System.Func<int, int> f = i => i + 1; f(1); }")]
    [InlineData("a member of an opted-in class that has nothing to do with ownership", "void M() { System.Console.WriteLine(Nothing(1)); }")]
    [InlineData("a relevant name in a comment", "void M() { /* Config */ // Config.Open()\n }")]
    [InlineData("a relevant name in a string", "void M() { System.Console.WriteLine(\"Config\"); }")]
    [InlineData("a relevant name in code that is switched off", "void M() {\n#if NOTHING\n new Config();\n#endif\n }")]
    [InlineData("a property", "int _p; int M { get { return _p; } set { _p = value; } }")]
    [InlineData("a field", "int M = 1 + 2;")]
    [InlineData("a member that is called like an attribute", "int[] M() => System.Buffers.ArrayPool<int>.Shared.Rent(1);")]
    public void A_body_in_which_nothing_can_be_owned_is_passed_over(string what, string member)
    {
        Assert.NotEmpty(what);
        Assert.False(MayMatter(member));
    }

    [Theory]
    [InlineData("the type", "void M() { new Config(); }")]
    [InlineData("the full name of the type", "void M() { new Own1.Config(); }")]
    [InlineData("an escaped name of the type", "void M() { new @Config(); new \\u0043onfig(); }")]
    [InlineData("the type as an argument", "void M() { System.Activator.CreateInstance<Config>(); }")]
    [InlineData("the type in a lambda", "void M() { System.Action f = () => new Config(); }")]
    [InlineData("the type in a string", "void M() { System.Console.WriteLine($\"{new Config()}\"); }")]
    [InlineData("a method that makes one", "void M() { var x = Find().Open(); }")]
    [InlineData("a field of it", "void M() { var x = Find().Held; }")]
    [InlineData("a property of it", "void M() { var x = Find().Main; }")]
    [InlineData("an event of a delegate that owns", "void M() { Find().Changed += null; }")]
    [InlineData("a member of it", "void M() { System.Console.WriteLine(Find()[0].Weigh()); }")]
    [InlineData("a plain field of it", "void M() { System.Console.WriteLine(Find()[0].Port); }")]
    [InlineData("a method that takes a delegate that owns", "void M() { On(x => { var y = x; var z = x; }); }")]
    [InlineData("a field of a delegate that owns", "void M() { Last = x => { var y = x; var z = x; }; }")]
    [InlineData("a delegate that owns", "void M() { Sink sink = null; }")]
    [InlineData("a delegate with a contract", "void M() { Stated stated = null; }")]
    [InlineData("a container that inherits its elements", "void M() { var x = new Configs(); }")]
    [InlineData("a container that inherits its elements from further up", "void M() { var x = new ConfigMap(); }")]
    [InlineData("an interface that inherits its elements", "void M() { IMany x = null; }")]
    [InlineData("a container whose elements hold it", "void M() { var x = new Many(); }")]
    [InlineData("a carrier of borrows", "void M() { var x = new View(); }")]
    [InlineData("a field that holds a borrow", "void M() { System.Console.WriteLine(((dynamic)null).Words); }")]
    [InlineData("a method with a contract for a plain type", "void M(System.IO.Stream s) { Eat(s); Eat(s); }")]
    [InlineData("a method with a contract for its result", "void M() { var s = OpenFile(); }")]
    [InlineData("a method whose delegate parameter hands it over", "void M() { Visit(x => { }); }")]
    [InlineData("a method whose delegate parameter makes it", "void M() { Pick(i => default); }")]
    [InlineData("a helper", "void M(string s) { RustVsGo.Own.Borrow(s); }")]
    [InlineData("an attribute inside the body", "void M() { static void F([RustVsGo.Owned] System.IO.Stream s) { } }")]
    [InlineData("an attribute on a lambda inside the body", "void M() { var f = ([RustVsGo.BorrowedAttribute] string s) => s; }")]
    [InlineData("a parameter of the type", "void M(Config x) { var y = x; var z = x; }")]
    [InlineData("a parameter of a container", "void M(Config[] x) { var y = x; var z = x; }")]
    [InlineData("a parameter of a type that inherits its elements", "void M(ConfigMap x) { var y = x; var z = x; }")]
    [InlineData("a parameter with a contract", "void M([RustVsGo.Owned] System.IO.Stream s) { s.Dispose(); s.Flush(); }")]
    [InlineData("a result of the type", "Holder _h; Config M() => _h[0];")]
    [InlineData("a result with a contract", "System.IO.Stream _s; [return: RustVsGo.Owned] System.IO.Stream M() => _s;")]
    [InlineData("a type parameter that owns", "(T, T) M<[RustVsGo.Owned] T>(T x) => (x, x);")]
    [InlineData("a type parameter of that kind", "void M<T>(T x) where T : Config { var y = x; var z = x; }")]
    [InlineData("an accessor of a property of the type", "Holder _h; Config M { get { return _h[0]; } }")]
    [InlineData("a field of the type", "static Holder s_h; Config M = s_h[0];")]
    [InlineData("an accessor that makes one without a name", "Config M { get { return new(); } }")]
    [InlineData("an attribute by its full name", "void M() { System.Action<object> f = ([global::RustVsGo.Owned] o) => { }; }")]
    public void A_body_in_which_something_can_be_owned_is_looked_at(string what, string member)
    {
        Assert.NotEmpty(what);
        Assert.True(MayMatter(member));
    }

    [Theory]
    [InlineData("of the type", "using C = Own1.Config;", "void M() { new C(); }")]
    [InlineData("of a container", "using L = System.Collections.Generic.List<Own1.Config>;", "void M() { new L(); }")]
    [InlineData("of an array", "using A = Own1.Config[];", "void M() { A a = null; }")]
    [InlineData("of a tuple", "using T = (int, Own1.Config);", "void M() { T t = default; }")]
    [InlineData("of a type that inherits its elements", "using M1 = Own1.ConfigMap;", "void M() { new M1(); }")]
    [InlineData("of the helpers", "using O = RustVsGo.Own;", "void M(string s) { O.Borrow(s); }")]
    [InlineData("of an attribute", "using Gift = RustVsGo.OwnedAttribute;", "void M() { static void F([Gift] System.IO.Stream s) { } }")]
    public void A_body_that_uses_an_alias_is_looked_at(string what, string alias, string member)
    {
        Assert.NotEmpty(what);
        Assert.True(MayMatter(member, usings: alias));
    }

    [Fact]
    public void A_body_that_uses_a_global_alias_of_another_file_is_looked_at() =>
        Assert.True(MayMatter("void M() { new C(); }", otherFile: "global using C = Own1.Config;"));

    [Fact]
    public void A_body_that_uses_an_alias_of_its_namespace_is_looked_at() =>
        Assert.True(MayMatterInProgram("namespace A { using C = Own1.Config; class Program { void M() { new C(); } } }"));

    [Fact]
    public void A_body_that_uses_an_alias_of_a_file_scoped_namespace_is_looked_at() =>
        Assert.True(MayMatterInProgram("namespace A; using C = Own1.Config; class Program { void M() { new C(); } }", Types));

    [Fact]
    public void A_body_that_uses_an_alias_of_a_nested_namespace_is_looked_at() =>
        Assert.True(MayMatterInProgram("namespace A { namespace B { using C = Own1.Config; class Program { void M() { new C(); } } } }"));

    [Fact]
    public void A_body_that_uses_an_alias_of_an_alias_is_looked_at() =>
        Assert.True(MayMatterInProgram("using C = Own1.Config; namespace A { using D = C; class Program { void M() { new D(); } } }"));

    [Fact]
    public void A_body_that_uses_an_alias_of_a_global_alias_is_looked_at() =>
        Assert.True(MayMatterInProgram("namespace A { using D = C; class Program { void M() { new D(); } } }", "global using C = Own1.Config;" + Types));

    [Fact]
    public void An_alias_of_something_plain_is_passed_over() =>
        Assert.False(MayMatter("void M() { new B(); }", usings: "using B = System.Text.StringBuilder;"));

    [Theory]
    [InlineData("inherits values of the type", "class Program : System.Collections.Generic.List<Own1.Config> { void M() { var x = this[0]; } }")]
    [InlineData("has it for a constraint", "class Program<T> where T : Own1.Config { System.Func<T> _get; void M() { var x = _get(); } }")]
    [InlineData("has it for a parameter of its constructor", "class Program(Own1.Config c) { void M() { var x = c; } }")]
    [InlineData("has it for a parameter in another part", "partial class Program { void M() { var x = c; } } partial class Program(Own1.Config c) { }")]
    [InlineData("is nested in one that has it for a constraint", "class Outer<T> where T : Own1.Config { class Program { T _x; void M() { var x = _x; } } }")]
    public void A_body_of_a_type_is_looked_at_that(string what, string program)
    {
        Assert.NotEmpty(what);
        Assert.True(MayMatterInProgram(program));
    }

    [Fact]
    public void Every_body_of_a_move_type_is_looked_at() =>
        Assert.True(MayMatterInProgram("[RustVsGo.Owned] class Program { int _a; void M() { _a = 1; } }"));

    [Fact]
    public void Every_body_of_a_type_that_derives_from_a_move_type_is_looked_at() =>
        Assert.True(MayMatterInProgram("class Program : Own1.Config { int _a; void M() { _a = 1; } }"));

    [Fact]
    public void Members_of_an_opted_in_library_count()
    {
        var library = Analysis.Compile(Types).WithAssemblyName("Library").Emit(Cancellation);

        Assert.True(MayMatter(Analysis.Compile([.. TestReferences.All, library], "class Program { void M() { var x = Own1.Api.Find().Open(); } }")));
        Assert.False(MayMatter(Analysis.Compile([.. TestReferences.All, library], "class Program { int M(int i) => Own1.Api.Nothing(i); }")));
    }

    [Fact]
    public void A_name_of_a_member_alone_does_not_lead_to_a_move_type_of_a_library()
    {
        var library = Analysis.Compile(Types).WithAssemblyName("Library").Emit(Cancellation);
        const string Other = " class Scale { public int Weigh() => 1; }";

        Assert.False(MayMatter(Analysis.Compile([.. TestReferences.All, library], "class Program { int M(Scale s) => s.Weigh(); Own1.Sink _s; }" + Other)));
        Assert.True(MayMatter(Analysis.Compile([.. TestReferences.All, library], "class Program { int M() => Own1.Api.Find()[0].Weigh(); }" + Other)));
    }

    [Theory]
    [InlineData("class Program { int M() => Front.Door.Open().Weigh(); }", true)]
    [InlineData("class Program { int M() => Front.Door.Count(); }", false)]
    public void What_a_library_hands_out_of_another_one_that_has_opted_in_counts(string program, bool matters)
    {
        var library = Analysis.Compile(Types).WithAssemblyName("Library").Emit(Cancellation);
        var front = Analysis.Compile(
            [.. TestReferences.Framework, library, TestReferences.Library],
            "namespace Front { public static class Door { public static Own1.Config Open() => new(); public static int Count() => 1; } }").WithAssemblyName("Front").Emit(Cancellation);

        Assert.Equal(matters, MayMatter(Analysis.Compile([.. TestReferences.All, library, front], program)));
    }

    [Fact]
    public void A_library_that_nobody_names_is_not_asked()
    {
        var library = Analysis.Compile(Types).WithAssemblyName("Library").Emit(Cancellation);
        var compilation = Analysis.Compile([.. TestReferences.All, library], "class Program { void M() { var x = Find(); x.Open(); } int Find() => 1; }");

        Assert.Null(Gate(compilation));
        Assert.NotNull(Gate(Analysis.Compile([.. TestReferences.All, library], "global using Own1; class Program { }")));
    }

    [Theory]
    [InlineData("void M() { var x = new Config(); var y = x; }")]
    [InlineData("void M(System.IO.Stream s) { s.Flush(); s.ReadByte(); }")]
    public void A_project_without_owned_types_and_contracts_is_passed_over(string member) =>
        Assert.False(MayMatter(Analysis.Compile("class Config { } class Program { " + member + " }")));

    private const string LocalContract =
        "class Program { void M() { static void F([RustVsGo.Owned] System.IO.Stream s) { s.Dispose(); s.Flush(); } } }";

    [Fact]
    public void A_contract_of_a_local_function_counts_where_nothing_else_is_owned() => Assert.True(MayMatter(Analysis.Compile(LocalContract)));

    [Fact]
    public void A_contract_of_a_local_function_counts_where_the_project_declares_the_attributes_alone() =>
        Assert.True(MayMatter(Analysis.Compile(TestReferences.Framework, LocalContract, "namespace RustVsGo { class OwnedAttribute : System.Attribute { } }")));

    private static bool MayMatter(string member, string usings = "", string otherFile = "") =>
        MayMatterInProgram("using static Own1.Api; using Own1;" + usings + " class Program { " + member + " }", Types, otherFile);

    private static bool MayMatterInProgram(string program) => MayMatterInProgram(program + Types, "");

    private static bool MayMatterInProgram(params string[] files)
    {
        var compilation = Analysis.Compile(files);
        Assert.Empty(compilation.GetDiagnostics(Cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MayMatter(compilation);
    }

    private static BodyGate? Gate(Compilation compilation) =>
        BodyGate.Create(compilation, new ContractModel(compilation), [], usesCatalog: false, new GateCache(), Cancellation);

    /// <summary>Asks for the member M of the class Program, as the driver does: a code block with the symbol that owns it.</summary>
    private static bool MayMatter(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var program = tree.GetRoot(Cancellation).DescendantNodes().OfType<ClassDeclarationSyntax>().First(static type => type.Identifier.Text == "Program");
        var gate = Gate(compilation);
        var model = compilation.GetSemanticModel(tree);
        foreach (var member in program.Members)
        {
            switch (member)
            {
                case MethodDeclarationSyntax { Identifier.Text: "M" } method:
                    return gate is not null && gate.MayMatter(model.GetDeclaredSymbol(method, Cancellation)!, method);
                case PropertyDeclarationSyntax { Identifier.Text: "M" } property:
                    var getter = property.AccessorList!.Accessors[0];
                    return gate is not null && gate.MayMatter(model.GetDeclaredSymbol(getter, Cancellation)!, getter);
                case FieldDeclarationSyntax { Declaration.Variables: [{ Identifier.Text: "M" } variable] } field:
                    return gate is not null && gate.MayMatter(model.GetDeclaredSymbol(variable, Cancellation)!, field);
            }
        }

        throw new InvalidOperationException("There is no member M.");
    }
}
