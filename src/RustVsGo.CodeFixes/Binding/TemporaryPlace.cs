using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// A temporary that a variable in front of its statement could hold instead: that changes neither the order nor the number of evaluations.
/// </summary>
/// <param name="Document">Its document.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Expression">What makes it.</param>
/// <param name="Type">What it is: of a lambda or a method group, the delegate that it becomes.</param>
/// <param name="Statement">The statement that it stands in.</param>
/// <param name="Place">The place in front of that.</param>
internal sealed record TemporaryPlace(Document Document, SemanticModel Model, ExpressionSyntax Expression, ITypeSymbol Type, StatementSyntax Statement, StatementPlace Place)
{
    /// <summary>The temporary that <paramref name="diagnostic"/> is about, or null where no variable could stand for it.</summary>
    public static async Task<TemporaryPlace?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, found)
            || found.ContainsDirectives)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return TypeOf(found, model, cancellation) is { TypeKind: not TypeKind.Error } type
            && EvaluationOrder.StatementWithFirst(found, model, cancellation) is { } statement
            && StatementPlace.InFrontOf(statement, text) is { } place
            ? new TemporaryPlace(document, model, found, type, statement, place)
            : null;
    }

    /// <summary>The edits that declare the variable <paramref name="name"/>, with <paramref name="keyword"/> in front, and name it instead of the temporary.</summary>
    public ImmutableArray<TextEdit> Declare(string keyword, string name)
    {
        var declared = HasTypeOfItsOwn ? "var" : Type.ToMinimalDisplayString(Model, Expression.SpanStart);
        return Place.Insert(Document.Id, $"{keyword}{declared} {name} = {Expression};").Add(Replace(Document.Id, Expression, name));
    }

    /// <summary>Names <paramref name="name"/> instead of <paramref name="expression"/>, without the parentheses that a member access needed around an await or a cast.</summary>
    public static TextEdit Replace(DocumentId document, ExpressionSyntax expression, string name)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized;
        }

        return TextEdit.Replace(document, expression.Span, name);
    }

    // A target-typed `new` has its type from where it stands, a lambda too.
    private bool HasTypeOfItsOwn =>
        SymbolEqualityComparer.Default.Equals(Model.GetSpeculativeTypeInfo(Expression.SpanStart, Expression, SpeculativeBindingOption.BindAsExpression).Type, Type);

    private static ITypeSymbol? TypeOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetTypeInfo(expression, cancellation);
        return info.Type ?? (info.ConvertedType is { TypeKind: TypeKind.Delegate } made ? made : null);
    }
}
