using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Gives the caller a value of its own instead of a borrow of what ends with the method: the returned values are cloned, and
/// <c>[return: Borrowed]</c> goes.
/// </summary>
internal sealed class OwnResultFix : OwnershipFix
{
    public OwnResultFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Return values of their own";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || borrowed.FirstAncestorOrSelf<SyntaxNode>(static node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax) is not { } function
            || model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol method || StatedContract.BelongsToFamily(method) || method.PartialDefinitionPart is not null
            || Attribute(function, model, cancellation) is not { Parent: AttributeListSyntax { Attributes.Count: 1 } list })
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(TextEdit.Replace(document.Id, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), ""));
        foreach (var value in Returned(function))
        {
            if (IsOwn(value, model, cancellation))
            {
                continue;
            }

            if (Clone(document, value, model, cancellation) is not { } clone)
            {
                return null;
            }

            edits.AddRange(clone);
        }

        return new Proposal("Return a value of its own", edits.ToImmutable());
    }

    private static ImmutableArray<TextEdit>? Clone(Document document, ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(value, cancellation) is not { Type: { } type } info || ValueKinds.MayCarryBorrow(type))
        {
            return null;
        }

        return CopyMethod.On(model, value, type, mayBeNull: !type.IsValueType && info.Nullability.FlowState == NullableFlowState.MaybeNull, cancellation)?.Edits(document.Id);
    }

    // What is made here, and what a call gives away, has no other owner.
    private static bool IsOwn(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => value switch
    {
        BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax or DefaultExpressionSyntax or ThrowExpressionSyntax => true,
        InvocationExpressionSyntax => model.GetSymbolInfo(value, cancellation).Symbol is IMethodSymbol method
            && !StatedContract.OnReturn(method.ReducedFrom ?? method, Vocabulary.Borrowed) && !StatedContract.OnReturn(method.ReducedFrom ?? method, Vocabulary.BorrowedMut),
        _ => false,
    };

    private static System.Collections.Generic.IEnumerable<ExpressionSyntax> Returned(SyntaxNode function)
    {
        var arrow = function switch
        {
            MethodDeclarationSyntax method => method.ExpressionBody,
            LocalFunctionStatementSyntax local => local.ExpressionBody,
            _ => null,
        };
        return arrow is not null
            ? new[] { arrow.Expression }
            : function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression).OfType<ExpressionSyntax>();
    }

    private static AttributeSyntax? Attribute(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        var lists = function switch
        {
            MethodDeclarationSyntax method => method.AttributeLists,
            LocalFunctionStatementSyntax local => local.AttributeLists,
            _ => default,
        };
        return ResultAttribute.Borrowed(lists, model, cancellation);
    }
}
