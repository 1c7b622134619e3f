using System.Collections.Generic;

namespace RustVsGo.Analyzers.Gate;

/// <summary>The names through which a body of one project can reach a move type or a contract.</summary>
/// <param name="Names">Of types and members.</param>
/// <param name="Attributes">Of attributes: elsewhere than in an attribute list they say nothing (<c>ArrayPool.Shared</c>).</param>
internal sealed record GateNames(HashSet<string> Names, HashSet<string> Attributes)
{
    /// <summary>Of a project in which nobody says anything.</summary>
    public static GateNames None { get; } = new(new HashSet<string>(), new HashSet<string>());
}
