using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>Pairs of locals that the loans of one statement flow between; a value, so that asking costs no memory.</summary>
internal readonly struct LoanFlows
{
    private readonly int _count;
    private readonly (int, int) _first;
    private readonly (int, int) _second;
    private readonly Call? _call;
    private readonly int _target;

    public LoanFlows((int From, int To) first)
    {
        _count = 1;
        _first = first;
    }

    public LoanFlows((int From, int To) first, (int From, int To) second)
    {
        _count = 2;
        _first = first;
        _second = second;
    }

    private LoanFlows(Call call, int target, int count)
    {
        _call = call;
        _target = target;
        _count = count;
    }

    /// <summary>From each source of <paramref name="call"/> to <paramref name="target"/>.</summary>
    public static LoanFlows OfSources(Call call, int target) => new(call, target, call.Sources.Length);

    /// <summary>Where <paramref name="call"/> stores what it is given.</summary>
    public static LoanFlows OfStores(Call call) => new(call, -1, call.Stores.Length);

    public Enumerator GetEnumerator() => new(this);

    private (int From, int To) At(int index)
    {
        if (_call is null)
        {
            return index == 0 ? _first : _second;
        }

        return _target >= 0
            ? (_call.Arguments[_call.Sources[index]], _target)
            : (_call.Arguments[_call.Stores[index].From], _call.Arguments[_call.Stores[index].To]);
    }

    public struct Enumerator
    {
        private readonly LoanFlows _flows;
        private int _index;

        public Enumerator(LoanFlows flows)
        {
            _flows = flows;
            _index = -1;
        }

        public (int From, int To) Current => _flows.At(_index);

        public bool MoveNext() => ++_index < _flows._count;
    }
}
