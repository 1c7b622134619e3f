using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes.Tests;

public sealed class PostfixCallTests
{
    [Theory]
    [InlineData("x", "x.Clone()")]
    [InlineData("x.Y", "x.Y.Clone()")]
    [InlineData("x?.Y", "x?.Y.Clone()")]
    [InlineData("x[0]", "x[0].Clone()")]
    [InlineData("x()", "x().Clone()")]
    [InlineData("x!", "x!.Clone()")]
    [InlineData("(x)", "(x).Clone()")]
    [InlineData("this", "this.Clone()")]
    [InlineData("await x", "(await x).Clone()")]
    [InlineData("(T)x", "((T)x).Clone()")]
    [InlineData("x as T", "(x as T).Clone()")]
    [InlineData("x ?? y", "(x ?? y).Clone()")]
    [InlineData("b ? x : y", "(b ? x : y).Clone()")]
    [InlineData("x = y", "(x = y).Clone()")]
    [InlineData("b switch { _ => x }", "(b switch { _ => x }).Clone()")]
    public void Parentheses_stand_where_precedence_needs_them(string expression, string expected) =>
        Assert.Equal(expected, Append(SyntaxFactory.ParseExpression(expression), mayBeNull: false));

    [Theory]
    [InlineData("x", "x?.Clone()")]
    [InlineData("x ?? y", "(x ?? y)?.Clone()")]
    public void What_may_be_null_is_tested(string expression, string expected) =>
        Assert.Equal(expected, Append(SyntaxFactory.ParseExpression(expression), mayBeNull: true));

    [Fact]
    public void The_operand_of_a_conditional_access_is_tested_already()
    {
        var access = (ConditionalAccessExpressionSyntax)SyntaxFactory.ParseExpression("x /* test */ ?.Finish()");

        Assert.Equal("x /* test */ ?.Clone().Finish()", Append(access.Expression, mayBeNull: true));
    }

    private static string Append(ExpressionSyntax expression, bool mayBeNull)
    {
        var edits = PostfixCall.On(expression, "Clone", mayBeNull).Edits(DocumentId.CreateNewId(ProjectId.CreateNewId()));
        return SourceText.From(expression.SyntaxTree.ToString()).WithChanges(edits.Select(edit => new TextChange(edit.Span, edit.NewText))).ToString();
    }
}
