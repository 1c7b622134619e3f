using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>
/// Reads contract files (docs/contracts.md): <c>id ; part: [Attribute(arguments)] ; …</c>, one line a member, lines that begin with <c>#</c> or
/// <c>//</c> left out. Takes any text: what cannot be read becomes an error at its place, and the rest still counts.
/// </summary>
public sealed partial class ContractFileParser
{
    // Longer than any member's line; what is longer is no contract and is not looked at character by character.
    private const int MaxLineLength = 4096;

    // A documentation-comment id nests type arguments; the compiler resolves it by recursion.
    private const int MaxDepth = 32;

    // Somebody named another kind of file *.ownership.txt; a thousand reports would say no more.
    private const int MaxErrors = 100;

    private readonly string _path;
    private readonly Authority _authority;
    private readonly ImmutableArray<ContractLine>.Builder _lines = ImmutableArray.CreateBuilder<ContractLine>();
    private readonly ImmutableArray<ContractFileError>.Builder _errors = ImmutableArray.CreateBuilder<ContractFileError>();
    private string _text = "";
    private int _start;
    private int _position;

    private ContractFileParser(string path, Authority authority)
    {
        _path = path;
        _authority = authority;
    }

    /// <summary>Reads <paramref name="text"/>; null is a file that the host could not open.</summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static ContractFile Parse(string path, SourceText? text, Authority authority, CancellationToken cancellation)
    {
        var parser = new ContractFileParser(path, authority);
        if (text is null)
        {
            parser._errors.Add(new(ContractFileErrorKind.NoText, default, ""));
        }
        else
        {
            foreach (var line in text.Lines)
            {
                cancellation.ThrowIfCancellationRequested();
                if (parser._errors.Count >= MaxErrors)
                {
                    break;
                }

                parser.ParseLine(line);
            }
        }

        return new ContractFile(path, parser._lines.ToImmutable(), parser._errors.ToImmutable());
    }

    private void ParseLine(TextLine line)
    {
        if (line.End - line.Start > MaxLineLength)
        {
            _errors.Add(new(ContractFileErrorKind.TooLong, new TextSpan(line.Start, 1), ""));
            return;
        }

        _text = line.ToString();
        _start = line.Start;
        _position = 0;
        SkipSpace();
        if (IsAtEnd || Current == '#' || (Current == '/' && _position + 1 < _text.Length && _text[_position + 1] == '/'))
        {
            return;
        }

        if (ParseId() is not { } id)
        {
            return;
        }

        var span = SpanFrom(_position - id.Length);
        var parts = ImmutableArray.CreateBuilder<ContractPart>();
        SkipSpace();
        while (!IsAtEnd)
        {
            if (!Expect(';') || ParsePart(parts) is not { } part)
            {
                // What stands before the mistake was read and counts.
                break;
            }

            parts.Add(part);
            SkipSpace();
        }

        if (parts.Count > 0)
        {
            _lines.Add(new ContractLine(id, parts.ToImmutable(), span));
        }
        else if (_errors.Count == 0 || _errors[_errors.Count - 1].Span.Start < _start)
        {
            Error(ContractFileErrorKind.SaysNothing, span, id);
        }
    }

    private string? ParseId()
    {
        var start = _position;
        var depth = 0;
        while (!IsAtEnd && Current != ';' && !char.IsWhiteSpace(Current))
        {
            depth += Current is '{' or '(' or '[' ? 1 : Current is '}' or ')' or ']' ? -1 : 0;
            if (depth > MaxDepth)
            {
                Error(ContractFileErrorKind.TooLong, SpanFrom(start), "");
                return null;
            }

            _position++;
        }

        var id = _text.Substring(start, _position - start);
        if (id.Length < 3 || id[1] != ':' || id[0] is not ('T' or 'M' or 'P' or 'F' or 'E'))
        {
            Error(ContractFileErrorKind.NoId, SpanFrom(start), id);
            return null;
        }

        return id;
    }

