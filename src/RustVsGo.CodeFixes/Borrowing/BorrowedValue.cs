using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>The value in which a borrow goes somewhere: <c>d.View()</c> in <c>var r = d.View();</c>, where <c>d</c> is borrowed.</summary>
/// <param name="Value">The value as a whole.</param>
/// <param name="Target">What it goes to: a declarator, an assignment, a <c>return</c>, the collection of a <c>foreach</c>.</param>
internal sealed record BorrowedValue(ExpressionSyntax Value, SyntaxNode Target)
{
    /// <summary>
    /// The value around <paramref name="borrowed"/>, or null where it goes nowhere by a plain statement. A variable that a <c>using</c> drops owns
    /// its value, and one that is a <c>ref</c> has none of its own.
    /// </summary>
    public static BorrowedValue? Around(ExpressionSyntax borrowed)
    {
        for (SyntaxNode node = borrowed; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } } } declarator } clause:
                    return new BorrowedValue(clause.Value, declarator);
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == node:
                    return new BorrowedValue(assignment.Right, assignment);
                case ReturnStatementSyntax { Expression: { } value }:
                    return new BorrowedValue(value, parent);
                case ArrowExpressionClauseSyntax arrow:
                    return new BorrowedValue(arrow.Expression, arrow);
                case ForEachStatementSyntax loop when loop.Expression == node:
                    return new BorrowedValue(loop.Expression, loop);
                case AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax or RefExpressionSyntax or QueryExpressionSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The local that gets the value, or null where something else does.</summary>
    public ILocalSymbol? Local(SemanticModel model, System.Threading.CancellationToken cancellation) => (Target switch
    {
        VariableDeclaratorSyntax declarator => model.GetDeclaredSymbol(declarator, cancellation),
        AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left, cancellation).Symbol,
        _ => null,
    }) as ILocalSymbol;
}
