namespace RustVsGo.Tests;

/// <summary>A value that counts how often it was disposed.</summary>
internal sealed class Resource : IDisposable
{
    private int _disposals;

    public int Disposals => Volatile.Read(ref _disposals);

    public void Dispose() => Interlocked.Increment(ref _disposals);
}
