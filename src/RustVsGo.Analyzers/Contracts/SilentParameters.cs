using System;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// RVG3004: a parameter that takes ownership because of its type alone. Which ones do is asked of the contract model, so that operators, comparisons,
/// keys of indexers, delegates, receivers of extensions and parameters of type-parameter type are none.
/// </summary>
internal static class SilentParameters
{
    public static void Check(IMethodSymbol method, ContractModel contracts, Action<Diagnostic> report)
    {
        if (!MaySay(method) || !HasOwner(method, contracts) || Families.OverridesOrImplements(method))
        {
            return;
        }

        var contract = contracts.Method(method);
        foreach (var parameter in method.Parameters)
        {
            if (contract.Parameters[parameter.Ordinal] is { Kind: ParameterKind.Owned, IsStated: false }
                && Statements.Parameter(method, parameter.Ordinal) is null
                && VocabularyAttribute.Location(parameter) is { } place)
            {
                report(Diagnostic.Create(ContractDescriptors.SilentParameter, place, ContractMessages.SilentParameter(parameter)));
            }
        }
    }

    // What a setter is given is owned as every assigned value is; a positional record says with its property what it does with the argument.
    private static bool MaySay(IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary or MethodKind.Constructor, Parameters.IsEmpty: false }
        && !(method is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } && IsPositional(method));

    private static bool IsPositional(IMethodSymbol constructor)
    {
        foreach (var member in constructor.ContainingType.GetMembers(constructor.Parameters[0].Name))
        {
            if (member is IPropertySymbol property && property.Locations is [var place, ..] && constructor.Parameters[0].Locations is [var declared, ..] && place == declared)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOwner(IMethodSymbol method, ContractModel contracts)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.None && contracts.Types.IsMoveType(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }
}
