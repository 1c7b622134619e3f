namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2002 and RVG2003: a type drops what it owns.</summary>
public sealed class OwnedFieldTests
{
    private const string Prelude =
        """
        using System;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using RustVsGo;

        [Owned] class Connection : IDisposable { public void Dispose() { } public int State; }


        """;

    [Fact]
    public Task An_owned_member_that_the_drop_forgets_is_reported() => Check(
        """
        class Forgets : IDisposable { [Owned] readonly Connection {|RVG2002:_c|} = new(); public void Dispose() { } }
        class ForgetsOne : IDisposable { [Owned] readonly Connection _a = new(), {|RVG2002:_b|} = new(); public void Dispose() => _a.Dispose(); }
        class Property : IDisposable { [Owned] Connection {|RVG2002:Inner|} { get; } = new(); public void Dispose() => Console.WriteLine(Inner.State); }
        class Plain([Owned] Stream s) : IDisposable { [Owned] readonly Stream {|RVG2002:_s|} = s; public void Dispose() { if (_s != null) Console.WriteLine(); } }
        class OtherMethod : IDisposable { [Owned] readonly Connection {|RVG2002:_c|} = new(); public void Stop() => _c.Dispose(); public void Dispose() { } }
        class Async : IAsyncDisposable { [Owned] readonly Connection {|RVG2002:_c|} = new(); public ValueTask DisposeAsync() => default; }
        class Derived : Base { [Owned] readonly Connection {|RVG2002:_c|} = new(); }
        class Base : IDisposable { public void Dispose() { } }
        class Named { [Owned] readonly Connection {|RVG2002:_c|} = new(); [Drop] public void Free() { } }
        """);

    [Fact]
    public Task An_owned_member_that_the_drop_ends_is_accepted() => Check(
        """
        class Simple : IDisposable { [Owned] readonly Connection _c = new(); public void Dispose() => _c.Dispose(); }
        class Asked : IDisposable { [Owned] Connection? _c = new(); public void Dispose() { _c?.Dispose(); _c = null; } }
        class Qualified : IDisposable { [Owned] readonly Connection _c = new(); public void Dispose() { this._c.Dispose(); } }
        class Pattern : IDisposable
        {
            [Owned] readonly Connection _c = new();
            public void Dispose() { Dispose(true); GC.SuppressFinalize(this); }
            protected virtual void Dispose(bool disposing) { if (disposing) _c.Dispose(); }
        }

        class Helped : IDisposable { [Owned] readonly Connection _c = new(); public void Dispose() => End(); void End() => _c.Dispose(); }
        class Using : IDisposable { [Owned] readonly Stream _s = File.OpenRead("a"); public void Dispose() { using (_s) { } } }
        class Explicit : IDisposable { [Owned] readonly Connection _c = new(); void IDisposable.Dispose() => _c.Dispose(); }
        class Swapped : IDisposable { [Owned] Connection? _c = new(); public void Dispose() => Interlocked.Exchange(ref _c, null)?.Dispose(); }
        class Local : IDisposable { [Owned] Connection? _c = new(); public void Dispose() { var c = _c; _c = null; c?.Dispose(); } }
        class Async : IAsyncDisposable { [Owned] readonly Stream _s = File.OpenRead("a"); public async ValueTask DisposeAsync() => await _s.DisposeAsync(); }
        class AsyncConfigured : IAsyncDisposable { [Owned] readonly Stream _s = File.OpenRead("a"); public async ValueTask DisposeAsync() { await _s.DisposeAsync().ConfigureAwait(false); } }
        class Derived : Base { [Owned] readonly Connection _c = new(); protected override void Dispose(bool disposing) => _c.Dispose(); }
        class Base : IDisposable { public void Dispose() => Dispose(true); protected virtual void Dispose(bool disposing) { } }
        class Named { [Owned] readonly Connection _c = new(); [Drop] public void Free() => _c.Dispose(); }
        class Lent : IDisposable { [Borrowed] readonly Connection _c; public Lent([Borrowed(CapturedBy = "this")] Connection c) => _c = c; public void Dispose() { } }
        class Unsaid : IDisposable { Stream? _s; public Unsaid(Stream s) => _s = s; public void Dispose() { } }
        partial class Parts { [Owned] readonly Connection _c = new(); }
        partial class Parts : IDisposable { public void Dispose() => _c.Dispose(); }
        """);

