using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>
/// Collects errors: one mistake, one report. Of the uses behind one set of moves only one is told, by rustc's own choice
/// (<c>buffer_move_error</c>), and a finally block that was lowered more than once reports once. Of the ways by which what a parameter lends may live for ever, the first.
/// </summary>
internal sealed class ErrorBuffer
{
    private readonly List<BorrowError> _errors = new();
    private readonly Dictionary<string, (Place Used, UseAfterMove Error)> _moveErrors = new();

    public bool IsEmpty => _errors.Count == 0 && _moveErrors.Count == 0;

    public void Add(BorrowError error) => _errors.Add(error);

    /// <summary>Whether a use of a place at or inside <paramref name="used"/> was already told for the moves <paramref name="key"/>.</summary>
    public bool IsTold(string key, Place used) => _moveErrors.TryGetValue(key, out var known) && used.IsPrefixOf(known.Used);

    public void Add(string key, Place used, UseAfterMove error) => _moveErrors[key] = (used, error);

    /// <summary>All errors in the order of the source.</summary>
    public ImmutableArray<BorrowError> ToSorted()
    {
        var all = new List<BorrowError>(_errors);
        foreach (var (_, error) in _moveErrors.Values)
        {
            all.Add(error);
        }

        var seen = new HashSet<(Type, object?, SyntaxNode)>();
        var unique = new List<BorrowError>();
        foreach (var error in all)
        {
            object? kind = error switch
            {
                BorrowConflict conflict => conflict.Kind,
                IllegalMove move => move.Kind,
                WriteThroughShared write => write.IsAssignment,
                _ => null,
            };
            if (seen.Add((error.GetType(), kind, error.Syntax)))
            {
                unique.Add(error);
            }
        }

        unique.Sort(static (x, y) => x.Syntax.SpanStart.CompareTo(y.Syntax.SpanStart));
        HashSet<ISymbol?>? escaped = null;
        unique.RemoveAll(error => error is BorrowEscapes { IsForever: true } escape && !(escaped ??= new(SymbolEqualityComparer.Default)).Add(escape.Source));
        return unique.ToImmutableArray();
    }
}
