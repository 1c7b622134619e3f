using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>Holds the lines of contract files against a compilation and against each other.</summary>
public static class ContractFileCheck
{
    /// <summary>All that does not count in <paramref name="file"/>: what cannot be read, contradicts a line before it, or names nothing.</summary>
    /// <param name="file">One of <paramref name="all"/>.</param>
    /// <param name="all">The files of the project, in the order in which they count.</param>
    /// <param name="compilation">Where the ids have to name something.</param>
    /// <param name="cancellation">Asked before each line.</param>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static ImmutableArray<ContractFileError> Check(ContractFile file, ImmutableArray<ContractFile> all, Compilation compilation, CancellationToken cancellation)
    {
        var errors = new List<ContractFileError>(file.Errors);
        foreach (var line in file.Lines)
        {
            cancellation.ThrowIfCancellationRequested();
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(line.Id, compilation) is not { } symbol)
            {
                errors.Add(new(ContractFileErrorKind.NoMember, line.Span, line.Id));
                continue;
            }

            foreach (var part in line.Parts)
            {
                if (!HasPart(symbol, part))
                {
                    errors.Add(new(ContractFileErrorKind.NoPart, part.Span, part.Name));
                }
            }
        }

        Catalog.Create(all, (other, error) =>
        {
            if (other == file)
            {
                errors.Add(error);
            }
        });
        errors.Sort(static (x, y) => x.Span.Start.CompareTo(y.Span.Start));
        return errors.ToImmutableArray();
    }

    private static bool HasPart(ISymbol symbol, ContractPart part)
    {
        switch (part.Kind)
        {
            case ContractPartKind.Type:
                return symbol is INamedTypeSymbol;
            case ContractPartKind.Receiver:
                return symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } or IPropertySymbol or IEventSymbol && (!symbol.IsStatic || symbol is IMethodSymbol { IsExtensionMethod: true });
            case ContractPartKind.Return:
                // Of a constructor it is the new object.
                return symbol is IMethodSymbol { ReturnsVoid: false } or IMethodSymbol { MethodKind: MethodKind.Constructor } or IPropertySymbol or IFieldSymbol;
            case ContractPartKind.TypeParameter:
                var typeParameters = symbol switch
                {
                    INamedTypeSymbol type => type.TypeParameters,
                    IMethodSymbol method => method.TypeParameters,
                    _ => ImmutableArray<ITypeParameterSymbol>.Empty,
                };
                foreach (var parameter in typeParameters)
                {
                    if (parameter.Name == part.Name)
                    {
                        return true;
                    }
                }

                return false;
            default:
                var parameters = symbol switch
                {
                    IMethodSymbol method => method.Parameters,
                    IPropertySymbol property => property.Parameters,
                    INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
                    _ => ImmutableArray<IParameterSymbol>.Empty,
                };
                foreach (var parameter in parameters)
                {
                    if (parameter.Name == part.Name)
                    {
                        return true;
                    }
                }

                return false;
        }
    }
}
