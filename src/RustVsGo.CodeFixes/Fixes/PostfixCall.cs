using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// <c>.Name()</c> appended to an expression: with parentheses where the expression binds looser than a member access, and with <c>?.</c> where its
/// value may be null.
/// </summary>
/// <remarks><c>x</c> becomes <c>x.Clone()</c>, <c>await x</c> <c>(await x).Clone()</c>, the <c>x</c> of <c>x?.Finish()</c> <c>x?.Clone().Finish()</c>.</remarks>
internal sealed class PostfixCall
{
    private readonly ExpressionSyntax _operand;
    private readonly TextSpan _anchor;
    private readonly string _prefix;
    private readonly string _suffix;

    private PostfixCall(string name, ExpressionSyntax operand, TextSpan anchor, string prefix, string suffix, ExpressionSyntax standIn)
    {
        Name = name;
        _operand = operand;
        _anchor = anchor;
        _prefix = prefix;
        _suffix = suffix;
        StandIn = standIn;
    }

    /// <summary>The call as an expression of its own, to be bound in the place of <see cref="Operand"/>.</summary>
    public ExpressionSyntax StandIn { get; }

    /// <summary>The method that is called.</summary>
    public string Name { get; }

    /// <summary>What the call is appended to.</summary>
    public ExpressionSyntax Operand => _operand;

    public static PostfixCall On(ExpressionSyntax expression, string name, bool mayBeNull)
    {
        if (expression.Parent is ConditionalAccessExpressionSyntax access && access.Expression == expression)
        {
            // x?.Finish() tests already; the call goes behind the question mark.
            var tested = TextSpan.FromBounds(expression.SpanStart, access.OperatorToken.Span.End);
            return new PostfixCall(name, expression, tested, "", $".{name}()", SyntaxFactory.ParseExpression($"{expression}?.{name}()"));
        }

        var needsParentheses = !IsPrimary(expression);
        var prefix = needsParentheses ? "(" : "";
        var suffix = (needsParentheses ? ")" : "") + (mayBeNull ? "?." : ".") + name + "()";
        return new PostfixCall(name, expression, expression.Span, prefix, suffix, SyntaxFactory.ParseExpression(prefix + expression + suffix));
    }

    /// <summary>The call of a static method with the expression as its argument, <c>Arc.Clone(x)</c>, under the name that the copy method has.</summary>
    public static PostfixCall Around(ExpressionSyntax expression, string function, string name) =>
        new(name, expression, expression.Span, function + "(", ")", SyntaxFactory.ParseExpression($"{function}({expression})"));

    public ImmutableArray<TextEdit> Edits(DocumentId document)
    {
        var after = TextEdit.After(document, _anchor, _suffix);
        return _prefix.Length == 0 ? ImmutableArray.Create(after) : ImmutableArray.Create(TextEdit.Before(document, _anchor, _prefix), after);
    }

    // A conditional access is none, but appending continues its chain, which is what is meant: a?.B.Clone().
    private static bool IsPrimary(ExpressionSyntax expression) => expression is
        NameSyntax
        or MemberAccessExpressionSyntax
        or MemberBindingExpressionSyntax
        or ConditionalAccessExpressionSyntax
        or InvocationExpressionSyntax
        or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax
        or ObjectCreationExpressionSyntax
        or ThisExpressionSyntax
        or BaseExpressionSyntax
        or LiteralExpressionSyntax
        or TupleExpressionSyntax
        or PostfixUnaryExpressionSyntax;
}
