using System;
using System.Collections.Generic;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Whether a referenced assembly says anything about ownership in another vocabulary. Read from its table of attributes (ECMA-335, II.22.10): to declare
/// or reference JetBrains' annotations is common and says nothing yet, and to ask every symbol of an assembly takes as long as to compile a small project.
/// </summary>
internal static class VocabularyUse
{
    private const string JetBrains = "JetBrains.Annotations";

    /// <summary>Errs on the side of looking: an assembly that is still source may say something where it can see such a declaration.</summary>
    public static VocabularyMarks In(IAssemblySymbol assembly)
    {
        if (assembly.TypeNames.Contains(OtherVocabularies.Resource) && DeclaresResource(assembly.GlobalNamespace, isBelowSystem: false))
        {
            return VocabularyMarks.Visible;
        }

        var found = VocabularyMarks.None;
        foreach (var module in assembly.Modules)
        {
            var marks = module.GetMetadata() is { } metadata ? In(metadata) : MayBeMarked(module) ? VocabularyMarks.Visible : VocabularyMarks.None;
            found = marks > found ? marks : found;
        }

        return found;
    }

    private static bool DeclaresResource(INamespaceSymbol space, bool isBelowSystem)
    {
        if (isBelowSystem)
        {
            foreach (var type in space.GetTypeMembers(OtherVocabularies.Resource))
            {
                if (OtherVocabularies.IsResource(type))
                {
                    return true;
                }
            }
        }

        foreach (var inner in space.GetNamespaceMembers())
        {
            if ((isBelowSystem || inner.Name == nameof(System)) && DeclaresResource(inner, isBelowSystem: true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayBeMarked(IModuleSymbol source)
    {
        foreach (var reference in source.ReferencedAssemblies)
        {
            if (reference.Name == JetBrains)
            {
                return true;
            }
        }

        foreach (var name in source.ContainingAssembly.TypeNames)
        {
            if (OtherVocabularies.OfJetBrains.Contains(name) || OtherVocabularies.OfAnyNamespace.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static VocabularyMarks In(ModuleMetadata metadata)
    {
        try
        {
            var reader = metadata.GetMetadataReader();
            var marks = MarksOf(reader);
            if (marks.Count == 0)
            {
                return VocabularyMarks.None;
            }

            var found = VocabularyMarks.None;
            var visibility = new MetadataVisibility(reader);
            foreach (var handle in reader.CustomAttributes)
            {
                var attribute = reader.GetCustomAttribute(handle);
                if (marks.Contains(TypeOf(attribute.Constructor, reader)))
                {
                    if (visibility.IsVisible(attribute.Parent))
                    {
                        return VocabularyMarks.Visible;
                    }

                    found = VocabularyMarks.Internal;
                }
            }

            return found;
        }
        catch (BadImageFormatException)
        {
            return VocabularyMarks.Visible;
        }
    }

    // The attribute types of the vocabularies that the module references or declares.
    private static HashSet<EntityHandle> MarksOf(MetadataReader reader)
    {
        var marks = new HashSet<EntityHandle>();
        foreach (var handle in reader.TypeReferences)
        {
            var type = reader.GetTypeReference(handle);
            if (IsMark(type.Namespace, type.Name, reader))
            {
                marks.Add(handle);
            }
        }

        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (IsMark(type.Namespace, type.Name, reader))
            {
                marks.Add(handle);
            }
        }

        return marks;
    }

    // No string is made: there are as many names as types.
    private static bool IsMark(StringHandle space, StringHandle name, MetadataReader reader)
    {
        foreach (var attribute in OtherVocabularies.OfAnyNamespace)
        {
            if (reader.StringComparer.Equals(name, attribute))
            {
                return true;
            }
        }

        foreach (var attribute in OtherVocabularies.OfJetBrains)
        {
            if (reader.StringComparer.Equals(name, attribute))
            {
                return reader.StringComparer.Equals(space, JetBrains);
            }
        }

        return false;
    }

    private static EntityHandle TypeOf(EntityHandle constructor, MetadataReader reader) => constructor.Kind switch
    {
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
        HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
        _ => default,
    };
}
