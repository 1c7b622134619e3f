using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Gate;

/// <summary>What one referenced assembly says, and by which words of its users it is reached. Found when first asked for.</summary>
internal sealed class ReferencedVocabulary
{
    private readonly WeakReference<IAssemblySymbol> _assembly;
    private readonly Lazy<VocabularyMarks> _marks;
    private readonly Lazy<ImmutableArray<string>> _publicSpaces;
    private readonly Lazy<ImmutableArray<string>> _allSpaces;

    // A boxed bool: threads may ask at once.
    private object? _isOptedIn;

    // Lives as long as the assembly and must not keep it alive.
    public ReferencedVocabulary(IAssemblySymbol assembly)
    {
        _assembly = new(assembly);
        _marks = new(() => VocabularyUse.In(Assembly));
        _publicSpaces = new(() => SpacesOf(Assembly.GlobalNamespace, isFriend: false));
        _allSpaces = new(() => SpacesOf(Assembly.GlobalNamespace, isFriend: true));
    }

    private IAssemblySymbol Assembly =>
        _assembly.TryGetTarget(out var assembly) ? assembly : throw new InvalidOperationException("An assembly of a compilation under analysis is alive.");

    /// <summary>Whether the assembly was written with the model in mind. That does not depend on who asks, in whose <paramref name="contracts"/>.</summary>
    public bool IsOptedIn(ContractModel contracts) => (bool)(_isOptedIn ??= contracts.IsOptedIn(Assembly));

    /// <summary>Whether <paramref name="user"/> can see anything that the assembly marks in another vocabulary.</summary>
    public bool Says(IAssemblySymbol user) => _marks.Value switch
    {
        VocabularyMarks.Visible => true,
        VocabularyMarks.Internal => Assembly.GivesAccessTo(user),
        _ => false,
    };

    /// <summary>
    /// Whether a project can get hold of anything of the assembly: to name one of its types takes the last part of the namespace, in a <c>using</c>, in
    /// a name, or in a namespace of the project's own.
    /// </summary>
    /// <param name="user">The project.</param>
    /// <param name="contains">Whether a word stands anywhere in it.</param>
    public bool IsReached(IAssemblySymbol user, Func<string, bool> contains)
    {
        foreach (var space in (Assembly.GivesAccessTo(user) ? _allSpaces : _publicSpaces).Value)
        {
            if (space.Length == 0 || contains(space))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> SpacesOf(INamespaceSymbol root, bool isFriend)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddSpaces(root, isFriend, names);
        return names.ToImmutableArray();
    }

    private static void AddSpaces(INamespaceSymbol space, bool isFriend, HashSet<string> names)
    {
        if (HasTypes(space, isFriend))
        {
            names.Add(space.Name);
        }

        foreach (var inner in space.GetNamespaceMembers())
        {
            AddSpaces(inner, isFriend, names);
        }
    }

    private static bool HasTypes(INamespaceSymbol space, bool isFriend)
    {
        foreach (var type in space.GetTypeMembers())
        {
            if (isFriend || type.DeclaredAccessibility == Accessibility.Public)
            {
                return true;
            }
        }

        return false;
    }
}
