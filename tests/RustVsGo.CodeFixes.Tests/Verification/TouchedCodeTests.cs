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
            int Property { get => _field; set { _field = value; } }
            void M(int parameter)
            {
                Local(1);
                void Local(int inner) { Console.WriteLine(inner); }
            }
            [Obsolete] int N() => 2;
            C(int size) : this() { }
            C() { }
        }
        """;

    [Theory]
    [InlineData("= 1", "int _field = 1;")]
    [InlineData("=> _field", "int Property { get => _field; set { _field = value; } }")]
    [InlineData("= value;", "int Property { get => _field; set { _field = value; } }")]
    [InlineData("=> 2", "[Obsolete] int N() => 2;")]
    [InlineData("this()", "C(int size) : this() { }")]
    public void A_change_in_a_body_reaches_its_member(string changed, string member)
    {
        var touched = Touched(changed);

        Assert.Equal(member, Source.Substring(touched.Span.Start, touched.Span.Length).Trim());
        Assert.Empty(touched.Declarations);
    }

    [Theory]
    [InlineData("Local(1);")]
    [InlineData("int inner")]
    public void Whoever_calls_a_nested_function_stands_in_the_same_member(string changed)
    {
        var touched = Touched(changed);

        Assert.StartsWith("void M(", Source.Substring(touched.Span.Start, touched.Span.Length).Trim());
        Assert.Empty(touched.Declarations);
    }

    [Theory]
    [InlineData("int parameter", "void M(")]
    [InlineData("[Obsolete]", "[Obsolete] int N()")]
    [InlineData("int size", "C(int size)")]
    [InlineData("int Property", "int Property")]
    public void A_change_of_a_signature_reaches_the_whole_file(string changed, string declaration)
    {
        var touched = Touched(changed);

        Assert.Equal(Source.Length, touched.Span.Length);
        Assert.StartsWith(declaration, Assert.Single(touched.Declarations).ToString());
    }

    [Fact]
    public void Top_level_statements_are_one_body()
    {
        const string Program = "using System;\nvar x = 1;\nConsole.WriteLine(x);\nclass C { }\n";
        var root = CSharpSyntaxTree.ParseText(Program, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);

        var touched = TouchedCode.Of(root, [new TextChange(new TextSpan(Program.IndexOf("1;", StringComparison.Ordinal), 1), "2")]);

        Assert.Equal("var x = 1;\nConsole.WriteLine(x);\n", Program.Substring(touched.Span.Start, touched.Span.Length));
    }

    private static TouchedCode Touched(string changed)
    {
        var root = CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
        return TouchedCode.Of(root, [new TextChange(new TextSpan(Source.IndexOf(changed, StringComparison.Ordinal), changed.Length), "")]);
    }
}
