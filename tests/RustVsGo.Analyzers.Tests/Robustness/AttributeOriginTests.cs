using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Where the attributes come from, and what is no attribute of ours. An attribute counts by its full name, whichever assembly declares it.</summary>
public sealed class AttributeOriginTests
{
    private const string OwnCopy =
        """
        namespace RustVsGo
        {
            [System.AttributeUsage(System.AttributeTargets.All)] internal sealed class OwnedAttribute : System.Attribute { }
            [System.AttributeUsage(System.AttributeTargets.All)] internal sealed class BorrowedAttribute : System.Attribute { }
            [System.AttributeUsage(System.AttributeTargets.All)] internal sealed class ConsumesAttribute : System.Attribute { }
        }
        """;

    private const string Library =
        """
        [RustVsGo.Owned] public class Config
        {
            public int Port;
            [RustVsGo.Consumes] public void Close() { }
        }
        public static class Api
        {
            public static Config Make() => new();
            public static void Take([RustVsGo.Owned] Config config) { }
            public static void Look([RustVsGo.Borrowed] Config config) { }
        }
        """;

    private const string Program =
        """
        using static Api;
        class Program
        {
            static void Moved() { var x = Make(); Take(x); Look(x); }
            static void Closed() { var x = Make(); x.Close(); System.Console.WriteLine(x.Port); }
            static void Correct() { var x = Make(); Look(x); Take(x); }
        }
        """;

