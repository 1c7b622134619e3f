using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>The place in front of a statement, for one more statement: in a list of statements, or in braces that the pair gets.</summary>
internal sealed class StatementPlace
{
    private readonly StatementSyntax _statement;
    private readonly SourceText _text;
    private readonly SyntaxNode? _owner;
    private bool _isBehind;

    private StatementPlace(StatementSyntax statement, SourceText text, SyntaxNode? owner)
    {
        _statement = statement;
        _text = text;
        _owner = owner;
    }

    /// <summary>What a variable declared here can be seen in.</summary>
    public TextSpan Scope => _owner is not null ? _statement.Span
        : _statement.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit.Span
        : _statement.Parent!.Span;

    /// <returns>The place, or null where no statement can stand.</returns>
    public static StatementPlace? InFrontOf(StatementSyntax statement, SourceText text) => statement.Parent switch
    {
        BlockSyntax or GlobalStatementSyntax => new StatementPlace(statement, text, owner: null),
        IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax
            or LockStatementSyntax or FixedStatementSyntax => new StatementPlace(statement, text, statement.Parent),
        _ => null,
    };

    /// <returns>The place behind the last statement of a list, on a line of its own; null where that cannot be, or more stands on its line.</returns>
    public static StatementPlace? Behind(StatementSyntax last, SourceText text) =>
        last.Parent is BlockSyntax && new StatementPlace(last, text, owner: null) { _isBehind = true } is var place && Lines.IndentationAt(text, last.SpanStart) is not null ? place : null;

    /// <summary>Puts <paramref name="newStatement"/> on a line of its own, or on the line of the statement where that shares its line.</summary>
    public ImmutableArray<TextEdit> Insert(DocumentId document, string newStatement)
    {
        var indentation = Lines.IndentationAt(_text, _statement.SpanStart);
        var lineBreak = Lines.BreakOf(_text);
        if (_isBehind)
        {
            // Behind a comment at the end of the line.
            var line = _text.Lines.GetLineFromPosition(_statement.Span.End);
            var behind = _statement.GetLastToken().GetNextToken() is { RawKind: not 0 } next && next.SpanStart < line.End ? _statement.Span.End : line.End;
            return ImmutableArray.Create(TextEdit.After(document, TextSpan.FromBounds(_statement.SpanStart, behind), lineBreak + indentation + newStatement));
        }

        if (_owner is null)
        {
            return ImmutableArray.Create(InList(document, _text, _statement, newStatement));
        }

        if (indentation is null || Lines.IndentationAt(_text, _owner.SpanStart) is not { } outer)
        {
            return ImmutableArray.Create(
                TextEdit.Line(document, _statement.SpanStart, "{ "),
                TextEdit.Line(document, _statement.SpanStart, newStatement + " "),
                TextEdit.After(document, _statement.Span, " }"));
        }

        // Behind a comment at the end of the line.
        var end = _text.Lines.GetLineFromPosition(_statement.Span.End).End;
        var shares = _statement.GetLastToken().GetNextToken() is { RawKind: not 0 } following && following.SpanStart < end;
        return ImmutableArray.Create(
            TextEdit.Before(document, new TextSpan(_statement.FullSpan.Start, 0), outer + "{" + lineBreak),
            TextEdit.Line(document, _statement.SpanStart, newStatement + lineBreak + indentation),
            TextEdit.After(document, new TextSpan(_statement.Span.Start, (shares ? _statement.Span.End : end) - _statement.Span.Start), lineBreak + outer + "}"));
    }

    /// <summary>Puts <paramref name="newStatement"/> in front of a statement of a list: on a line of its own, or on the line of the statement where that shares its line.</summary>
    public static TextEdit InList(DocumentId document, SourceText text, StatementSyntax statement, string newStatement) =>
        TextEdit.Line(document, statement.SpanStart, newStatement + (Lines.IndentationAt(text, statement.SpanStart) is { } indentation ? Lines.BreakOf(text) + indentation : " "));

    /// <summary>Puts <paramref name="newStatement"/> behind a statement of a list: on the next line, below what else stands on its last line; on the same line where the next statement stands there.</summary>
    public static TextEdit Behind(DocumentId document, SourceText text, StatementSyntax statement, string newStatement)
    {
        var line = text.Lines.GetLineFromPosition(statement.Span.End);
        var shares = statement.GetLastToken().GetNextToken() is { RawKind: not 0 } next && next.SpanStart < line.End;
        return shares || Lines.IndentationAt(text, statement.SpanStart) is not { } indentation
            ? TextEdit.Line(document, statement.Span.End, " " + newStatement)
            : TextEdit.Line(document, line.End, Lines.BreakOf(text) + indentation + newStatement);
    }
}
