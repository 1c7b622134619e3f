using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>Whether a lambda names a variable of the body around it, or the object: then each evaluation makes a delegate of its own.</summary>
/// <remarks>In <c>() => n++</c> it does, whatever type <c>n</c> has; in <c>x => x + 1</c> and <c>() => Console.WriteLine()</c> it does not.</remarks>
internal static class NamesAround
{
    /// <param name="graph">The graph of the body that the lambda stands in.</param>
    /// <param name="function">The lambda.</param>
    /// <param name="cancellation">The host's wish to stop.</param>
    public static bool Any(ControlFlowGraph graph, IFlowAnonymousFunctionOperation function, CancellationToken cancellation) => Any(graph, function, function, cancellation);

    private static bool Any(ControlFlowGraph graph, IFlowAnonymousFunctionOperation function, IFlowAnonymousFunctionOperation outermost, CancellationToken cancellation)
    {
        var body = graph.GetAnonymousFunctionControlFlowGraph(function, cancellation);
        foreach (var block in body.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var operation in block.Operations)
            {
                if (AnyIn(operation, body, outermost, cancellation))
                {
                    return true;
                }
            }

            if (block.BranchValue is { } value && AnyIn(value, body, outermost, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyIn(IOperation operation, ControlFlowGraph body, IFlowAnonymousFunctionOperation outermost, CancellationToken cancellation)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            var isAround = part switch
            {
                ILocalReferenceOperation local => IsAround(local.Local, outermost),
                IParameterReferenceOperation parameter => IsAround(parameter.Parameter, outermost),
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
                IFlowAnonymousFunctionOperation inner => Any(body, inner, outermost, cancellation),
                _ => false,
            };
            if (isAround)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAround(ISymbol variable, IFlowAnonymousFunctionOperation function) =>
        !(variable.DeclaringSyntaxReferences is [var declared, ..] && function.Syntax.Span.Contains(declared.Span));
}
