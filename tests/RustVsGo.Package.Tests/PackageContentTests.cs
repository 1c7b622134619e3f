using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace RustVsGo.Package.Tests;

public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void The_package_carries_exactly_what_it_should()
    {
        using var archive = ZipFile.OpenRead(package.File);

        // The container's own parts; the properties part has a random name.
        var entries = archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/services/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "README.md",
                "RustVsGo.nuspec",
                "analyzers/dotnet/cs/RustVsGo.Analyzers.dll",
                "analyzers/dotnet/cs/RustVsGo.Borrowck.dll",
                "analyzers/dotnet/cs/RustVsGo.CodeFixes.dll",
                "build/RustVsGo.none.globalconfig",
                "build/RustVsGo.props",
                "build/RustVsGo.targets",
                "build/RustVsGo.warning.globalconfig",
                "buildTransitive/RustVsGo.props",
                "buildTransitive/RustVsGo.targets",
                "icon.png",
                "lib/net8.0/RustVsGo.dll",
                "lib/net8.0/RustVsGo.xml",
                "lib/netstandard2.0/RustVsGo.dll",
                "lib/netstandard2.0/RustVsGo.xml",
            ],
            entries);
    }

    [Fact]
    public void The_package_depends_on_nothing_and_its_attributes_are_there_to_compile_against()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var nuspec = archive.GetEntry("RustVsGo.nuspec")!.Open();
        var elements = XDocument.Load(nuspec).Descendants().ToList();

        Assert.DoesNotContain(elements, element => element.Name.LocalName == "dependency");
        Assert.DoesNotContain(elements, element => element.Name.LocalName == "developmentDependency");
        Assert.Equal(["MIT"], elements.Where(element => element.Name.LocalName == "license").Select(element => element.Value));
    }

    /// <summary>A newer reference than the floor makes an older compiler or editor skip the analyzers with a mere warning.</summary>
    [Theory]
    [InlineData("RustVsGo.Borrowck")]
    [InlineData("RustVsGo.Analyzers")]
    [InlineData("RustVsGo.CodeFixes")]
    public void A_shipped_analyzer_references_nothing_newer_than_the_floor(string name)
    {
        var references = ReferencesOf($"analyzers/dotnet/cs/{name}.dll");

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(reference.Version <= NewestAllowed(reference.Name), $"{name}.dll references {reference.Name} {reference.Version}."));
    }

    private static Version NewestAllowed(string assembly) => assembly switch
    {
        _ when assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) => new(4, 8, 0, 0),
        _ when assembly.StartsWith("System.Composition", StringComparison.Ordinal) => new(7, 0, 0, 0),
        _ when assembly.StartsWith("RustVsGo", StringComparison.Ordinal) => new(0, 1, 0, 0),
        "System.Collections.Immutable" or "System.Reflection.Metadata" => new(7, 0, 0, 0),
        "netstandard" => new(2, 0, 0, 0),
        // What netstandard2.0 itself takes from packages, in the versions that Roslyn 4.8 brings along.
        "System.Memory" => new(4, 0, 1, 2),
        "System.Buffers" => new(4, 0, 3, 0),
        "System.Runtime.CompilerServices.Unsafe" => new(6, 0, 0, 0),
        "System.Threading.Tasks.Extensions" => new(4, 2, 0, 1),
        _ => new(0, 0),
    };

    private List<(string Name, Version Version)> ReferencesOf(string entry)
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var image = new MemoryStream();
        using (var packed = archive.GetEntry(entry)!.Open())
            packed.CopyTo(image);
        image.Position = 0;

        using var portable = new PEReader(image);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }
}
