namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Raw handles and pointers that outlive what they came from.</summary>
public sealed class HandleTests
{
    [Theory]
    [InlineData("using var h = new Handle(); return {|RVG0515:h.DangerousGetHandle()|};")]
    [InlineData("IntPtr p; using (var h = new Handle()) p = h.DangerousGetHandle(); return {|RVG0515:p|};")]
    [InlineData("var h = new Handle(); var p = h.DangerousGetHandle(); {|RVG0505:h|}.Dispose(); return p;")]
    [InlineData("var h = new Handle(); var p = h.DangerousGetHandle(); {|RVG0505:h|}.Close(); Use(p); return 0;")]
    [InlineData("var h = GCHandle.Alloc(new byte[1], GCHandleType.Pinned); var p = h.AddrOfPinnedObject(); {|RVG0505:h|}.Free(); Use(p); return 0;")]
    [InlineData("return {|RVG0515:new Handle().DangerousGetHandle()|};")]
    [InlineData("var p = {|RVG0716:new Handle()|}.DangerousGetHandle(); Use(p); return 0;")]
    public Task It_outlives_its_owner(string body) => Check(body);

    [Theory]
    [InlineData("using var h = new Handle(); Use(h.DangerousGetHandle()); return 0;")]
    [InlineData("var h = new Handle(); return h.DangerousGetHandle();")]
    [InlineData("var h = new Handle(); var p = h.DangerousGetHandle(); Use(p); h.Dispose(); return 0;")]
    [InlineData("Use(new Handle().DangerousGetHandle()); return 0;")]
    [InlineData("var h = GCHandle.Alloc(new byte[1], GCHandleType.Pinned); try { Use(h.AddrOfPinnedObject()); } finally { h.Free(); } return 0;")]
    [InlineData("var h = GCHandle.Alloc(new byte[1], GCHandleType.Pinned); _pinned = h; return h.AddrOfPinnedObject();")]
    [InlineData("_pinned = GCHandle.Alloc(new byte[1], GCHandleType.Pinned); _pointer = _pinned.AddrOfPinnedObject(); return 0;")]
    [InlineData("var h = GCHandle.Alloc(new byte[1], GCHandleType.Pinned); _pointer = h.AddrOfPinnedObject(); return 0;")]
    [InlineData("IntPtr p = 0; if (p == IntPtr.Zero) p = new IntPtr(1); p += 1; return p;")]
    public Task It_is_used_while_its_owner_lives(string body) => Check(body);

    [Theory]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|}); Use(p); return 0;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:Run|}); Use(p); return 0;")]
    [InlineData("var n = 0; var p = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:() => n++|}); Use(p); return n;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:() => Run()|}); Use(p); return 0;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Cached)|}); Use(p); return 0;")]
    [InlineData("return {|RVG0515:Marshal.GetFunctionPointerForDelegate(new Callback(Cached))|};")]
    public Task A_delegate_is_collected_under_its_pointer(string body) => Check(body);

    [Theory]
    [InlineData("Callback c = Run; var p = Marshal.GetFunctionPointerForDelegate(c); Use(p); GC.KeepAlive(c); return 0;")]
    [InlineData("_kept = Run; return Marshal.GetFunctionPointerForDelegate(_kept);")]
    [InlineData("_kept = new Callback(Run); var p = Marshal.GetFunctionPointerForDelegate(_kept); Use(p); return p;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate<Callback>(Cached); Use(p); return p;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate<Callback>(static () => { }); Use(p); return p;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate<Callback>(() => Cached()); Use(p); return p;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate(new Callback(() => { var n = 0; Action inner = () => n++; inner(); })); Use(p); return p;")]
    [InlineData("var p = Marshal.GetFunctionPointerForDelegate((Callback)Cached); Use(p); return p;")]
    [InlineData("var n = 0; var p = Marshal.GetFunctionPointerForDelegate(s_kept); Use(p); return p + n;")]
    [InlineData("Use(Marshal.GetFunctionPointerForDelegate<Callback>(Run)); return 0;")]
    public Task A_delegate_is_kept(string body) => Check(body);

    private static Task Check(string body) => CatalogProgram.Check(
        $$"""
            sealed class Handle : Microsoft.Win32.SafeHandles.SafeHandleZeroOrMinusOneIsInvalid { public Handle() : base(true) { } protected override bool ReleaseHandle() => true; }
            delegate void Callback();
            Callback? _kept;
            static readonly Callback s_kept = new Callback(Cached);
            GCHandle _pinned;
            IntPtr _pointer;
            void Run() { }
            static void Cached() { }
            static void Use(IntPtr p) { }
            IntPtr M() { {{body}} }
        """);
}
