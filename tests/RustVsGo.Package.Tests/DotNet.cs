using System.Diagnostics;
using System.Text;

namespace RustVsGo.Package.Tests;

/// <summary>What a command of the .NET CLI printed, and how it ended.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public CommandResult MustSucceed()
    {
        Assert.True(Succeeded, $"'{CommandLine}' ended with {ExitCode}:\n{Output}");
        return this;
    }
}

/// <summary>Runs the .NET CLI as a user does: a process of its own, nothing inherited from the test run, no build server that outlives it.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<CommandResult> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ShieldFromTestRun(start.Environment);

        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        void Collect(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
        }

        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
            return new CommandResult($"dotnet {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    private static void ShieldFromTestRun(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsOfTheTestRun).ToList())
            environment.Remove(name);

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
    }

    /// <summary>The CLI tells its children where its MSBuild is; NUGET_PACKAGES would win over a sandbox's own packages folder.</summary>
    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || name.Equals("NUGET_PACKAGES", StringComparison.OrdinalIgnoreCase)
        || name.Equals("RustVsGoEnforcement", StringComparison.OrdinalIgnoreCase);
}
