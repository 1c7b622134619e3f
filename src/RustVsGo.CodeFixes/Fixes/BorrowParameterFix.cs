using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets the callee borrow what it took: its parameter becomes <c>[Borrowed]</c>, or <c>[BorrowedMut]</c> where a body mutates it, in every method of its
/// family. Offered where they are all in source and no body needs the value itself.
/// </summary>
internal sealed class BorrowParameterFix : OwnershipFix
{
    public BorrowParameterFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow values instead of moving them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Cause: MoveCauses.Argument } site
            || ArgumentOf(site.Model.GetOperation(site.Expression, cancellation)) is not { Parameter: { } parameter } argument
            || await ParameterFamily.FindAsync(solution, parameter, cancellation).ConfigureAwait(false) is not { } declared
            || !declared.MayBorrow(isAwaited: IsAwaited(argument.Parent)))
        {
            return null;
        }

        var need = declared.Need(cancellation);
        if (need == BorrowNeed.Ownership || (need == BorrowNeed.Exclusive && !parameter.Type.IsReferenceType))
        {
            // Mutating a struct that is passed by value reaches a copy only.
            return null;
        }

        if (need == BorrowNeed.Exclusive && diagnostic.Id == RuleIds.MoveOutOfBorrow && !BorrowedPlace.IsExclusive(site.Model.GetOperation(site.Expression, cancellation)))
        {
            return null;
        }

        var edits = declared.Become(need == BorrowNeed.Exclusive ? Vocabulary.BorrowedMut : Vocabulary.Borrowed, cancellation);
        return edits.IsDefaultOrEmpty
            ? null
            : new Proposal($"Let {Name((IMethodSymbol)parameter.ContainingSymbol)} borrow '{site.Name}'{(need == BorrowNeed.Exclusive ? " mutably" : "")}", edits);
    }

    private static string Name(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? $"the constructor of '{method.ContainingType.Name}'" : $"'{method.Name}'";

    /// <summary>The argument whose value <paramref name="moved"/> is, alone or as one of several that a condition chooses from.</summary>
    private static IArgumentOperation? ArgumentOf(IOperation? moved)
    {
        for (var current = moved; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case IArgumentOperation argument:
                    return argument;
                case IParenthesizedOperation or IConversionOperation { OperatorMethod: null } or ICoalesceOperation or ISwitchExpressionArmOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                case ISwitchExpressionOperation switched when switched.Value != current:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    // The task of an async callee holds what it borrows until it is awaited.
    private static bool IsAwaited(IOperation? call)
    {
        while (call?.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == call)
        {
            call = configured;
        }

        return call?.Parent is IAwaitOperation;
    }
}
