using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>The judges of all twins, each asked once.</summary>
internal static class Judges
{
    private static readonly Lazy<Task<CSharpJudge>> s_csharp = new(() => CSharpJudge.JudgeAsync(TwinFiles.All, CancellationToken.None));

    public static Task<CSharpJudge> CSharp => s_csharp.Value;
}
