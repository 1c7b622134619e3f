using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <content>Which results may not be dropped (docs/ownership-model.md, section 1, <c>[MustUse]</c>).</content>
public sealed partial class ContractModel
{
    // Deeper than any result nests: a task of a task of a pair.
    private const int MaxResultDepth = 4;

    /// <summary>
    /// Why the result of a call of <paramref name="method"/> may not be dropped, by what is said of the method and what it overrides or implements; null where
    /// nothing is said. Of a method that returns a task it speaks about what is awaited, if that is anything.
    /// </summary>
    /// <param name="method">What is called.</param>
    /// <param name="isAwaited">Whether the task that it returns is awaited.</param>
    public MustUse? MustUseOf(IMethodSymbol method, bool isAwaited)
    {
        method = method.ReducedFrom ?? method;
        if (method.ReturnsVoid && method.MethodKind != MethodKind.Constructor)
        {
            return null;
        }

        return isAwaited && SequenceTypes.IsTask(method.ReturnType) && method.ReturnType is INamedTypeSymbol { Arity: 0 }
            ? null
            : new StatedParts(method, _stated).MustUse();
    }

    /// <summary>
    /// Why a value of <paramref name="type"/> may not be dropped, by what is said of the type, its bases and interfaces, or of what it merely hands on: the
    /// result of a task, an element of a tuple, the value of a <c>Nullable</c>. Null where nothing is said.
    /// </summary>
    public MustUse? MustUseOf(ITypeSymbol? type) => MustUseOf(type, 0);

    private MustUse? MustUseOf(ITypeSymbol? type, int depth)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T } named || depth > MaxResultDepth)
        {
            return null;
        }

        if (named.IsTupleType || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || SequenceTypes.IsTask(named))
        {
            foreach (var part in named.TypeArguments)
            {
                if (MustUseOf(part, depth + 1) is { } ofPart)
                {
                    return ofPart;
                }
            }
        }

        for (var current = named; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (Declared(current) is { } own)
            {
                return own;
            }
        }

        foreach (var @interface in named.AllInterfaces)
        {
            if (Declared(@interface) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    private MustUse? Declared(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (AttributeReader.Find(definition.GetAttributes(), AttributeNames.MustUse) is { } attribute)
        {
            return new MustUse(First(AttributeReader.Names(attribute)), type, Authority.Stated);
        }

        return _stated.Find(definition, ContractPartKind.Type, "") is { } part && part.Find(AttributeNames.MustUse) is { } clause
            ? new MustUse(First(clause.Values), type, part.Authority)
            : null;
    }

    private static string? First(ImmutableArray<string> names) => names.IsEmpty ? null : names[0];
}
