using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Reads a number, a text or other plain data of a value before the value is given away: <c>Send(d); Log(d.Length);</c> becomes
/// <c>var value = d.Length;</c>, <c>Send(d);</c> and <c>Log(value);</c>.
/// </summary>
/// <remarks>What its new owner makes of the value is no longer seen, which is what giving it away means.</remarks>
internal sealed class ReadEarlierFix : OwnershipFix
{
    public ReadEarlierFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Read values before they are moved";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not [var site]
            || await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, used)
            || site.Document.Id != document.Id || used.SpanStart < site.Expression.Span.End
            || Read(used, model, cancellation) is not { } read
            || model.GetTypeInfo(read, cancellation).Type is not { } type
            || EvaluationOrder.StatementWithFirst(read, model, cancellation) is not { } last
            || StatementList.Of(last) is not { } list
            || list.IndexOfAround(site.Expression) is not (>= 0 and var index)
            || list[index] is not { ContainsDirectives: false } first || Declares(first, read, model, cancellation))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return StatementPlace.InFrontOf(first, text) is { } place
            ? new Proposal(
                $"Read '{MoveSite.Shortened(read)}' before it is moved",
                new NewVariable(
                    document.Id,
                    VariableName.BodyOf(first),
                    VariableName.After(type, model, first, cancellation),
                    name => place.Insert(document.Id, $"var {name} = {read};").Add(TextEdit.Replace(document.Id, read.Span, name))))
            : null;
    }

    /// <summary>The data that is read of <paramref name="used"/> by fields and properties alone, or null where something else is done with it.</summary>
    private static ExpressionSyntax? Read(ExpressionSyntax used, SemanticModel model, CancellationToken cancellation)
    {
        var read = used;
        while (read.Parent is MemberAccessExpressionSyntax access && access.Expression == read && IsStored(access, model, cancellation))
        {
            read = access;
        }

        return read is MemberAccessExpressionSyntax or IdentifierNameSyntax
            && IsStored(read, model, cancellation) && AllStored(read, model, cancellation)
            && IsPlain(model.GetTypeInfo(read, cancellation).Type)
            && !IsWritten(read)
                ? read
                : null;
    }

    private static bool AllStored(ExpressionSyntax read, SemanticModel model, CancellationToken cancellation)
    {
        while (read is MemberAccessExpressionSyntax access)
        {
            if (!IsStored(access, model, cancellation))
            {
                return false;
            }

            read = access.Expression;
        }

        return read is IdentifierNameSyntax or ThisExpressionSyntax;
    }

    private static bool IsStored(ExpressionSyntax place, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(place, cancellation).Symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false };

    private static bool IsPlain(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || (ValueKinds.IsData(type) && type?.SpecialType != SpecialType.System_Void);

    private static bool IsWritten(ExpressionSyntax read) => read.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == read,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or RefExpressionSyntax => true,
        ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    // What the statement of the move declares is not there in front of it.
    private static bool Declares(StatementSyntax statement, ExpressionSyntax read, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(PlaceRoot.Of(read), cancellation).Symbol is ILocalSymbol local
        && local.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == statement.SyntaxTree && statement.Span.Contains(reference.Span));
}
