using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Tests;

/// <summary>What the programs under test are compiled against: the reference assemblies of the base library and of what else the catalog speaks about, as the build listed them, and RustVsGo.dll.</summary>
internal static class TestReferences
{
    public static readonly ImmutableArray<MetadataReference> Framework =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference-assemblies.txt")).Select(path => MetadataReference.CreateFromFile(path))];

    public static readonly MetadataReference Library = MetadataReference.CreateFromFile(typeof(OwnedAttribute).Assembly.Location);

    public static readonly ImmutableArray<MetadataReference> All = [.. Framework, Library];
}
