using System.Collections.Generic;

namespace RustVsGo.Borrowck.Ir;

/// <summary>Statements without a branch between them, and where control goes afterwards.</summary>
public sealed class Block
{
    // Nearly all blocks lead to one or two others: a list for each would be most of what a block takes.
    private int _first;
    private int _second;
    private int _count;
    private List<int>? _more;

    public Block(int index) => Index = index;

    /// <summary>Index into <see cref="Body.Blocks"/>.</summary>
    public int Index { get; }

    public List<Statement> Statements { get; private set; } = new();

    /// <summary>Where control can go: the false side of a condition, the true side, then unwinding. Empty: the body is left.</summary>
    public SuccessorList Successors => new(this);

    /// <summary>Whether the body is left normally at the end of this block.</summary>
    public bool IsReturn { get; set; }

    /// <summary>
    /// Appends what <paramref name="next"/> does, and leads where that led; <paramref name="next"/> is empty then and leads nowhere.
    /// </summary>
    internal void Absorb(Block next)
    {
        if (Statements.Count == 0)
        {
            (Statements, next.Statements) = (next.Statements, Statements);
        }
        else
        {
            Statements.AddRange(next.Statements);
            next.Statements.Clear();
        }

        (_first, _second, _count, _more, IsReturn) = (next._first, next._second, next._count, next._more, next.IsReturn);
        (next._count, next._more, next.IsReturn) = (0, null, false);
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
