using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>One way to mend what a rule reports. It holds no state: the same diagnostic in the same solution gets the same proposal.</summary>
internal abstract class OwnershipFix
{
    protected OwnershipFix(string equivalenceKey) => EquivalenceKey = equivalenceKey;

    /// <summary>The family: FixAll applies what has the same key, so that ways which a user takes for one thing share theirs.</summary>
    public string EquivalenceKey { get; }

    /// <summary>What the family does, said of many diagnostics at once.</summary>
    public abstract string FixAllTitle { get; }

    /// <summary>
    /// Whether it only says that what is reported is meant. For many at once it is said of those alone that nothing else mends: a client that takes the
    /// first action of one report for all of them must not let go what it could wait for.
    /// </summary>
    public virtual bool IsLastResort => false;

    /// <summary>What the fix would change, or null where any condition of it is not met.</summary>
    public abstract Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation);
}
