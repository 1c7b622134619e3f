using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>Which referenced assemblies were written with the model in mind: they reference <c>RustVsGo</c> or declare the attributes themselves.</summary>
internal static class OptedInAssemblies
{
    public static bool Contains(IAssemblySymbol assembly)
    {
        if (assembly.GetTypeByMetadataName(AttributeNames.OwnedMetadataName) is not null)
        {
            return true;
        }

        foreach (var module in assembly.Modules)
        {
            foreach (var reference in module.ReferencedAssemblies)
            {
                if (reference.Name == AttributeNames.Namespace)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
