namespace RustVsGo.CodeFixes.Tests;

/// <summary>What a raw pointer leads to: a variable alone does not keep it from the collector.</summary>
public sealed class RawPointerTests
{
    private const string Usings = "#nullable enable\nusing System;\nusing System.Runtime.InteropServices;\nusing RustVsGo;\n\n";

    private const string Native =
        """


        public delegate void Callback();

        public static class Native
        {
            public static int Call(IntPtr pointer) => 0;
            public static int Call(IntPtr pointer, IntPtr other) => 0;
        }

        public sealed class Handle() : Microsoft.Win32.SafeHandles.SafeHandleZeroOrMinusOneIsInvalid(true)
        {
            protected override bool ReleaseHandle() => true;
        }

        [Owned]
        public sealed class Block
        {
            [return: Borrowed] public IntPtr Pointer() => default;
            [return: Borrowed] public Block View() => this;
        }
        """;

    [Fact]
    public Task It_is_kept_alive_until_the_last_use() => KeptAlive(
        """
        var n = 0;
        var p = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:() => n++|});
        if (n > 0)
            Native.Call(p);
        else
            Native.Call(p); // again
        Console.WriteLine(n);
        """,
        """
        var n = 0;
        Callback callback = () => n++;
        var p = Marshal.GetFunctionPointerForDelegate<Callback>(callback);
        if (n > 0)
            Native.Call(p);
        else
            Native.Call(p); // again
        GC.KeepAlive(callback);
        Console.WriteLine(n);
        """);

    [Fact]
    public Task A_variable_alone_is_offered_for_no_pointer() => 
        Refused("var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|}); Native.Call(p);", TemporaryDroppedCodeFixProvider.BindKey);

    [Fact]
    public Task A_variable_is_enough_where_the_borrow_is_seen() => Verify.Fix<TemporaryDroppedCodeFixProvider>(
        Method("var v = {|RVG0716:new Block()|}.View(); v.View();"), Method("var block = new Block();\nvar v = block.View(); v.View();"), TemporaryDroppedCodeFixProvider.BindKey);

    [Fact]
    public Task What_is_disposed_at_the_end_is_kept_by_that() => Verify.Fix<TemporaryDroppedCodeFixProvider>(
        Method("var p = {|RVG0716:new Handle()|}.DangerousGetHandle(); Native.Call(p);"), Method("using var handle = new Handle();\nvar p = handle.DangerousGetHandle(); Native.Call(p);"), index: 0);

    [Fact]
    public Task Two_that_end_with_one_statement_are_kept_at_once() => KeptAlive(
        """
        var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|});
        var q = {|RVG0716:new Block()|}.Pointer();
        Native.Call(p, q);
        """,
        """
        var callback = new Callback(Run);
        var p = Marshal.GetFunctionPointerForDelegate(callback);
        var block = new Block();
        var q = block.Pointer();
        Native.Call(p, q);
        GC.KeepAlive(callback);
        GC.KeepAlive(block);
        """);

    [Theory]
    [InlineData("if (Native.Call(p) > 0) return; Native.Call(p);")]
    [InlineData("var q = p; Native.Call(q);")]
    [InlineData("Action later = () => Native.Call(p); later();")]
    [InlineData("_other = p;")]
    [InlineData("while (true) { Native.Call(p); }")]
    [InlineData("Native.Call(p); p = default;")]
    [InlineData("var pair = (p, 1); Native.Call(pair.p);")]
    public Task Where_the_last_use_is_not_known_it_is_not_kept_alive(string uses) =>
        Refused("var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|}); " + uses, TemporaryDroppedCodeFixProvider.KeepAliveKey);

