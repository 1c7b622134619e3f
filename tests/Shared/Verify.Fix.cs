using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using RustVsGo.Analyzers;

namespace RustVsGo.Tests;

/// <content>The part that applies fixes; linked only where the code fix test framework is referenced.</content>
internal static partial class Verify
{
    /// <summary>
    /// The program is reported as marked, and the chosen fix turns it into <paramref name="after"/>: alone, and by FixAll in document, project and solution.
    /// What the fix leaves unsolved is marked in <paramref name="after"/>.
    /// </summary>
    /// <param name="before">The program with its diagnostics marked.</param>
    /// <param name="after">The program after the fix.</param>
    /// <param name="equivalenceKey">Which fix, by its key; <see langword="null"/> for any.</param>
    /// <param name="index">Which fix, by its place in the list that an editor shows.</param>
    /// <param name="iterations">How many times one single fix is applied until nothing is left to do.</param>
    /// <param name="fixAllIterations">How many times FixAll is.</param>
    /// <param name="isAlone">Whether only one at a time is mended so, and FixAll left to another test.</param>
    public static Task Fix<TProvider>(
        string before, string after, string? equivalenceKey = null, int? index = null, int? iterations = null, int? fixAllIterations = null, bool isAlone = false)
        where TProvider : CodeFixProvider, new() =>
        FixFiles<TProvider>([("Test0.cs", before)], [("Test0.cs", after)], equivalenceKey, index, iterations, fixAllIterations, isAlone);

    /// <summary>As <see cref="Fix{TProvider}"/>, for a program of several files.</summary>
    public static Task FixFiles<TProvider>(
        (string Name, string Text)[] before,
        (string Name, string Text)[] after,
        string? equivalenceKey = null,
        int? index = null,
        int? iterations = null,
        int? fixAllIterations = null,
        bool isAlone = false)
        where TProvider : CodeFixProvider, new()
    {
        var test = new FixTest<TProvider>
        {
            CodeActionEquivalenceKey = equivalenceKey,
            CodeActionIndex = index,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = fixAllIterations,
            CodeFixTestBehaviors = isAlone ? CodeFixTestBehaviors.SkipFixAllCheck : CodeFixTestBehaviors.None,
        };
        foreach (var file in before)
            test.TestState.Sources.Add(file);
        foreach (var file in after)
            test.FixedState.Sources.Add(file);
        var mended = new TProvider().FixableDiagnosticIds;
        Prepare(test, before[0].Text, mended.Contains);
        if (!DisposalRules.Any(mended.Contains))
            test.DisabledDiagnostics.AddRange(DisposalRules);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The program is reported as marked, and the provider offers nothing for it; with a key, nothing of that family.</summary>
    public static Task NoFix<TProvider>(string program, string? equivalenceKey = null)
        where TProvider : CodeFixProvider, new() => Fix<TProvider>(program, program, equivalenceKey);

    private sealed class FixTest<TProvider> : CSharpCodeFixTest<OwnershipAnalyzer, TProvider, DefaultVerifier>
        where TProvider : CodeFixProvider, new()
    {
        protected override ParseOptions CreateParseOptions() => PreviewLanguage(base.CreateParseOptions());

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AllAnalyzers.Create();
    }
}
