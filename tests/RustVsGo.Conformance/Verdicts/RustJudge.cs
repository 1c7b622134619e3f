using System.Collections.Immutable;
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

    /// <summary>rustc's verdict on each twin.</summary>
    /// <param name="twins">The twins.</param>
    /// <param name="checker">Which of rustc's borrow checkers is asked.</param>
    /// <param name="cancellationToken">Ends the wait for rustc.</param>
    public static async Task<Dictionary<string, RustVerdict>> JudgeAsync(
        ImmutableArray<Twin> twins, RustcChecker checker, CancellationToken cancellationToken)
    {
        var early = twins.Where(twin => twin.Rust.Marks.Any(mark => s_earlyCodes.Contains(mark.Code))).ToImmutableArray();
        var verdicts = new Dictionary<string, RustVerdict>();
        foreach (var twin in early)
            verdicts.Add(twin.Name, Verdict(twin, await RunAsync([twin], checker, cancellationToken)));

        var rest = twins.RemoveRange(early);
        while (!rest.IsEmpty)
        {
            var errors = await RunAsync(rest, checker, cancellationToken);
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

    private static async Task<ILookup<string, RustError>> RunAsync(ImmutableArray<Twin> twins, RustcChecker checker, CancellationToken cancellationToken)
    {
        var modules = twins.ToDictionary(twin => twin.ModuleName, twin => twin.Rust.Below("use super::*;"));
        return (await Rustc.CheckAsync(TwinFiles.RustPrelude, modules, checker, cancellationToken)).ToLookup(error => error.Module);
    }
}
