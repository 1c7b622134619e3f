using System.Collections.Immutable;

namespace RustVsGo.Conformance.Reading;

/// <summary>All twins of the repository, and what they share.</summary>
internal static class TwinFiles
{
    private static readonly Lazy<ImmutableArray<Twin>> s_all = new(() => [.. Names.Select(ReadIfWellFormed).OfType<Twin>()]);

    /// <summary>The names of the twins, whether they can be read or not.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder("Twins"), "*.twin", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder("Twins"), file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The twins. One that cannot be read is missing, so that it spoils one test and not all.</summary>
    public static ImmutableArray<Twin> All => s_all.Value;

    public static string RustPrelude => File.ReadAllText(Folder("Prelude.rs"));

    public static string CSharpPrelude => File.ReadAllText(Folder("Prelude.cs"));

    public static string Folder(string name) => RepositoryRoot.Combine("tests", "RustVsGo.Conformance", name);

    public static Twin Read(string name) => TwinReader.Read(name, File.ReadAllText(Folder($"Twins/{name}.twin")));

    private static Twin? ReadIfWellFormed(string name)
    {
        try
        {
            return Read(name);
        }
        catch (TwinException)
        {
            return null;
        }
    }
}
