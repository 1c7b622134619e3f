namespace RustVsGo.Tests;

/// <summary>A value whose end has to be awaited.</summary>
internal sealed class AsynchronousOnly : IAsyncDisposable
{
    public bool IsDisposed { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        IsDisposed = true;
    }
}
