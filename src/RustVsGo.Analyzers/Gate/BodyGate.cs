using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    private readonly HashSet<string> _names;

    private BodyGate(ContractModel contracts, HashSet<string> names)
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
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static BodyGate Create(
        Compilation compilation, ContractModel contracts, ImmutableArray<ContractFile> files, bool usesCatalog, GateCache cache, CancellationToken cancellation) =>
        new(contracts, cache.NamesIn(compilation, contracts, files, usesCatalog, cancellation));

    /// <summary>Whether a move type or an attribute may occur in what <paramref name="name"/> names.</summary>
    public bool Knows(string name) => _names.Contains(name);

    /// <summary>Whether the body of <paramref name="owner"/> in <paramref name="syntax"/> has to be looked at.</summary>
    public bool MayMatter(ISymbol owner, SyntaxNode syntax)
    {
        if (_contracts.Types.IsMoveType(owner.ContainingType) || HasOwnershipInSignature(owner))
        {
            return true;
        }

        foreach (var token in syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && Knows(token.ValueText))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOwnershipInSignature(ISymbol owner)
    {
        if (owner is not IMethodSymbol method)
        {
            return false;
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
