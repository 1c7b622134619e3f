namespace RustVsGo.Tests;

/// <summary>Finds the files of the repository that the tests were built from.</summary>
internal static class RepositoryRoot
{
    private const string Mark = "RustVsGo.sln";

    /// <summary>Gets the full path of a folder or file, given by its path from the repository's root.</summary>
    public static string Combine(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
                return Path.Combine([folder.FullName, .. path]);
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Mark}.");
    }
}
