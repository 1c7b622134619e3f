using System;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>Whether C# lets an attribute stand where it does: what it does not (CS0592) needs no second report.</summary>
internal static class Targets
{
    public static bool Allow(AttributeData attribute, in Part part)
    {
        foreach (var usage in attribute.AttributeClass!.GetAttributes())
        {
            if (usage is { AttributeClass.Name: nameof(AttributeUsageAttribute), ConstructorArguments: [{ Value: int targets }] })
            {
                return ((AttributeTargets)targets & Of(part)) != 0;
            }
        }

        return true;
    }

    private static AttributeTargets Of(in Part part) => part.Kind switch
    {
        PartKind.Type => part.Symbol is not INamedTypeSymbol type ? AttributeTargets.All : type.TypeKind switch
        {
            TypeKind.Struct => AttributeTargets.Struct,
            TypeKind.Interface => AttributeTargets.Interface,
            TypeKind.Enum => AttributeTargets.Enum,
            TypeKind.Delegate => AttributeTargets.Delegate,
            _ => AttributeTargets.Class,
        },
        PartKind.TypeParameter => AttributeTargets.GenericParameter,
        PartKind.Method => part.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } ? AttributeTargets.Constructor : AttributeTargets.Method,
        PartKind.Return => AttributeTargets.ReturnValue,
        PartKind.Parameter => AttributeTargets.Parameter,
        PartKind.Field => AttributeTargets.Field,
        PartKind.Property => AttributeTargets.Property,
        _ => AttributeTargets.Event,
    };
}
