using System.Collections.Immutable;
using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>What rustc says about one twin.</summary>
/// <param name="Errors">The errors, in textual order.</param>
/// <param name="Messages">The same with rustc's messages, for a person to read.</param>
internal sealed record RustVerdict(ImmutableArray<Mark> Errors, string Messages);
