using System.Collections.Immutable;
using System.Linq;
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

    /// <summary>Puts <paramref name="newStatement"/> on a line of its own, or on the line of the statement where that shares its line.</summary>
    public ImmutableArray<TextEdit> Insert(DocumentId document, string newStatement)
    {
        var indentation = IndentationAt(_statement.SpanStart);
        var lineBreak = LineBreak();
        if (_owner is null)
        {
            var separator = indentation is null ? " " : lineBreak + indentation;
            return ImmutableArray.Create(TextEdit.Before(document, _statement.Span, newStatement + separator));
        }

        if (indentation is null || IndentationAt(_owner.SpanStart) is not { } outer)
        {
            return ImmutableArray.Create(
                TextEdit.Before(document, _statement.Span, "{ " + newStatement + " "),
                TextEdit.After(document, _statement.Span, " }"));
        }

        // Behind a comment at the end of the line.
        var end = _text.Lines.GetLineFromPosition(_statement.Span.End).End;
        var shares = _statement.GetLastToken().GetNextToken() is { RawKind: not 0 } next && next.SpanStart < end;
        return ImmutableArray.Create(
            TextEdit.Before(document, new TextSpan(_statement.FullSpan.Start, 0), outer + "{" + lineBreak),
            TextEdit.Before(document, _statement.Span, newStatement + lineBreak + indentation),
            TextEdit.After(document, new TextSpan(_statement.Span.Start, (shares ? _statement.Span.End : end) - _statement.Span.Start), lineBreak + outer + "}"));
    }

    // Null where something else stands in front on the same line.
    private string? IndentationAt(int position)
    {
        var before = _text.ToString(TextSpan.FromBounds(_text.Lines.GetLineFromPosition(position).Start, position));
        return before.All(char.IsWhiteSpace) ? before : null;
    }

    private string LineBreak() => _text.Lines
        .Where(line => line.EndIncludingLineBreak > line.End)
        .Select(line => _text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)))
        .FirstOrDefault() ?? "\n";
}
