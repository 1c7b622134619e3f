using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Tests.Robustness;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>A body is looked at for the words in it: what is found does not depend on how they are written, and what is not there is not made up.</summary>
public sealed class WrittenWordsTests
{
    private const string Prelude = "using System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\n";

    [Fact]
    public Task What_has_to_be_dropped_may_be_written_in_any_way() => Verify.Catalog<DisposalAnalyzer>(
        Prelude + """
        class C
        {
            static void Escaped(string path) { var s = {|RVG2001:new \u0046ileStream(path, FileMode.Open)|}; s.WriteByte(1); }
            static void EscapedMember(string path) { var s = {|RVG2001:File.\u004FpenRead(path)|}; s.ReadByte(); }
            static void Verbatim(string path) { var s = {|RVG2001:@File.@OpenRead(path)|}; s.ReadByte(); }
            static void Commented(string path) { var s = {|RVG2001:File/* the type */./* the member */OpenRead(path)|}; s.ReadByte(); }
            static void Late(string path) { FileStream a, b = {|RVG2001:new(path, FileMode.Open)|}; b.WriteByte(1); }
            static void Nested(string path) { Action make = () => { if (path.Length > 0) { FileStream s = {|RVG2001:new(path, FileMode.Open)|}; s.WriteByte(1); } }; make(); }
            static string Interpolated(string path) => $"{{|RVG2001:File.OpenRead(path)|}.ReadByte()}";
        }

        class {|RVG2003:Escaped|} { private readonly FileStream _s = new \u0046ileStream("a", FileMode.Open); public int Read() => _s.ReadByte(); }
        class {|RVG2003:Implicit|} { private readonly FileStream _s = new("a", FileMode.Open); public int Read() => _s.ReadByte(); }
        class {|RVG2003:InFunction|} { private FileStream _s; public Action Open() => () => { _s = File.OpenRead("a"); }; }
        """);

    [Fact]
    public Task What_only_says_so_in_words_has_nothing_to_drop() => Verify.Catalog<DisposalAnalyzer>(
        Prelude + """
        class C
        {
            // File.OpenRead(path), new FileStream(path)
            static void Comment(string path) { /* new FileStream(path, FileMode.Open) */ Console.WriteLine("File.OpenRead"); }
            static void Ended(string path) { var s = new \u0046ileStream(path, FileMode.Open); s.\u0044ispose(); }
            static void Using(string path) { using FileStream s = new(path, FileMode.Open); }
            static FileStream Returned(string path) => File.\u004FpenRead(path);
            private FileStream FileStream;
            static void Named(C c, Stream s) { c.FileStream = null; }
        }

        class Ends { private readonly FileStream _s = new("a", FileMode.Open); public void Stop() => _s.Close(); }
        class EndsLater { private FileStream _s; public EndsLater() { _s = File.OpenRead("a"); new Thread(() => _s.Dispose()).Start(); } }
        class Assigned { private FileStream _s; public Assigned() { _s = new("a", FileMode.Open); } public void Give(FileStream s) => _s = s; }
        """);

    /// <summary>Whatever an alias stands for: the catalog's words are those of the body.</summary>
    [Theory]
    [InlineData("in the file", "using File = System.IO.File;\nusing FileStream = System.IO.FileStream;\n", "")]
    [InlineData("in another file", "", "global using File = System.IO.File;\nglobal using FileStream = System.IO.FileStream;\n")]
    public async Task An_alias_that_is_called_like_its_type_is_seen(string where, string own, string other)
    {
        Assert.NotEmpty(where);

        Assert.Equal(["File.OpenRead(p)", "new FileStream(p, System.IO.FileMode.Open)"], await Undropped(own, other, "File", "FileStream"));
    }

    [Theory]
    [InlineData("in the file", "using F = System.IO.File;\nusing S = System.IO.FileStream;\n", "")]
    [InlineData("in another file", "", "global using F = System.IO.File;\nglobal using S = System.IO.FileStream;\n")]
    public async Task Of_another_alias_the_names_of_members_alone_are_known(string where, string own, string other)
    {
        Assert.NotEmpty(where);

        Assert.Equal(["F.OpenRead(p)"], await Undropped(own, other, "F", "S"));
    }

    [Fact]
    public Task What_a_value_is_used_behind_may_be_written_in_any_way() => Verify.Catalog(
        Prelude + """
        class C
        {
            static void Escaped(string path) { var s = File.OpenRead(path); s.\u0044ispose(); {|RVG0382:s|}.ReadByte(); }
            static void Verbatim(string path) { var s = File.OpenRead(path); s.@Dispose(); {|RVG0382:s|}.ReadByte(); }
            static void Enumerated(List<int> list) { foreach (var i in list) {|RVG0502:list|}.\u0041dd(i); }
            static void ByElement(List<int> list) { foreach (var i in list) {|RVG0502:list|} [0] /* as well */ = i; }
        }

        """);

    [Fact]
    public Task What_is_not_used_behind_it_is_accepted() => Verify.Catalog(
        Prelude + """
        class C
        {
            static void Escaped(string path) { var s = File.OpenRead(path); s.ReadByte(); s.\u0044ispose(); }
            static void Enumerated(List<int> list, List<int> other) { foreach (var i in list) other.\u0041dd(i); }
            static void Comment(string path) { var s = File.OpenRead(path); /* s.Dispose(); */ s.ReadByte(); }
        }
        """);

    [Fact]
    public Task A_result_that_is_dropped_may_be_written_in_any_way() => Verify.Catalog<SharingAnalyzer>(
        Prelude + """
        class C
        {
            static void Escaped(string s) { {|RVG1001:s.Tr\u0069m()|}; }
            static void Nested(string s) { if (s.Length > 0) { Action a = () => { for (;; {|RVG1001:s.Replace("a", "b")|}) { break; } Console.WriteLine(); }; a(); } }
            static void Chain(string s) { {|RVG1001:s.Trim().Split(',')|}; }
            static void Started() { Task.{|RVG1007:R\u0075n|}(() => { Console.WriteLine(); }); }
        }
        """);

    [Fact]
    public Task A_result_that_is_kept_is_accepted() => Verify.Catalog<SharingAnalyzer>(
        Prelude + """
        class C
        {
            static string Escaped(string s) => s.Tr\u0069m();
            static void Argument(string s) { Console.WriteLine(s.Trim()); }
            static void Other(string s) { Trim(s); }
            static void Trim(string s) { }
            static Task Started() => Task.R\u0075n(() => { Console.WriteLine(); });
        }
        """);

    private static async Task<IEnumerable<string>> Undropped(string own, string other, string file, string stream)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = Analysis.Compile(
            TestReferences.Framework,
            other,
            own + "class C { void M(string p) { var a = " + file + ".OpenRead(p); a.ReadByte(); } void N(string p) { var b = new " + stream + "(p, System.IO.FileMode.Open); b.ReadByte(); } }");
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (await compilation.Report([new DisposalAnalyzer()], cancellation))
            .Select(static found => found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)).Order(StringComparer.Ordinal);
    }
}
