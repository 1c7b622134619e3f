using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>The locals whose modes say what a statement gives to what it writes; a value, so that asking costs no memory.</summary>
internal readonly struct ModeSources
{
    private readonly int _read;
    private readonly Call? _call;

    private ModeSources(int read, Call? call)
    {
        _read = read;
        _call = call;
    }

    public static ModeSources Of(Statement statement) => statement switch
    {
        Assign { Value: Read { Operand.Place.Local: var read } } => new ModeSources(read, null),
        Assign { Value: Borrow { IsInferred: true, Place.Local: var borrowed } } => new ModeSources(borrowed, null),
        Call { IsOfDelegate: true, Arguments: var arguments } => new ModeSources(arguments[0], null),
        Call { ResultMode: Mode.None } call => new ModeSources(-1, call),
        _ => new ModeSources(-1, null),
    };

    public Enumerator GetEnumerator() => new(_read, _call);

    public struct Enumerator
    {
        private readonly Call? _call;
        private readonly int _read;
        private int _position;

        public Enumerator(int read, Call? call)
        {
            _read = read;
            _call = call;
            _position = -1;
        }

        public readonly int Current => _call is null ? _read : _call.Arguments[_call.Sources[_position]];

        public bool MoveNext() => ++_position < (_call is null ? (_read < 0 ? 0 : 1) : _call.Sources.Length);
    }
}
