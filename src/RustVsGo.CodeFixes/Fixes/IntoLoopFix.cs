using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Makes an owner that each turn of a loop moves away anew in each turn: its declaration moves into the loop.</summary>
/// <remarks>Only where nothing else uses it, and where its value depends on nothing that the loop writes.</remarks>
internal sealed class IntoLoopFix : OwnershipFix
{
    public IntoLoopFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Make values in the loops that move them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, moved, _)
            || model.GetSymbolInfo(moved, cancellation).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } owner
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not VariableDeclaratorSyntax
            {
                Initializer.Value: { } value,
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } declaration },
            }
            || declaration.SyntaxTree != moved.SyntaxTree || declaration.ContainsDirectives
            || LoopBody(moved, declaration) is not (var loop, { Statements: [var first, ..] } body)
            || !IsUsedOnlyIn(body, owner, declaration, model, cancellation)
            || !IsSteady(value, loop, model, cancellation))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        if (!declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            || text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart)).Trim().Length > 0
            || StatementPlace.InFrontOf(first, text) is not { } place)
        {
            return null;
        }

        var edits = place.Insert(document.Id, declaration.ToString() + declaration.GetTrailingTrivia().ToString().TrimEnd())
            .Add(TextEdit.Replace(document.Id, TextSpan.FromBounds(line.Start, declaration.FullSpan.End), ""));
        return new Proposal($"Make '{owner.Name}' in each turn of the loop", edits);
    }

    /// <summary>The innermost loop around the move that the declaration is not part of, with braces around its body.</summary>
    private static (StatementSyntax Loop, BlockSyntax Body)? LoopBody(ExpressionSyntax moved, StatementSyntax declaration)
    {
        foreach (var node in moved.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax || node.Span.Contains(declaration.Span))
            {
                return null;
            }

            var body = node switch
            {
                WhileStatementSyntax loop => loop.Statement,
                DoStatementSyntax loop => loop.Statement,
                ForStatementSyntax loop => loop.Statement,
                CommonForEachStatementSyntax loop => loop.Statement,
                _ => null,
            };
            if (body is not null)
            {
                return body is BlockSyntax block ? ((StatementSyntax)node, block) : null;
            }
        }

        return null;
    }

    private static bool IsUsedOnlyIn(BlockSyntax body, ILocalSymbol owner, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        declaration.Parent is { } home
        && VariableNames.In(home is GlobalStatementSyntax { Parent: { } unit } ? unit : home, owner, model, cancellation).All(name => body.Span.Contains(name.Span));

    // What the loop writes, and what anybody else may write meanwhile, the value must not depend on.
    private static bool IsSteady(ExpressionSyntax value, StatementSyntax loop, SemanticModel model, CancellationToken cancellation)
    {
        if (model.AnalyzeDataFlow(loop) is not { Succeeded: true } flow)
        {
            return false;
        }

        return value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().All(name => model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            ILocalSymbol local => !flow.WrittenInside.Contains(local, SymbolEqualityComparer.Default) && ValueKinds.IsData(local.Type) | local.Type.SpecialType == SpecialType.System_String,
            IParameterSymbol parameter => !flow.WrittenInside.Contains(parameter, SymbolEqualityComparer.Default) && ValueKinds.IsData(parameter.Type) | parameter.Type.SpecialType == SpecialType.System_String,
            IFieldSymbol field => field.IsReadOnly || field.IsConst || name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax },
            _ => true,
        });
    }
}
