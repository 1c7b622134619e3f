using System;
using System.Collections;
using System.Collections.Generic;

namespace RustVsGo.Borrowck.Ir;

/// <summary>Statements without a branch between them, and where control goes afterwards.</summary>
public sealed class Block
{
    // As many as fit into an array that is not among the large objects, each collection of which is one of everything that the host holds.
    private const int MostStatements = 8192;

    private static readonly Statement[] s_none = [];

    // Nearly all blocks lead to one or two others: a list for each would be most of what a block takes.
    private int _first;
    private int _second;
    private int _count;
    private List<int>? _more;

    private Statement[] _statements = s_none;
    private int _statementCount;

    public Block(int index) => Index = index;

    /// <summary>Whether control gets here only because something was thrown.</summary>
    public bool IsUnwind { get; internal set; }

    /// <summary>Index into <see cref="Body.Blocks"/>.</summary>
    public int Index { get; }

    public StatementList Statements => new(this);

    /// <summary>Whether no more statements shall be added: what follows begins another block.</summary>
    internal bool IsFull => _statementCount >= MostStatements;

    /// <summary>Where control can go: the false side of a condition, the true side, then unwinding. Empty: the body is left.</summary>
    public SuccessorList Successors => new(this);

    /// <summary>Whether the body is left normally at the end of this block.</summary>
    public bool IsReturn { get; set; }

    /// <summary>
    /// Appends what <paramref name="next"/> does, and leads where that led; <paramref name="next"/> is empty then and leads nowhere.
    /// </summary>
    /// <returns>Whether there was room for it: nothing is done where there was not.</returns>
    internal bool TryAbsorb(Block next)
    {
        var count = _statementCount + next._statementCount;
        if (count > MostStatements || (next.IsUnwind && !IsUnwind))
        {
            return false;
        }

        if (_statementCount == 0)
        {
            _statements = next._statements;
        }
        else if (next._statementCount > 0)
        {
            if (count > _statements.Length)
            {
                Array.Resize(ref _statements, Math.Min(count + Math.Min(_statements.Length, MostStatements / 4), MostStatements));
            }

            Array.Copy(next._statements, 0, _statements, _statementCount, next._statementCount);
        }

        (_statementCount, next._statements, next._statementCount) = (count, s_none, 0);
        (_first, _second, _count, _more, IsReturn) = (next._first, next._second, next._count, next._more, next.IsReturn);
        (next._count, next._more, next.IsReturn) = (0, null, false);
        return true;
    }

    /// <summary>The statements of one block; a value, so that asking costs no memory.</summary>
    public readonly struct StatementList : IReadOnlyList<Statement>
    {
        private readonly Block _block;

        internal StatementList(Block block) => _block = block;

        public int Count => _block._statementCount;

        public Statement this[int index]
        {
            get => _block._statements[index];
            set => _block._statements[index] = value;
        }

        public void Add(Statement statement) => Insert(Count, statement);

        /// <exception cref="ArgumentException"><paramref name="index"/> is neither that of a statement nor the one behind the last.</exception>
        public void Insert(int index, Statement statement)
        {
            if (Count == _block._statements.Length)
            {
                Array.Resize(ref _block._statements, Count == 0 ? 4 : Count + Math.Min(Count, MostStatements / 4));
            }

            Array.Copy(_block._statements, index, _block._statements, index + 1, Count - index);
            _block._statements[index] = statement;
            _block._statementCount++;
        }

        public void Reverse() => Array.Reverse(_block._statements, 0, Count);

        public Enumerator GetEnumerator() => new(this);

        IEnumerator<Statement> IEnumerable<Statement>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<Statement>
        {
            private readonly StatementList _list;
            private int _position;

            internal Enumerator(StatementList list)
            {
                _list = list;
                _position = -1;
            }

            public readonly Statement Current => _list[_position];

            readonly object IEnumerator.Current => Current;

            public bool MoveNext() => ++_position < _list.Count;

            public void Reset() => _position = -1;

            public readonly void Dispose()
            {
            }
        }
    }

    /// <summary>The successors of one block; a value, so that asking costs no memory.</summary>
    public readonly struct SuccessorList
    {
        private readonly Block _block;

        internal SuccessorList(Block block) => _block = block;

        public int Count => _block._count;

        public int this[int index] => index switch
        {
            0 => _block._first,
            1 => _block._second,
            _ => _block._more![index - 2],
        };

        public void Add(int block)
        {
            switch (_block._count++)
            {
                case 0:
                    _block._first = block;
                    break;
                case 1:
                    _block._second = block;
                    break;
                default:
                    (_block._more ??= new List<int>()).Add(block);
                    break;
            }
        }

        public bool Contains(int block)
        {
            for (var i = 0; i < Count; i++)
            {
                if (this[i] == block)
                {
                    return true;
                }
            }

            return false;
        }

        public Enumerator GetEnumerator() => new(this);

        public struct Enumerator
        {
            private readonly SuccessorList _list;
            private int _position;

            internal Enumerator(SuccessorList list)
            {
                _list = list;
                _position = -1;
            }

            public readonly int Current => _list[_position];

            public bool MoveNext() => ++_position < _list.Count;
        }
    }
}
