using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// What the contract of a parameter comes to at one call: one that hangs on another argument (<c>Unless = "leaveOpen"</c>) holds where that
/// argument is a constant, a default value included, and says so. Where it is a variable nobody knows, and nothing is taken.
/// </summary>
internal static class ContractAtCall
{
    /// <summary>The contract of the parameter <paramref name="ordinal"/> at <paramref name="call"/>; null where there is no such parameter.</summary>
    public static ParameterContract? Of(MethodContract contract, int ordinal, IOperation? call)
    {
        if (ordinal >= contract.Parameters.Length)
        {
            return null;
        }

        var parameter = contract.Parameters[ordinal];
        return parameter.Condition is { } condition && !Holds(condition, call) ? ParameterContract.Lent with { IsOnce = parameter.IsOnce, MayRepeat = parameter.MayRepeat } : parameter;
    }

    private static bool Holds(ParameterCondition condition, IOperation? call)
    {
        var arguments = call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == condition.Ordinal)
            {
                return argument.Value.ConstantValue is { HasValue: true, Value: bool value } && value == condition.Value;
            }
        }

        return false;
    }
}
