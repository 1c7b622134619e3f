using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>
/// A parameter in every method that callers may reach instead of the one they name: what it overrides and implements, what overrides and implements
/// that, in all projects of the solution. They promise the same (RVG0053), so that they change together.
/// </summary>
internal sealed class ParameterFamily
{
    private readonly ImmutableArray<SourceParameter> _members;

    private ParameterFamily(ImmutableArray<SourceParameter> members) => _members = members;

    /// <returns>The family, or null where one of its methods is not in source or none has a body.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static async Task<ParameterFamily?> FindAsync(Solution solution, IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol called)
        {
            return null;
        }

        var members = ImmutableArray.CreateBuilder<SourceParameter>();
        foreach (var method in await MethodFamily.FindAsync(solution, called.OriginalDefinition, cancellation).ConfigureAwait(false))
        {
            if (parameter.Ordinal >= method.Parameters.Length
                || await SourceParameter.FindAsync(solution, method.Parameters[parameter.Ordinal], cancellation).ConfigureAwait(false) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return members.Any(static member => member.HasBody) ? new ParameterFamily(members.ToImmutable()) : null;
    }

    /// <summary>Whether all signatures let the parameter be a borrow.</summary>
    public bool MayBorrow(bool isAwaited) => _members.All(member => member.MayBorrow(isAwaited));

    /// <summary>What all bodies together do with the parameter.</summary>
    public BorrowNeed Need(CancellationToken cancellation) =>
        _members.Aggregate(BorrowNeed.Shared, (need, member) => need.And(member.Need(cancellation)));

    /// <summary>The edits after which the parameter is <c>[<paramref name="name"/>]</c> everywhere; default where one of them says something else than that it owns.</summary>
    public ImmutableArray<TextEdit> Become(string name, CancellationToken cancellation)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var member in _members)
        {
            var changed = member.Become(name, cancellation);
            if (changed.IsDefault)
            {
                return default;
            }

            edits.AddRange(changed);
        }

        return edits.Distinct().ToImmutableArray();
    }
}