    [Fact]
    public Task A_type_that_owns_has_a_drop() => Check(
        """
        class {|RVG2003:Holder|} { [Owned] readonly Connection _c = new(); public int Get() => _c.State; }
        class {|RVG2003:Two|} { [Owned] readonly Connection _a = new(), _b = new(); public int Get() => _a.State + _b.State; }
        struct {|RVG2003:Value|} { [Owned] Stream _s; public Value([Owned] Stream s) => _s = s; }
        sealed record {|RVG2003:Record|}(int N) { [Owned] Connection Inner { get; } = new(); }
        """);

    [Fact]
    public Task A_type_with_any_drop_of_its_own_is_accepted() => Check(
        """
        class Consumed { [Owned] readonly Connection _c = new(); [Consumes] public void Close() => _c.Dispose(); }
        class Static { [Owned] static readonly Connection s_c = new(); }
        class NotDroppable { [Owned] readonly int[] _numbers = new int[3]; }
        """);

    [Fact]
    public Task What_the_catalog_wants_dropped_is_owned_where_a_private_field_gets_nothing_else() => Catalog(
        """
        class Forgets : IDisposable { private readonly FileStream {|RVG2002:_s|} = File.OpenRead("a"); public void Dispose() { } }
        class {|RVG2003:Owner|} { private readonly FileStream _s; public Owner(string path) { _s = new FileStream(path, FileMode.Open); } public int Read() => _s.ReadByte(); }
        class Outer { class {|RVG2003:Nested|} { private readonly FileStream _s = File.OpenRead("a"); public int Read() => _s.ReadByte(); } }
        class {|RVG2003:OnFailure|} { private readonly FileStream _s; public OnFailure(string p) { _s = File.OpenRead(p); try { Read(); } catch { _s.Dispose(); throw; } } public int Read() => _s.ReadByte(); }
        class {|RVG2003:Late|} { FileStream? _s; public int Read(string path) { _s = File.OpenRead(path); return _s.ReadByte(); } }
        """);

    [Fact]
    public Task What_may_belong_to_somebody_else_is_accepted() => Catalog(
        """
        class Closes : IDisposable { private readonly FileStream _s = File.OpenRead("a"); public void Dispose() => _s.Dispose(); }
        static class Ending { public static void WaitForDispose(this Stream s) => s.Dispose(); }
        class Helped : IDisposable { private readonly FileStream _s = File.OpenRead("a"); public void Dispose() => _s.WaitForDispose(); }
        class Stops { private readonly FileStream _s = File.OpenRead("a"); public void Stop() => _s.Close(); }
        class Either { private readonly Stream _s; public Either(Stream? given) => _s = given ?? File.OpenRead("a"); }
        class Given { private Stream _s; public Given(Stream s) { _s = s; } public void Open() => _s = File.OpenRead("a"); }
        class Shares { public readonly FileStream Stream = File.OpenRead("a"); }
        class HandsOut { private readonly FileStream _s = File.OpenRead("a"); public Stream Get() => _s; }
        class Registers { private readonly FileStream _s = File.OpenRead("a"); public void On(Action<IDisposable> register) => register(_s); }
        class Static { private static readonly FileStream s_s = File.OpenRead("a"); }
        class Used { private CancellationTokenSource? _s; public void Run(CancellationToken t) { using (_s = CancellationTokenSource.CreateLinkedTokenSource(t)) { _s.Cancel(); } } }
        class Around { private StreamReader? _r; class Nested : IDisposable { private readonly StreamReader _r = new("a"); public void Dispose() => _r.Dispose(); } public void Set(StreamReader r) => _r = r; }
        class Once { private readonly FileStream _s; public Once(string p) { try { _s = File.OpenRead(p); Read(); } finally { _s?.Close(); } } private void Read() => _s.ReadByte(); }
        class Handed { private StreamReader? _r; public StreamReader Open(string p) => Keep(_r = new StreamReader(p)); private static StreamReader Keep(StreamReader r) => r; }
        class Source { private readonly CancellationTokenSource _source = new(); public CancellationToken Token => _source.Token; }
        """);

    private static Task Check(string program) => Verify.Disposal(Prelude + program);

    private static Task Catalog(string program) => Verify.Catalog<DisposalAnalyzer>("using System;\nusing System.IO;\nusing System.Threading;\n" + program);
}
