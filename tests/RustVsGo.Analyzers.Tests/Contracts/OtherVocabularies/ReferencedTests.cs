using Microsoft.CodeAnalysis.CSharp;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Analyzers.Tests.Robustness;

namespace RustVsGo.Analyzers.Tests.Contracts.OtherVocabularies;

/// <summary>Other vocabularies in the metadata of libraries that know nothing of ours.</summary>
public sealed class ReferencedTests
{
    private const string Library =
        """
        namespace JetBrains.Annotations
        {
            internal sealed class MustDisposeResourceAttribute : System.Attribute { }
            internal sealed class HandlesResourceDisposalAttribute : System.Attribute { }
        }
        namespace Internal
        {
            internal sealed class NonCopyableAttribute : System.Attribute { }
        }
        namespace System
        {
            public interface IResource { void Drop(); }
        }
        [Internal.NonCopyable] public struct Cursor
        {
            public void Advance() { }
        }
        public sealed class Handle : System.IResource
        {
            public void Drop() { }
        }
        public static class Api
        {
            [JetBrains.Annotations.MustDisposeResource] public static System.IO.Stream Make() => System.IO.Stream.Null;
            public static void Send([JetBrains.Annotations.HandlesResourceDisposal] System.IO.Stream stream) { }
        }
        """;

    [Theory]
    [InlineData("var x = new Cursor(); var y = x; x.Advance();", "RVG0382 x")]
    [InlineData("var x = new Cursor(); x.Advance(); x.Advance();", null)]
    [InlineData("var x = new Handle(); var y = x; x.Drop();", "RVG0382 x")]
    [InlineData("var x = new Handle(); x.Drop();", null)]
    [InlineData("var x = Api.Make(); using (x) { } x.ReadByte();", "RVG0382 x")]
    [InlineData("using (var x = Api.Make()) { x.ReadByte(); }", null)]
    [InlineData("var x = new System.IO.MemoryStream(); Api.Send(x); x.ReadByte();", "RVG0382 x")]
    [InlineData("var x = new System.IO.MemoryStream(); x.ReadByte(); Api.Send(x);", null)]
    public async Task What_a_library_says_in_them_counts(string body, string? finding)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var library = Analysis.Compile(TestReferences.Framework, Library).WithAssemblyName("Library").Emit(cancellation);
        string[] expected = finding is null ? [] : [finding];

        Assert.Equal(expected, await Analysis.Compile([.. TestReferences.All, library], $"static class Program {{ static void Run() {{ {body} }} }}").FindingsOfCorrect(cancellation));
    }

    [Theory]
    [InlineData("a public type", "[Marks.NonCopyable] public struct T { }", "Visible")]
    [InlineData("an internal type", "[Marks.NonCopyable] internal struct T { }", "Internal")]
    [InlineData("a type in an internal one", "internal class C { [Marks.NonCopyable] public struct T { } }", "Internal")]
    [InlineData("a type that derived ones inherit", "public class C { [Marks.NonCopyable] protected internal struct T { } }", "Visible")]
    [InlineData("a parameter", "public class C { public void N(int i) { } public void M(int i, [JetBrains.Annotations.InstantHandle] System.Action f) { } }", "Visible")]
    [InlineData("a parameter of a private method", "public class C { void M(int i, [JetBrains.Annotations.InstantHandle] System.Action f) { } public void N(int i, int j) { } }", "Internal")]
    [InlineData("a method", "public class C { [JetBrains.Annotations.MustDisposeResource] protected object M() => null; }", "Visible")]
    [InlineData("a method of an internal type", "class C { [JetBrains.Annotations.MustDisposeResource] public object M() => null; }", "Internal")]
    [InlineData("a property", "public class C { [JetBrains.Annotations.MustDisposeResource] public object P { get; } }", "Visible")]
    [InlineData("a private property", "public class C { [JetBrains.Annotations.MustDisposeResource] object P { get; } }", "Internal")]
    [InlineData("a field", "public class C { [JetBrains.Annotations.MustDisposeResource] public object F; }", "Visible")]
    [InlineData("a private field", "public class C { [JetBrains.Annotations.MustDisposeResource] object F; }", "Internal")]
    [InlineData("nothing", "public class C { }", "None")]
    public void Who_can_see_a_mark_on(string what, string program, string visibility)
    {
        const string Marks =
            """
            namespace Marks { internal sealed class NonCopyableAttribute : System.Attribute { } }
            namespace JetBrains.Annotations
            {
                internal sealed class MustDisposeResourceAttribute : System.Attribute { }
                internal sealed class InstantHandleAttribute : System.Attribute { }
            }
            """;
        Assert.NotEmpty(what);
        var library = Analysis.Compile(TestReferences.Framework, Marks, program).WithAssemblyName("Library").Emit(TestContext.Current.CancellationToken);
        var user = Analysis.Compile([.. TestReferences.Framework, library], "");

        Assert.Equal(visibility, VocabularyUse.In((Microsoft.CodeAnalysis.IAssemblySymbol)user.GetAssemblyOrModuleSymbol(library)!).ToString());
    }

    [Fact]
    public async Task A_library_shows_internal_marks_to_its_friends()
    {
        const string Marked =
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
            namespace JetBrains.Annotations
            {
                internal sealed class MustDisposeResourceAttribute : System.Attribute { }
            }
            internal static class Api
            {
                [JetBrains.Annotations.MustDisposeResource] public static System.IO.Stream Make() => System.IO.Stream.Null;
            }
            """;
        var cancellation = TestContext.Current.CancellationToken;
        var library = Analysis.Compile(TestReferences.Framework, Marked).WithAssemblyName("Library").Emit(cancellation);
        const string Program = "static class Program { static void Run() { var x = Api.Make(); using (x) { } x.ReadByte(); } }";

        Assert.Equal(["RVG0382 x"], await Analysis.Compile([.. TestReferences.All, library], Program).WithAssemblyName("Friend").FindingsOfCorrect(cancellation));
        Assert.Equal([], await Analysis.Compile([.. TestReferences.All, library], "static class Program { static void Run() { } }").WithAssemblyName("Stranger").FindingsOfCorrect(cancellation));
    }
}
