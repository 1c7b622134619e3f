using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>Runs rustc, where it is installed.</summary>
internal static class Rustc
{
    // rustc gives no code to these; RVG0621 and RVG0521 are their counterparts.
    private static readonly Dictionary<string, string?> s_uncoded = new()
    {
        ["lifetime may not live long enough"] = "E0621",
        ["captured variable cannot escape `FnMut` closure body"] = "E0521",
    };

    /// <summary>Whether rustc is installed.</summary>
    public static bool IsInstalled()
    {
        try
        {
            using var process = Process.Start(Command("--version"))!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The errors of a crate.</summary>
    /// <param name="prelude">What stands in the crate's root, above its modules.</param>
    /// <param name="modules">The text of each module by its name.</param>
    /// <param name="checker">Which of rustc's borrow checkers is asked.</param>
    /// <param name="cancellationToken">Ends the wait for rustc.</param>
    /// <exception cref="InvalidOperationException">rustc says something that is no error of the crate.</exception>
    public static async Task<IEnumerable<RustError>> CheckAsync(
        string prelude, IReadOnlyDictionary<string, string> modules, RustcChecker checker, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("twins-");
        try
        {
            foreach (var (name, text) in modules)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".rs"), text, cancellationToken);
            var root = prelude + string.Concat(modules.Keys.Select(name => $"mod {name};\n"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "lib.rs"), root, cancellationToken);

            var command = Command("--edition", "2021", "--crate-type", "lib", "--emit", "metadata", "--cap-lints", "allow", "--error-format", "json", "lib.rs");
            command.WorkingDirectory = folder.FullName;
            if (checker != RustcChecker.Stable)
            {
                command.ArgumentList.Add(checker == RustcChecker.Polonius ? "-Zpolonius=legacy" : "-Zpolonius=next");
                command.Environment["RUSTC_BOOTSTRAP"] = "1";
            }

            using var process = Process.Start(command)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return [.. errors.Split('\n').Select(ParseError).OfType<RustError>()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Command(params string[] arguments) =>
        new("rustc", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static RustError? ParseError(string line)
    {
        if (!line.StartsWith('{'))
            return string.IsNullOrWhiteSpace(line) ? null : throw new InvalidOperationException($"rustc says: {line}");

        var message = JsonDocument.Parse(line).RootElement;
        var text = message.GetProperty("message").GetString()!;
        if (message.GetProperty("level").GetString()?.StartsWith("error", StringComparison.Ordinal) != true)
            return null;
        var span = message.GetProperty("spans").EnumerateArray().FirstOrDefault(span => span.GetProperty("is_primary").GetBoolean());
        if (span.ValueKind == JsonValueKind.Undefined)
            return text.StartsWith("aborting due to", StringComparison.Ordinal) ? null : throw new InvalidOperationException($"rustc says: {text}");

        // The span of a macro's expansion lies in a library; where it was called is what counts.
        while (span.GetProperty("expansion") is { ValueKind: JsonValueKind.Object } expansion)
            span = expansion.GetProperty("span");
        var code = message.GetProperty("code") is { ValueKind: JsonValueKind.Object } explained ? explained.GetProperty("code").GetString() : null;
        return new RustError(
            Path.GetFileNameWithoutExtension(span.GetProperty("file_name").GetString()!),
            span.GetProperty("line_start").GetInt32(),
            span.GetProperty("column_start").GetInt32(),
            s_uncoded.GetValueOrDefault(text, code),
            text);
    }
}
