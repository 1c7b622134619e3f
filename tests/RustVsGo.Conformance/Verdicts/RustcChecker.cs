namespace RustVsGo.Conformance.Verdicts;

/// <summary>rustc's borrow checkers.</summary>
internal enum RustcChecker
{
    /// <summary>The one that programs are compiled with.</summary>
    Stable,

    /// <summary>
    /// The location-sensitive one, as it was first written (<c>-Zpolonius=legacy</c>). What is still borrowed where a body is left it asks the stable
    /// one (<c>rustc_borrowck</c>'s <c>check_for_invalidation_at_exit</c>).
    /// </summary>
    Polonius,

    /// <summary>The location-sensitive one as it is meant to become stable (<c>-Zpolonius=next</c>).</summary>
    PoloniusNext,
}
