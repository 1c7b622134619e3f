using Microsoft.CodeAnalysis.CSharp;
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
}
