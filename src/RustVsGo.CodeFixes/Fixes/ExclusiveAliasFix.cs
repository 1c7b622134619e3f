using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a variable borrow exclusively what is mutated through it: <c>var r = Own.Borrow(d);</c> becomes <c>var r = Own.BorrowMut(d);</c>
/// (rustc: <c>consider changing this to be a mutable reference</c>), <c>var r = list.First();</c> <c>var r = list.FirstMut();</c> where there is such a
/// method (rustc: <c>use mutable method</c>).
/// </summary>
internal sealed class ExclusiveAliasFix : OwnershipFix
{
    // Rust's word for the method that lends exclusively what another lends shared.
    private const string Suffix = "Mut";

    public ExclusiveAliasFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow exclusively what is mutated";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<SyntaxNode>.NamedByCauseAsync(solution, diagnostic, AssignedValues.NameOf, cancellation).ConfigureAwait(false) is not var (document, model, declared)
            || model.GetDeclaredSymbol(declared, cancellation) is not ILocalSymbol { RefKind: RefKind.None } local
            || AssignedValues.Of(declared, local, model, cancellation) is not { IsEmpty: false } values)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var value in values)
        {
            if (value is not InvocationExpressionSyntax { Expression: var called }
                || (called is MemberAccessExpressionSyntax access ? access.Name : called as SimpleNameSyntax) is not { } name
                || model.GetSymbolInfo(value, cancellation).Symbol is not IMethodSymbol method)
            {
                return null;
            }

            if (StatedContract.OnReturn(method, Vocabulary.BorrowedMut))
            {
                continue;
            }

            if (!HasExclusiveForm(method))
            {
                return null;
            }

            edits.Add(TextEdit.After(document.Id, name.Identifier.Span, Suffix));
        }

        return edits.Count == 0 ? null : new Proposal($"Let '{local.Name}' borrow exclusively", edits.ToImmutable());
    }

    /// <summary>Whether what <paramref name="method"/> lends shared is lent exclusively by the method that is named so: <c>Own.BorrowMut</c>, or one of the same signature.</summary>
    private static bool HasExclusiveForm(IMethodSymbol method)
    {
        if (method is { Name: "Borrow", ContainingType: { Name: Vocabulary.Own } own } && Vocabulary.Declares(own))
        {
            return true;
        }

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return StatedContract.OnReturn(definition, Vocabulary.Borrowed)
            && definition.ContainingType.GetMembers(definition.Name + Suffix).OfType<IMethodSymbol>().Any(exclusive =>
                StatedContract.OnReturn(exclusive, Vocabulary.BorrowedMut)
                && exclusive.IsStatic == definition.IsStatic && exclusive.Arity == definition.Arity
                && SymbolEqualityComparer.Default.Equals(exclusive.ReturnType, definition.ReturnType)
                && exclusive.Parameters.Select(static parameter => parameter.Type)
                    .SequenceEqual<ITypeSymbol>(definition.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default));
    }
}