    private ContractPart? ParsePart(ImmutableArray<ContractPart>.Builder before)
    {
        SkipSpace();
        var start = _position;
        if (ParsePartName() is not { } name)
        {
            return null;
        }

        var span = SpanFrom(start);
        var (kind, parameter) = name switch
        {
            "type" => (ContractPartKind.Type, ""),
            "this" => (ContractPartKind.Receiver, ""),
            "return" => (ContractPartKind.Return, ""),
            _ when name[0] == '<' => (ContractPartKind.TypeParameter, name.Substring(1, name.Length - 2)),
            _ => (ContractPartKind.Parameter, name[0] == '@' ? name.Substring(1) : name),
        };
        SkipSpace();
        if (!Expect(':'))
        {
            return null;
        }

        var clauses = ParseClauses(kind, name);
        if (clauses is null)
        {
            return null;
        }

        var part = new ContractPart(kind, parameter, clauses.ToImmutableArray(), span, _authority, _path);
        foreach (var other in before)
        {
            if (other.IsOf(part))
            {
                Error(ContractFileErrorKind.Contradiction, span, name);
                return null;
            }
        }

        if (ContractVocabulary.Contradict(clauses))
        {
            Error(ContractFileErrorKind.Contradiction, span, name);
            return null;
        }

        return part;
    }

    private string? ParsePartName()
    {
        var start = _position;
        var isTypeParameter = !IsAtEnd && Current == '<';
        if (isTypeParameter || (!IsAtEnd && Current == '@'))
        {
            _position++;
        }

        var first = _position;
        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || Current == '_'))
        {
            _position++;
        }

        if (_position == first)
        {
            Error(ContractFileErrorKind.Expected, SpanAt(_position), "type, this, return, <T>");
            return null;
        }

        return isTypeParameter && !Expect('>') ? null : _text.Substring(start, _position - start);
    }

    private List<ContractClause>? ParseClauses(ContractPartKind kind, string part)
    {
        var clauses = new List<ContractClause>();
        SkipSpace();
        do
        {
            if (!Expect('['))
            {
                return null;
            }

            do
            {
                if (ParseClause(kind, part) is not { } clause)
                {
                    return null;
                }

                clauses.Add(clause);
                SkipSpace();
            }
            while (Accept(','));

            if (!Expect(']'))
            {
                return null;
            }

            SkipSpace();
        }
        while (!IsAtEnd && Current == '[');

        return clauses;
    }

    private ContractClause? ParseClause(ContractPartKind kind, string part)
    {
        SkipSpace();
        var start = _position;
        var name = ParseWord();
        if (ContractVocabulary.Find(name) is not { } entry)
        {
            Error(ContractFileErrorKind.UnknownAttribute, SpanFrom(start), name);
            return null;
        }

        if (!entry.MayStandOn(kind))
        {
            Error(ContractFileErrorKind.WrongPart, SpanFrom(start), name);
            return null;
        }

        var values = ImmutableArray.CreateBuilder<string>();
        var texts = ImmutableDictionary<string, string>.Empty;
        var flags = ImmutableDictionary<string, bool>.Empty;
        SkipSpace();
        if (Accept('('))
        {
            SkipSpace();
            while (!Accept(')'))
            {
                if (!ParseArgument(entry, values, ref texts, ref flags))
                {
                    return null;
                }

                SkipSpace();
                if (IsAtEnd || (Current != ')' && !Expect(',')))
                {
                    Error(ContractFileErrorKind.Expected, SpanAt(_position), ")");
                    return null;
                }

                SkipSpace();
            }
        }

        return new ContractClause(entry.ClassName, values.ToImmutable(), texts, flags);
    }

    private bool ParseArgument(
        ContractVocabulary.Entry entry,
        ImmutableArray<string>.Builder values,
        ref ImmutableDictionary<string, string> texts,
        ref ImmutableDictionary<string, bool> flags)
    {
        var start = _position;
        if (!IsAtEnd && Current == '"')
        {
            if (ParseString() is not { } value)
            {
                return false;
            }

            values.Add(value);
            if (!entry.TakesValues)
            {
                Error(ContractFileErrorKind.UnknownArgument, SpanFrom(start), value);
            }

            return entry.TakesValues;
        }

        var name = ParseWord();
        var span = SpanFrom(start);
        SkipSpace();
        if (!Expect('='))
        {
            return false;
        }

        SkipSpace();
        if (entry.HasText(name))
        {
            if (ParseString() is not { } text)
            {
                return false;
            }

            texts = texts.SetItem(name, text);
            return true;
        }

        if (!entry.HasFlag(name))
        {
            Error(ContractFileErrorKind.UnknownArgument, span, name);
            return false;
        }

        var flagStart = _position;
        var flag = ParseWord();
        if (flag is not ("true" or "false"))
        {
            Error(ContractFileErrorKind.Expected, SpanFrom(flagStart), "true, false");
            return false;
        }

        flags = flags.SetItem(name, flag == "true");
        return true;
    }
}
