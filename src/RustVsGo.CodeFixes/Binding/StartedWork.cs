using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>A call that starts work which nobody joins, found again in the source.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Call">The call.</param>
internal sealed record StartedWork(Document Document, SemanticModel Model, ExpressionSyntax Call)
{
    /// <summary>The call whose name is at the place of <paramref name="diagnostic"/>, or null.</summary>
    public static async Task<StartedWork?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, name)
            || name.Ancestors().FirstOrDefault(static node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax) is not ExpressionSyntax call)
        {
            return null;
        }

        return new StartedWork(document, model, call);
    }
}
