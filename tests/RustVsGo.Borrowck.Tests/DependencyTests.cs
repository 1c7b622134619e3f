using System.Reflection;

namespace RustVsGo.Borrowck.Tests;

public sealed class DependencyTests
{
    /// <summary>The engine knows symbols and operations; syntax, wording and the editor are the business of other assemblies.</summary>
    [Fact]
    public void The_engine_references_only_the_language_neutral_part_of_Roslyn() =>
        Assert.DoesNotContain(
            Assembly.Load("RustVsGo.Borrowck").GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && reference.Name != "Microsoft.CodeAnalysis");
}
