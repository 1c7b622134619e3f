using System.Globalization;

[assembly: AssemblyFixture(typeof(RustVsGo.Package.Tests.PackedPackage))]

namespace RustVsGo.Package.Tests;

/// <summary>
/// The package, packed once for all tests into a folder feed outside the tree. Its version is its own, for the same version packed again would be
/// served from a package cache; its build output is elsewhere, so that packing does not fight a build that runs on the tree.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rustvsgo-package-").FullName;

    public string Version { get; } = "0.0.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public string Feed => Path.Combine(_folder, "feed");

    public string File => Path.Combine(Feed, $"RustVsGo.{Version}.nupkg");

    public async ValueTask InitializeAsync() =>
        (await DotNet.Run(
            RepositoryRoot.Combine(),
            "pack",
            RepositoryRoot.Combine("src", "RustVsGo.Package"),
            "--configuration", "Release",
            "--output", Feed,
            "--artifacts-path", Path.Combine(_folder, "artifacts"),
            $"-p:Version={Version}")).MustSucceed();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