    private static readonly string[] s_findings = ["RVG0382 x", "RVG0382 x.Port"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_library_of_the_package_counts() =>
        Assert.Equal(s_findings, await Analysis.Compile(Library, Program).FindingsOfCorrect(Cancellation));

    [Fact]
    public async Task A_copy_in_the_project_itself_counts() =>
        Assert.Equal(s_findings, await Analysis.Compile(TestReferences.Framework, OwnCopy, Library, Program).FindingsOfCorrect(Cancellation));

    [Fact]
    public async Task A_copy_beside_the_library_of_the_package_counts()
    {
        var compilation = Analysis.Compile(OwnCopy, Library, Program);

        Assert.Equal(s_findings, await compilation.Findings(Cancellation));
    }

    [Fact]
    public async Task A_copy_inside_a_referenced_library_counts()
    {
        var library = Analysis.Compile(TestReferences.Framework, OwnCopy, Library).WithAssemblyName("Library").Emit(Cancellation);

        Assert.Equal(s_findings, await Analysis.Compile([.. TestReferences.Framework, library], Program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task A_referenced_library_that_uses_the_package_counts()
    {
        var library = Analysis.Compile(Library).WithAssemblyName("Library").Emit(Cancellation);

        Assert.Equal(s_findings, await Analysis.Compile([.. TestReferences.All, library], Program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task A_reference_to_a_project_counts()
    {
        var library = Analysis.Compile(Library).WithAssemblyName("Library").ToMetadataReference();

        Assert.Equal(s_findings, await Analysis.Compile([.. TestReferences.All, library], Program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task Defaults_do_not_hold_in_a_library_that_knows_no_ownership()
    {
        // Its parameter of a type of the program's would own by default if it had opted in.
        var shapes = Analysis.Compile(TestReferences.Framework, "public abstract class Shape { public static void Keep(Shape shape) { } public static T Pass<T>(T t) => t; }")
            .WithAssemblyName("Shapes").Emit(Cancellation);
        const string program =
            """
            [RustVsGo.Owned] class Square : Shape { public int Side; }
            class Program
            {
                static void Test() { var x = new Square(); Shape.Keep(x); Shape.Keep(x); System.Console.WriteLine(x.Side); }
            }
            """;

        Assert.Empty(await Analysis.Compile([.. TestReferences.All, shapes], program).FindingsOfCorrect(Cancellation));
    }

    [Theory]
    [InlineData("namespace Microsoft.EntityFrameworkCore { class OwnedAttribute : System.Attribute { } }", "Microsoft.EntityFrameworkCore.Owned")]
    [InlineData("namespace My.RustVsGo { class OwnedAttribute : System.Attribute { } }", "My.RustVsGo.Owned")]
    [InlineData("class OwnedAttribute : System.Attribute { }", "Owned")]
    [InlineData("class RustVsGo2 { public class OwnedAttribute : System.Attribute { } }", "RustVsGo2.Owned")]
    public async Task An_attribute_of_the_same_name_elsewhere_means_nothing(string attribute, string name)
    {
        var program =
            $$"""
            [{{name}}] class Config { }
            class Program
            {
                static void Take([{{name}}] Config config) { }
                static void Test() { var x = new Config(); Take(x); Take(x); }
            }
            """;

        Assert.Empty(await Analysis.Compile(attribute, program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task An_attribute_of_the_same_name_elsewhere_beside_ours_means_nothing()
    {
        const string program =
            """
            namespace Elsewhere { class OwnedAttribute : System.Attribute { } }
            [Elsewhere.Owned] class Entity { public static void Keep(Entity entity) { } }
            [RustVsGo.Owned] class Config { public static void Keep(Config config) { } }
            class Program
            {
                static void Test() { var x = new Entity(); Entity.Keep(x); Entity.Keep(x); }
                static void Other() { var y = new Config(); Config.Keep(y); Config.Keep(y); }
            }
            """;

        Assert.Equal(["RVG0382 y"], await Analysis.Compile(program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task A_generic_attribute_of_the_same_name_means_nothing()
    {
        const string program =
            """
            namespace RustVsGo { class OwnedAttribute<T> : System.Attribute { } class OwnedAttribute : System.Attribute { } }
            [RustVsGo.Owned<int>] class Config { }
            class Program
            {
                static void Take([RustVsGo.Owned<string>] object config) { }
                static void Test() { var x = new Config(); var y = x; Take(x); Take(y); }
            }
            """;

        Assert.Empty(await Analysis.Compile(TestReferences.Framework, program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task Files_without_any_attribute_are_silent()
    {
        const string program =
            """
            using System; using System.IO; using System.Linq; using System.Collections.Generic;
            class Program
            {
                static void Test(Stream s, List<int> list, Span<int> span)
                {
                    var t = s; t.Dispose(); s.Dispose();
                    foreach (var i in list.Where(i => i > 1)) span[0] = i;
                    using var m = new MemoryStream(); m.Dispose(); m.ToArray();
                }
            }
            """;

        Assert.Empty(await Analysis.Compile(program).FindingsOfCorrect(Cancellation));
        Assert.Empty(await Analysis.Compile(TestReferences.Framework, program).FindingsOfCorrect(Cancellation));
    }

    [Theory]
    [InlineData("[Owned, Borrowed] Config x")]
    [InlineData("[Owned, BorrowedMut] Config x")]
    [InlineData("[Borrowed, BorrowedMut] Config x")]
    [InlineData("[Owned] [Borrowed] [BorrowedMut] Config x")]
    public async Task Contradictory_attributes_on_a_parameter_say_nothing(string parameter)
    {
        var program =
            $$"""
            using RustVsGo;
            class Program
            {
                static void Keep({{parameter}}) { var y = x; }
                static void Test() { var x = Api.Make(); Keep(x); Keep(x); }
            }
            """;

        Assert.Empty(await Analysis.Compile(Library, program).FindingsOfCorrect(Cancellation));
    }

    [Theory]
    [InlineData("[Consumes, Borrows]")]
    [InlineData("[Mutates, Borrows]")]
    [InlineData("[Consumes, Mutates, Borrows]")]
    public async Task Contradictory_attributes_on_a_method_say_nothing(string attributes)
    {
        var program =
            $$"""
            using RustVsGo;
            [Owned] class Box { {{attributes}} public void Touch() { } }
            class Program { static void Test() { var x = new Box(); x.Touch(); x.Touch(); } }
            """;

        Assert.Empty(await Analysis.Compile(program).FindingsOfCorrect(Cancellation));
    }

    [Fact]
    public async Task Contradictory_attributes_on_a_result_say_nothing()
    {
        const string program =
            """
            using RustVsGo;
            class Program
            {
                [return: Owned, Borrowed] static Config Get([Borrowed] Config x) => null;
                static void Test() { var x = Api.Make(); var y = Get(x); Api.Look(y); Api.Look(x); }
            }
            """;

        Assert.Empty(await Analysis.Compile(Library, program).FindingsOfCorrect(Cancellation));
    }
}
