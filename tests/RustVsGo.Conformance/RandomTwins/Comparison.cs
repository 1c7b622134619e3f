using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers;
using RustVsGo.Conformance.Reading;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>What rustc and the analyzer say about one function.</summary>
/// <param name="Function">The function.</param>
/// <param name="IsSound">Whether a location-sensitive checker of rustc accepts it: the verdict that is asked of us.</param>
/// <param name="Rustc">What stable rustc reports.</param>
/// <param name="Sensitive">What the location-sensitive checkers of rustc report, each of them.</param>
/// <param name="Ours">What the analyzer reports.</param>
internal sealed record Outcome(
    TwinFunction Function, bool IsSound, ImmutableHashSet<LineError> Rustc, ImmutableHashSet<LineError> Sensitive, ImmutableHashSet<LineError> Ours)
{
    public bool IsFalselyReported => IsSound && !Ours.IsEmpty;

    public bool IsMissed => !IsSound && Ours.IsEmpty;

    /// <summary>
    /// Whether the same codes are reported on the same lines as by stable rustc, or by the location-sensitive checkers; what these accept counts as accepted,
    /// a whole function or one place in it.
    /// </summary>
    public bool IsExact => IsSound ? Ours.IsEmpty : Ours.SetEquals(Rustc) || Ours.SetEquals(Sensitive) || (Ours.IsSubsetOf(Rustc) && Rustc.Except(Ours).All(error => !Sensitive.Contains(error)));

    /// <summary>What is wrong, if anything is; a smaller function with the same kind is a smaller example.</summary>
    public string Kind => IsFalselyReported ? "reported, but rustc accepts" : IsMissed ? "rustc rejects, not reported" : IsExact ? "agreed" : "other codes or lines";
}

/// <summary>Asks both judges about random functions.</summary>
internal static class Comparison
{
    private const int FunctionsInModule = 200;

    private static string RustPrelude => File.ReadAllText(TwinFiles.Folder("RandomTwins/Prelude.rs"));

    public static string CSharpPrelude => File.ReadAllText(TwinFiles.Folder("RandomTwins/Prelude.cs"));

