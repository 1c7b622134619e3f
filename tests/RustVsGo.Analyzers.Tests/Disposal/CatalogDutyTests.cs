namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2001 where the catalog alone says what has to be dropped: whoever may have taken it, has.</summary>
public sealed class CatalogDutyTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Net.Sockets;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task What_was_opened_and_never_closed_is_reported() => Check(
        """
        class C
        {
            static int Read(string path) { var s = {|RVG2001:File.OpenRead(path)|}; return s.ReadByte(); }
            static void New(string path) { var s = {|RVG2001:new FileStream(path, FileMode.Open)|}; s.WriteByte(1); }
            static void Implicit(string path) { FileStream s = {|RVG2001:new(path, FileMode.Open)|}; s.WriteByte(1); }
            static void Wrapped(string path) { var r = new StreamReader({|RVG2001:File.OpenRead(path)|}); Console.WriteLine(r.ReadLine()); }
            static string AtOnce(string path) => {|RVG2001:new StreamReader(path)|}.ReadToEnd();
            static string Chain(string path) => new StreamReader({|RVG2001:File.OpenRead(path)|}).ReadToEnd();
            static void Linked(CancellationToken token) { var source = {|RVG2001:CancellationTokenSource.CreateLinkedTokenSource(token)|}; source.Cancel(); }
            static string Parsed(string json) { var d = {|RVG2001:JsonDocument.Parse(json)|}; return d.RootElement.ToString(); }
            static void Connect() { var client = {|RVG2001:new TcpClient()|}; client.Connect("localhost", 80); }
            static async Task Stream(HttpClient client) { var s = {|RVG2001:await client.GetStreamAsync("x")|}; Console.WriteLine(s.ReadByte()); }
        }
        """);

    [Fact]
    public Task What_was_closed_in_some_way_is_accepted() => Check(
        """
        class C
        {
            static int Read(string path) { using var s = File.OpenRead(path); return s.ReadByte(); }
            static void Closed(string path) { var s = new FileStream(path, FileMode.Open); s.WriteByte(1); s.Close(); }
            static void Wrapped(string path) { using var r = new StreamReader(File.OpenRead(path)); Console.WriteLine(r.ReadLine()); }
            static void WrappedVariable(string path) { var s = File.OpenRead(path); using (var r = new StreamReader(s)) Console.WriteLine(r.ReadLine()); }
            static void Under(string path) { var s = File.OpenRead(path); var r = new StreamReader(s); Console.WriteLine(r.ReadLine()); s.Dispose(); }
            static StreamReader Given(string path) { var s = File.OpenRead(path); return new StreamReader(s); }
            static StreamReader GivenVariable(string path) { var s = File.OpenRead(path); var r = new StreamReader(s); return r; }
            static void Finally(string path)
            {
                FileStream? s = null;
                try { s = File.OpenRead(path); s.ReadByte(); }
                finally { if (s != null) s.Dispose(); }
            }

            static FileStream Handed(string path)
            {
                FileStream? s = null;
                try
                {
                    s = File.OpenRead(path);
                    s.ReadByte();
                    var result = s;
                    s = null;
                    return result;
                }
                finally
                {
                    s?.Dispose();
                }
            }

            static FileStream OnError(string path)
            {
                var s = File.OpenRead(path);
                try { s.ReadByte(); return s; }
                catch { s.Dispose(); throw; }
            }
        }
        """);

    [Fact]
    public Task What_somebody_else_may_have_taken_is_accepted() => Check(
        """
        class Owner { public Owner(Stream s) { } public static void Register(IDisposable d) { } public Owner With(Stream s) => this; }
        class C
        {
            private readonly FileStream _stream;
            private static FileStream? s_stream;
            private event Action? Closing;
            C(string path) { _stream = File.OpenRead(path); }
            void Stop() => _stream.Close();
            static void Static(string path) { s_stream = File.OpenRead(path); }
            static Owner Made(string path) { var s = File.OpenRead(path); return new Owner(s); }
            static void Registered(string path) { var s = File.OpenRead(path); Owner.Register(s); s.ReadByte(); }
            static Task SentAsync(Stream s, bool closes) => Task.CompletedTask;
            static async Task Sent(string path) { await SentAsync(File.OpenRead(path), closes: true); }
            static Task SentOn(string path) => SentAsync(File.OpenRead(path), true);
            static async Task SentVariable(string path) { var s = File.OpenRead(path); await SentAsync(s, true); }
            static Stream Other(string path) => Stream.Null;
            static void Conditional(string path, bool b)
            {
                using (var w = new StreamWriter(b ? Other(path) : new FileStream(path, FileMode.CreateNew)))
                    w.WriteLine();
            }

            static void Stored(List<Stream> all, string path) { var s = File.OpenRead(path); all.Add(s); }
            static void Indexed(Dictionary<string, Stream> all, string path) { var s = File.OpenRead(path); all[path] = s; }
            void Captured(string path) { var s = File.OpenRead(path); Closing += () => s.Dispose(); }
            static object Anonymous(string path) { var s = File.OpenRead(path); return new { s }; }
            static object Initialized(string path) { var s = File.OpenRead(path); return new Holder { Stream = s }; }
            static IEnumerable<Stream> Yielded(string path) { var s = File.OpenRead(path); yield return s; }
            static void Swapped(ref Stream target, string path) { target = File.OpenRead(path); }
            static void Out(out Stream target, string path) { target = File.OpenRead(path); }
            static Stream Chosen(Stream? given, string path) { var s = given ?? File.OpenRead(path); s.ReadByte(); return Stream.Null; }
            static void MaybeMine(Stream? given, string path)
            {
                var own = given == null;
                var s = own ? File.OpenRead(path) : given!;
                s.ReadByte();
                if (own)
                    s.Dispose();
            }

            class Holder { public Stream? Stream; }
        }
        """);

    [Fact]
    public Task A_path_that_forgets_to_close_is_reported() => Check(
        """
        class C
        {
            static int Early(string path)
            {
                var s = {|RVG2001:File.OpenRead(path)|};
                if (s.Length == 0)
                    return 0;
                var b = s.ReadByte();
                s.Dispose();
                return b;
            }

            static void Overwritten(string path) { var s = {|RVG2001:File.OpenRead(path)|}; s = File.OpenRead(path + "x"); s.Dispose(); }
        }
        """);

    [Fact]
    public Task A_path_that_closes_under_a_flag_is_accepted() => Check(
        """
        class C
        {
            static void Flag(string path, bool keep)
            {
                var s = File.OpenRead(path);
                s.ReadByte();
                if (!keep)
                    s.Dispose();
            }
        }
        """);

    [Fact]
    public Task What_holds_nothing_but_memory_is_not_spoken_of() => Check(
        """
        class C
        {
            static long Memory(byte[] bytes) { var s = new MemoryStream(bytes); return s.Length; }
            static string? Text(string text) { var r = new StringReader(text); return r.ReadLine(); }
            static string? Reader(Stream given) { var r = new StreamReader(given); return r.ReadLine(); }
            static void Source() { var s = new CancellationTokenSource(); s.Cancel(); }
            static void Tasks() { var t = new Task(() => { }); t.Start(); }
            static void Slim() { var s = new SemaphoreSlim(1); s.Wait(); }
        }
        """);

    [Fact]
    public Task A_delegate_that_has_the_variable_may_end_what_is_put_into_it() => Check(
        """
        class C
        {
            static void Once(Action done)
            {
                Timer? timer = null;
                timer = new Timer(_ => { timer!.Dispose(); done(); }, null, 0, Timeout.Infinite);
                timer.Change(10, Timeout.Infinite);
            }

            static void Other(Action done)
            {
                Timer? other = null;
                Action end = () => other?.Dispose();
                var timer = {|RVG2001:new Timer(_ => { end(); done(); }, null, 0, Timeout.Infinite)|};
                timer.Change(10, Timeout.Infinite);
            }
        }
        """);

    private static Task Check(string program) => Verify.Catalog<DisposalAnalyzer>(Prelude + program);
}
