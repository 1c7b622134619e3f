using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Gate;

/// <summary>The referenced assemblies that say anything about ownership, and those that reference one of them: what they hand out may be owned.</summary>
internal static class SpeakingAssemblies
{
    /// <param name="compilation">The compilation under analysis.</param>
    /// <param name="contracts">Its contracts.</param>
    /// <param name="vocabularies">What an assembly says in other vocabularies.</param>
    public static ImmutableArray<IAssemblySymbol> Of(Compilation compilation, ContractModel contracts, Func<IAssemblySymbol, ReferencedVocabulary> vocabularies)
    {
        var speaking = ImmutableArray.CreateBuilder<IAssemblySymbol>();
        var silent = new List<IAssemblySymbol>();
        HashSet<string>? names = null;
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
            {
                continue;
            }

            if (vocabularies(assembly) is var vocabulary && (vocabulary.IsOptedIn(contracts) || vocabulary.Says(compilation.Assembly)))
            {
                speaking.Add(assembly);
                (names ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(assembly.Name);
            }
            else
            {
                silent.Add(assembly);
            }
        }

        // Whatever references the library itself has opted in: alone, it has no others behind it.
        if (names is not null && (names.Count > 1 || !names.Contains(AttributeNames.Namespace)))
        {
            foreach (var assembly in silent)
            {
                if (References(assembly, names))
                {
                    speaking.Add(assembly);
                }
            }
        }

        return speaking.ToImmutable();
    }

    private static bool References(IAssemblySymbol assembly, HashSet<string> names)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var reference in module.ReferencedAssemblies)
            {
                if (names.Contains(reference.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
