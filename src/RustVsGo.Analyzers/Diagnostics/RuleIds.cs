namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The ids of the rules: <c>RVG</c> and rustc's own number.</summary>
public static class RuleIds
{
    /// <summary>E0382: use of a moved value.</summary>
    public const string UseAfterMove = "RVG0382";
}
