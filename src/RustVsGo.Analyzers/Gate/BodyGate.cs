using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Decides from the names in a body's syntax whether anything in it can be owned or under a contract. Only then the body is bound:
/// asking for the operations of every body costs a sixth of the compile time by itself.
/// In: the names of all types and members that move types or attributes occur in. Errs on the side of looking.
/// </summary>
internal sealed class BodyGate
{
    private readonly ContractModel _contracts;
    private readonly GateNames _names;

    private BodyGate(ContractModel contracts, GateNames names)
    {
        _contracts = contracts;
        _names = names;
    }

    /// <param name="compilation">The compilation under analysis.</param>
    /// <param name="contracts">Its contracts.</param>
    /// <param name="files">The project's contract files.</param>
    /// <param name="usesCatalog">Whether <paramref name="contracts"/> hold the built-in catalog.</param>
    /// <param name="cache">What earlier compilations had in common with it.</param>
    /// <param name="cancellation">The host's token.</param>
    /// <returns>Null where nobody says anything about ownership: nothing can be owned there.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static BodyGate? Create(
        Compilation compilation, ContractModel contracts, ImmutableArray<ContractFile> files, bool usesCatalog, GateCache cache, CancellationToken cancellation)
    {
        var names = cache.NamesIn(compilation, contracts, files, usesCatalog, cancellation);
        return names == GateNames.None ? null : new(contracts, names);
    }

    /// <summary>Whether a move type or an attribute may occur in what <paramref name="name"/> names.</summary>
    public bool Knows(string name) => _names.Names.Contains(name);

    /// <summary>Whether the body of <paramref name="owner"/> in <paramref name="syntax"/> has to be looked at.</summary>
    public bool MayMatter(ISymbol owner, SyntaxNode syntax)
    {
        if (_contracts.Types.IsMoveType(owner.ContainingType) || IsInKnownType(owner) || HasOwnershipInSignature(owner))
        {
            return true;
        }

        foreach (var token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is var name && (Knows(name) || (_names.Attributes.Contains(name) && IsInAttribute(token))))
            {
                return true;
            }
        }

        return false;
    }

    // What such a type inherits, or has for a constraint, its bodies reach without any of the names.
    private bool IsInKnownType(ISymbol owner)
    {
        for (var type = owner.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Knows(type.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInAttribute(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    private bool HasOwnershipInSignature(ISymbol owner)
    {
        if (owner is not IMethodSymbol method)
        {
            return false;
        }

        // The syntax of an accessor does not say what its property is.
        if (method.AssociatedSymbol is not null && _contracts.Types.MentionsMoveType(method.ReturnType))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (_contracts.Types.MentionsMoveType(parameter.Type) || AttributeReader.HasAny(parameter.GetAttributes()) || OtherVocabularies.HasAny(parameter.GetAttributes()))
            {
                return true;
            }
        }

        return false;
    }
}
