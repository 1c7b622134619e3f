namespace RustVsGo.Tests;

/// <summary>A value whose end has to be awaited.</summary>
internal sealed class AsynchronousOnly : IAsyncDisposable
{
    public bool IsBegun { get; private set; }

    public bool IsDisposed { get; private set; }

    public async ValueTask DisposeAsync()
    {
        IsBegun = true;
        await Task.Yield();
        IsDisposed = true;
    }
}