    [Fact]
    public Task Of_a_static_method_it_is_made_once() => Rooted(
        """
        class C
        {
            // The count.
            private int _n;

            void M()
            {
                var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|});
                Native.Call(p);
                var q = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|});
                Native.Call(q, Other);
            }

            IntPtr Other => default;

            static void Run() { }
        }
        """,
        """
        class C
        {
            private static readonly Callback s_callback = new Callback(Run);
            // The count.
            private int _n;

            void M()
            {
                var p = Marshal.GetFunctionPointerForDelegate(s_callback);
                Native.Call(p);
                var q = Marshal.GetFunctionPointerForDelegate(s_callback);
                Native.Call(q, Other);
            }

            IntPtr Other => default;

            static void Run() { }
        }
        """);

    [Fact]
    public Task A_field_is_called_as_its_neighbours_are() => Rooted(
        """
        static class C { static int _n; static object? _callback; static void M() { _callback = _n; var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|}); Native.Call(p); } static void Run() { } }
        """,
        """
        static class C { private static readonly Callback _callback2 = new Callback(Run); static int _n; static object? _callback; static void M() { _callback = _n; var p = Marshal.GetFunctionPointerForDelegate(_callback2); Native.Call(p); } static void Run() { } }
        """);

    [Fact]
    public Task A_delegate_of_the_types_of_one_call_gets_no_field() => Verify.NoFix<TemporaryDroppedCodeFixProvider>(
        Usings + "class C { void M<T>() { var p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run<T>)|}); Native.Call(p); } static void Run<T>() { } }" + Native, TemporaryDroppedCodeFixProvider.RootKey);

    [Fact]
    public Task What_a_stored_pointer_leads_to_is_stored_beside_it() => Rooted(
        """
        class C
        {
            private IntPtr _p, _q;

            public IntPtr Third { get; private set; }

            void M()
            {
                _p = Marshal.GetFunctionPointerForDelegate({|RVG0716:new Callback(Run)|}); // first
                this._q = (IntPtr)Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:Run|});
                Third = {|RVG0716:new Handle()|}.DangerousGetHandle();
            }

            void Run() { }
        }
        """,
        """
        class C
        {
            private IntPtr _p, _q;
            private Callback? _callback;
            private Callback? _callback2;
            private Handle? _handle;

            public IntPtr Third { get; private set; }

            void M()
            {
                _callback = new Callback(Run);
                _p = Marshal.GetFunctionPointerForDelegate(_callback); // first
                _callback2 = Run;
                this._q = (IntPtr)Marshal.GetFunctionPointerForDelegate<Callback>(_callback2);
                _handle = new Handle();
                Third = _handle.DangerousGetHandle();
            }

            void Run() { }
        }
        """);

    [Theory]
    [InlineData("sealed class C { public IntPtr P; static void M(C other, int n) { other.P = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:() => n++|}); } }")]
    [InlineData("record C { public IntPtr P; void M(int n) { P = Marshal.GetFunctionPointerForDelegate<Callback>({|RVG0716:() => n++|}); } }")]
    public Task Beside_the_pointer_of_another_or_in_a_record_there_is_no_place(string type) =>
        Verify.NoFix<TemporaryDroppedCodeFixProvider>(Usings + type + Native, TemporaryDroppedCodeFixProvider.RootKey);

    private static string Method(string body) =>
        Usings + "class C\n{\n    private IntPtr _other;\n\n    void M()\n    {\n        " + body.ReplaceLineEndings("\n").Replace("\n", "\n        ", StringComparison.Ordinal) + "\n    }\n\n    void Run() { }\n}" + Native;

    private static Task KeptAlive(string before, string after) =>
        Verify.Fix<TemporaryDroppedCodeFixProvider>(Method(before), Method(after), TemporaryDroppedCodeFixProvider.KeepAliveKey);

    private static Task Rooted(string before, string after) =>
        Verify.Fix<TemporaryDroppedCodeFixProvider>(Usings + before + Native, Usings + after + Native, TemporaryDroppedCodeFixProvider.RootKey);

    private static Task Refused(string body, string key) => Verify.NoFix<TemporaryDroppedCodeFixProvider>(Method(body), key);
}
