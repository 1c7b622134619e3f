using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The <see cref="bool"/> argument that decides whether a parameter's contract holds (<c>Unless = "leaveOpen"</c>). Where a call shows its
/// value, the parameter is what its contract says or it is lent; where it does not, nothing is known and it is lent.
/// </summary>
/// <param name="Ordinal">The parameter whose argument decides.</param>
/// <param name="Value">The value with which the contract holds.</param>
public sealed record ParameterCondition(int Ordinal, bool Value)
{
    /// <summary>The condition that <paramref name="attribute"/> on a parameter of <paramref name="method"/> states, or null where it states none.</summary>
    /// <returns>False where it names no <see cref="bool"/> parameter, or two that contradict each other: there is nothing that could be held to.</returns>
    internal static bool TryRead(IMethodSymbol method, StatedAttribute attribute, out ParameterCondition? condition)
    {
        condition = null;
        var unless = attribute.Text("Unless");
        var when = attribute.Text("When");
        if (unless is null && when is null)
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == (unless ?? when) && parameter.Type.SpecialType == SpecialType.System_Boolean && (unless is null || when is null))
            {
                condition = new ParameterCondition(parameter.Ordinal, Value: unless is null);
            }
        }

        return condition is not null;
    }
}
