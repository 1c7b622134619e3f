namespace RustVsGo.Tests;

/// <summary>A value and the handles that race for it.</summary>
internal sealed class Owners<T>
{
    public readonly T Value;
    public Arc<T> First, Second, Third;
    public Weak<T> Weak;
    public bool IsTaken;
    public int Refused;

    public Owners(T value)
    {
        Value = value;
        First = Arc.New(value);
        Weak = Arc.Downgrade(First);
    }
}