    /// <summary>The first <paramref name="count"/> functions of <paramref name="seed"/>.</summary>
    public static ImmutableArray<TwinFunction> Functions(int seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => FunctionGenerator.Generate(unchecked((seed * 1_000_003) + i), $"f{i}"))];

    /// <summary>The functions in one file.</summary>
    public static string TextOf(TwinFunction[] functions) => Module.Of("", functions).CSharp;

    /// <summary>What both say about each function, in order.</summary>
    /// <exception cref="InvalidOperationException">A function is no program in one of the languages: a mistake of the generator.</exception>
    public static async Task<ImmutableArray<Outcome>> CompareAsync(ImmutableArray<TwinFunction> functions, CancellationToken cancellationToken)
    {
        var modules = functions.Chunk(FunctionsInModule).Select((chunk, i) => Module.Of($"m{i}", chunk)).ToDictionary(module => module.Name);
        var rust = modules.ToDictionary(module => module.Key, module => module.Value.Rust);
        var stable = Rustc.CheckAsync(RustPrelude, rust, RustcChecker.Stable, cancellationToken);
        var ours = await ReportsAsync(modules.Values, cancellationToken);
        var inStable = Distribute(modules, await stable);
        var sensitive = Distribute(modules, await Rustc.CheckAsync(RustPrelude, rust, RustcChecker.Polonius, cancellationToken));
        var next = Distribute(modules, await Rustc.CheckAsync(RustPrelude, rust, RustcChecker.PoloniusNext, cancellationToken));
        return [.. functions.Select(Judge)];

        Outcome Judge(TwinFunction function)
        {
            ImmutableHashSet<LineError> reported = [.. ours[function]];
            return new Outcome(
                function,
                !sensitive.Contains(function) || !next.Contains(function),
                Aligned(function, inStable[function], reported),
                Aligned(function, sensitive[function], reported).Intersect(Aligned(function, next[function], reported)),
                reported);
        }
    }

    /// <summary>What the analyzer says about each function, without rustc.</summary>
    public static async Task<ILookup<TwinFunction, LineError>> ReportsAsync(ImmutableArray<TwinFunction> functions, CancellationToken cancellationToken) =>
        await ReportsAsync(functions.Chunk(FunctionsInModule).Select((chunk, i) => Module.Of($"m{i}", chunk)), cancellationToken);

    // Codes of Rust that have no rule of their own here, with those that stand for them: the first, if none is reported on the line. What outlives a
    // destructor is what it is without one, and exclusive captures of a closure are borrows like others.
    private static readonly Dictionary<string, string[]> s_otherCodes = new()
    {
        ["0713"] = ["0597", "0515"],
        ["0500"] = ["0499", "0502"],
        ["0501"] = ["0499", "0502", "0503"],
        ["0524"] = ["0499"],
    };

    // Where docs/ownership-model.md has another code than rustc for the same mistake. "A capture that borrows from a borrowed parameter" of a delegate
    // that escapes is RVG0521, where rustc asks for `'static` in the parameter's type; what a nested function "owns itself" and stores in a capture is
    // RVG0597, where rustc calls it data of the closure.
    private static string[] CodesInModel(TwinFunction function, string code) => code switch
    {
        "0621" when function.Constructs.Contains("return closure") => ["0621", "0521"],
        "0521" when function.Constructs.Any(construct => construct is "closure" or "closure argument") => ["0521", "0597"],
        _ => s_otherCodes.GetValueOrDefault(code, [code]),
    };

    private static ImmutableHashSet<LineError> Aligned(TwinFunction function, IEnumerable<LineError> rustc, ICollection<LineError> ours) =>
    [
        .. rustc.Select(error =>
        {
            var codes = CodesInModel(function, error.Code);
            return error with { Code = codes.FirstOrDefault(code => ours.Contains(error with { Code = code })) ?? codes[0] };
        }),
    ];

    private static ILookup<TwinFunction, LineError> Distribute(Dictionary<string, Module> modules, IEnumerable<RustError> errors) =>
        errors.Select(error =>
        {
            if (!error.IsFromBorrowChecker)
                throw new InvalidOperationException($"rustc says: {error.Message}\n{modules.GetValueOrDefault(error.Module)?.Rust.Split('\n')[error.Line - 1]}");
            return modules[error.Module].At(error.Line, error.Code![1..]);
        }).ToLookup(pair => pair.Function, pair => pair.Error);

    private static async Task<ILookup<TwinFunction, LineError>> ReportsAsync(IEnumerable<Module> modules, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var byFile = modules.ToDictionary(module => module.Name);
        var trees = byFile.Values.Select(module => CSharpSyntaxTree.ParseText(module.CSharp, options, module.Name, cancellationToken: cancellationToken));
        var compilation = CSharpCompilation.Create(
            "Twins",
            [.. trees, CSharpSyntaxTree.ParseText(CSharpPrelude, options, "Prelude.cs", cancellationToken: cancellationToken)],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        if (compilation.GetDiagnostics(cancellationToken).FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } mistake)
            throw new InvalidOperationException($"{mistake}\n{mistake.Location.SourceTree?.GetText(cancellationToken).Lines[LineOf(mistake) - 1]}");

        var reports = await compilation.WithAnalyzers([new OwnershipAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return reports.Select(report =>
        {
            if (!report.Id.StartsWith("RVG", StringComparison.Ordinal) || !byFile.TryGetValue(report.Location.SourceTree?.FilePath ?? "", out var module))
                throw new InvalidOperationException(report.ToString());
            return module.At(LineOf(report), report.Id[3..]);
        }).ToLookup(pair => pair.Function, pair => pair.Error);
    }

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Some functions in a file of each language.</summary>
    private sealed record Module(string Name, string Rust, string CSharp, ImmutableArray<(int FirstLine, TwinFunction Function)> Functions)
    {
        public static Module Of(string name, TwinFunction[] functions)
        {
            StringBuilder rust = new("use super::*;\n\n"), csharp = new("using System; using System.Collections.Generic; using RustVsGo; using static RandomTwins.Prelude; namespace RandomTwins;\n");
            csharp.Append("#nullable disable\n");
            var starts = ImmutableArray.CreateBuilder<(int, TwinFunction)>();
            var line = 3;
            foreach (var function in functions)
            {
                starts.Add((line, function));
                function.Write(rust, csharp);
                line += function.Length;
            }

            return new Module(name, rust.ToString(), csharp.ToString(), starts.ToImmutable());
        }

        public (TwinFunction Function, LineError Error) At(int line, string code)
        {
            var (first, function) = Functions.Last(start => start.FirstLine <= line);
            return (function, new LineError(line - first, code));
        }
    }
}
