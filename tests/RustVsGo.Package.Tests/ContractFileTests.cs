namespace RustVsGo.Package.Tests;

/// <summary>The package hands a project's contract files to the analyzer.</summary>
public sealed class ContractFileTests(PackedPackage package)
{
    private const string Program =
        """
        internal static class Program
        {
            private static void Main()
            {
                var stream = new MemoryStream();
                Send(stream);
                Console.WriteLine(stream.ReadByte());
            }

            private static void Send(Stream stream) => stream.WriteByte(1);
        }
        """;

    [Theory]
    [InlineData("App/Test.ownership.txt")]
    [InlineData("App/contracts/Test.ownership.txt")]
    public async Task A_contract_file_in_the_projects_folder_counts(string file)
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Program);
        sandbox.Write(file, "M:Program.Send(System.IO.Stream) ; stream: [Owned]");

        var build = await sandbox.Build();

        Assert.False(build.Succeeded, build.Output);
        Assert.Contains("Program.cs(7,27): error RVG0382", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_the_output_folder_does_not()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Program);
        sandbox.Write("App/bin/Test.ownership.txt", "M:Program.Send(System.IO.Stream) ; stream: [Owned]");

        var build = await sandbox.Build();

        Assert.True(build.Succeeded, build.Output);
    }

    [Fact]
    public async Task What_does_not_count_is_reported_with_its_place()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Program);
        sandbox.Write("App/Test.ownership.txt", "# nothing\nM:Program.Sent ; this: [Drop]");

        var build = await sandbox.Build();

        Assert.True(build.Succeeded, build.Output);
        Assert.Contains("Test.ownership.txt(2,1): warning RVG3003", build.Output, StringComparison.Ordinal);
    }
}
