using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <content>Words, strings and places of one line.</content>
public sealed partial class ContractFileParser
{
    private string? ParseString()
    {
        if (!Expect('"'))
        {
            return null;
        }

        var start = _position;
        while (!IsAtEnd && Current != '"')
        {
            _position++;
        }

        var value = _text.Substring(start, _position - start);
        return Expect('"') ? value : null;
    }

    private string ParseWord()
    {
        var start = _position;
        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || Current == '_'))
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private bool IsAtEnd => _position >= _text.Length;

    private char Current => _text[_position];

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }

    private bool Accept(char character)
    {
        if (IsAtEnd || Current != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool Expect(char character)
    {
        if (Accept(character))
        {
            return true;
        }

        Error(ContractFileErrorKind.Expected, SpanAt(_position), character.ToString());
        return false;
    }

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(_start + start, _start + System.Math.Max(start, _position));

    private TextSpan SpanAt(int position) => new(_start + position, position < _text.Length ? 1 : 0);

    private void Error(ContractFileErrorKind kind, TextSpan span, string text) => _errors.Add(new(kind, span, text));
}
