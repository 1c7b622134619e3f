using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes.Tests.Verification;

public sealed class TouchedCodeTests
{
    private const string Source =
        """
        using System;

        class C
        {
            int _field = 1;
            int Property { get => _field; set { _field = value; N(); } }
            protected virtual void M(int parameter)
            {
                Local(1);
                void Local(int inner) { Console.WriteLine(inner); }
            }
            [Obsolete] int N() => 2;
            C(int size) : this() { }
            C() { }
            [Obsolete(Turn)] IEnumerator<int> GetEnumerator() => null;
        }

        class D : C
        {
            protected override void M(int other) { }
        }
        """;

    [Theory]
    [InlineData("= 1", "int _field = 1;")]
    [InlineData("=> _field", "int Property { get => _field; set { _field = value; N(); } }")]
    [InlineData("= value;", "int Property { get => _field; set { _field = value; N(); } }")]
    [InlineData("=> 2", "[Obsolete] int N() => 2;")]
    [InlineData("this()", "C(int size) : this() { }")]
    public void A_change_in_a_body_reaches_its_member(string changed, string member)
    {
        var touched = Touched(changed);

        Assert.Equal(member, Assert.Single(Texts(Source, touched)).Trim());
        Assert.Empty(touched.Declarations);
    }

    [Theory]
    [InlineData("Local(1);")]
    [InlineData("int inner")]
    public void Whoever_calls_a_nested_function_stands_in_the_same_member(string changed)
    {
        var touched = Touched(changed);

        Assert.StartsWith("protected virtual void M(", Assert.Single(Texts(Source, touched)).Trim());
        Assert.Empty(touched.Declarations);
    }

    [Theory]
    [InlineData("int size", "C(int size)")]
    [InlineData("int Property", "int Property")]
    [InlineData("Obsolete(Turn)", "[Obsolete(Turn)] IEnumerator<int>")]
    public void A_change_of_what_is_used_without_its_name_reaches_the_whole_file(string changed, string declaration)
    {
        var touched = Touched(changed);

        Assert.Equal(Source, Assert.Single(Texts(Source, touched)));
        Assert.StartsWith(declaration, Assert.Single(touched.Declarations).ToString());
    }

    [Theory]
    [InlineData("int parameter", "protected virtual void M(", new[] { "class D : C", "void M(int parameter)", "protected override void M" })]
    [InlineData("[Obsolete] int", "[Obsolete] int N()", new[] { "class D : C", "int Property", "[Obsolete] int N()" })]
    public void A_change_of_a_method_reaches_who_names_it_and_the_types_with_a_base(string changed, string declaration, string[] users)
    {
        var touched = Touched(changed);

        Assert.Equal(users.Order(), Texts(Source, touched).Select(text => users.Single(user => text.Contains(user, StringComparison.Ordinal))).Order());
        Assert.Equal(users.Length, touched.Spans.Length);
        Assert.StartsWith(declaration, Assert.Single(touched.Declarations).ToString());
    }

    [Theory]
    [InlineData("[A] public", "var x = new C();\nx.Take();\n")]
    [InlineData("[B] public", null)]
    public void Who_names_a_method_may_be_top_level_or_a_type(string changed, string? user)
    {
        const string Program = "var x = new C();\nx.Take();\nclass C { [A] public void Take() { } [B] public void Told() { } void Top() { } }\n[A(nameof(C.Told))] class E { }\n";
        var touched = Touched(Program, changed);

        if (user is null)
            Assert.Equal(Program, Assert.Single(Texts(Program, touched)));
        else
            Assert.Equal([user, "[A] public void Take() { } "], Texts(Program, touched).Select(text => text.TrimStart('{', ' ')));
    }

    [Fact]
    public void Top_level_statements_are_one_body()
    {
        const string Program = "using System;\nvar x = 1;\nConsole.WriteLine(x);\nclass C { }\n";
        var root = CSharpSyntaxTree.ParseText(Program, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);

        var touched = TouchedCode.Of(root, [new TextChange(new TextSpan(Program.IndexOf("1;", StringComparison.Ordinal), 1), "2")]);

        Assert.Equal("var x = 1;\nConsole.WriteLine(x);\n", Assert.Single(Texts(Program, touched)));
    }

    private static IEnumerable<string> Texts(string source, TouchedCode touched) => touched.Spans.Select(span => source.Substring(span.Start, span.Length));

    private static TouchedCode Touched(string changed) => Touched(Source, changed);

    private static TouchedCode Touched(string source, string changed)
    {
        var root = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
        return TouchedCode.Of(root, [new TextChange(new TextSpan(source.IndexOf(changed, StringComparison.Ordinal), changed.Length), "")]);
    }
}
