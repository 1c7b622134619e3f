namespace RustVsGo.Interleaved;

/// <summary>A counter whose every access is a step, the plain ones included: the sources of the library are compiled with it in place of their numbers.</summary>
internal struct SteppedInt
{
    internal int Number;

    // Between a plain read and what is done with it anything may happen.
    public static implicit operator int(SteppedInt counter)
    {
        Interleavings.Step();
        return counter.Number;
    }

    public static implicit operator SteppedInt(int number)
    {
        Interleavings.Step();
        return new SteppedInt { Number = number };
    }
}
