using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>
/// Asks rustc about the Rust sections of twins: one crate, in which each section is a module with a file of its own, with the twin's line numbers.
/// </summary>
/// <remarks>
/// rustc checks borrows only in a crate without other errors. A section with another one is left out and the rest asked again;
/// a section that expects another one is a crate of its own.
/// </remarks>
internal static class RustJudge
{
    // What rustc reports before it checks borrows.
    private static readonly ImmutableHashSet<string> s_earlyCodes = ["E0053", "E0106", "E0195", "E0277", "E0310", "E0204", "E0184", "E0040"];

    // rustc gives no code to this one; RVG0621 is its counterpart.
    private const string UncodedLifetimeError = "lifetime may not live long enough";
    private const string LifetimeCode = "E0621";

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

    /// <summary>rustc's verdict on each twin.</summary>
    /// <param name="twins">The twins.</param>
    /// <param name="isLocationSensitive">Whether the location-sensitive checker is asked, instead of the stable one.</param>
    /// <param name="cancellationToken">Ends the wait for rustc.</param>
    public static async Task<Dictionary<string, RustVerdict>> JudgeAsync(
        ImmutableArray<Twin> twins, bool isLocationSensitive, CancellationToken cancellationToken)
    {
        var early = twins.Where(twin => twin.Rust.Marks.Any(mark => s_earlyCodes.Contains(mark.Code))).ToImmutableArray();
        var verdicts = new Dictionary<string, RustVerdict>();
        foreach (var twin in early)
            verdicts.Add(twin.Name, Verdict(twin, await RunAsync([twin], isLocationSensitive, cancellationToken)));

        var rest = twins.RemoveRange(early);
        while (!rest.IsEmpty)
        {
            var errors = await RunAsync(rest, isLocationSensitive, cancellationToken);
            var broken = rest.Where(twin => errors[twin.ModuleName].Any(error => IsEarly(error, twin))).ToImmutableArray();
            var settled = broken.IsEmpty ? rest : broken;
            foreach (var twin in settled)
                verdicts.Add(twin.Name, Verdict(twin, errors));
            rest = rest.RemoveRange(settled);
        }

        return verdicts;
    }

    private static bool IsEarly(RustError error, Twin twin) =>
        error.Code is null || s_earlyCodes.Contains(error.Code) || !(error.IsFromBorrowChecker || twin.Rust.Marks.Any(mark => mark.Code == error.Code));

    private static RustVerdict Verdict(Twin twin, ILookup<string, RustError> errors)
    {
        var own = errors[twin.ModuleName].ToImmutableArray();
        return new RustVerdict(
            [.. own.OrderBy(error => error.Line).ThenBy(error => error.Column).Select(error => new Mark(error.Line, error.Code ?? "an error without a code"))],
            string.Join('\n', own.Select(error => $"{twin.At(error.Line)}: {error.Code} {error.Message}")));
    }

    private static async Task<ILookup<string, RustError>> RunAsync(ImmutableArray<Twin> twins, bool isLocationSensitive, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("twins-");
        try
        {
            foreach (var twin in twins)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, twin.ModuleName + ".rs"), twin.Rust.Below("use super::*;"), cancellationToken);
            var root = TwinFiles.RustPrelude + string.Concat(twins.Select(twin => $"mod {twin.ModuleName};\n"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "lib.rs"), root, cancellationToken);

            var command = Command("--edition", "2021", "--crate-type", "lib", "--emit", "metadata", "--cap-lints", "allow", "--error-format", "json", "lib.rs");
            command.WorkingDirectory = folder.FullName;
            if (isLocationSensitive)
            {
                command.ArgumentList.Add("-Zpolonius=legacy");
                command.Environment["RUSTC_BOOTSTRAP"] = "1";
            }

            using var process = Process.Start(command)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return errors.Split('\n').Select(ParseError).OfType<RustError>().ToLookup(error => error.Module);
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
            text == UncodedLifetimeError ? LifetimeCode : code,
            text);
    }

    private sealed record RustError(string Module, int Line, int Column, string? Code, string Message)
    {
        /// <summary>Whether the code is one of those that rustc reports when it checks borrows and moves.</summary>
        public bool IsFromBorrowChecker =>
            Code is not null
            && int.Parse(Code.AsSpan(1), CultureInfo.InvariantCulture)
                is (>= 371 and <= 384) or (>= 492 and <= 525) or (>= 594 and <= 597) or 621 or 626 or 700 or (>= 712 and <= 716);
    }
}
