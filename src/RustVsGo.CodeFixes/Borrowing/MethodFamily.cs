using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace RustVsGo.CodeFixes;

/// <summary>The methods that callers may reach instead of the one they name, in all projects of the solution.</summary>
internal static class MethodFamily
{
    /// <summary>The method itself, what it overrides and implements, and what overrides and implements that; each as it is declared.</summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static async Task<IEnumerable<IMethodSymbol>> FindAsync(Solution solution, IMethodSymbol called, CancellationToken cancellation)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { called };
        if (!StatedContract.BelongsToFamily(called))
        {
            return found;
        }

        var waiting = new Queue<IMethodSymbol>(found);
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var method = waiting.Dequeue();
            var overriding = await SymbolFinder.FindOverridesAsync(method, solution, cancellationToken: cancellation).ConfigureAwait(false);
            var implementing = method.ContainingType.TypeKind == TypeKind.Interface
                ? await SymbolFinder.FindImplementationsAsync(method, solution, cancellationToken: cancellation).ConfigureAwait(false)
                : Enumerable.Empty<ISymbol>();
            foreach (var other in StatedContract.Bases(method).Concat(overriding.Concat(implementing).OfType<IMethodSymbol>()))
            {
                if (found.Add(other.OriginalDefinition))
                {
                    waiting.Enqueue(other.OriginalDefinition);
                }
            }
        }

        return found;
    }
}
