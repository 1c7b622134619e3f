using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Lets a second variable borrow instead of taking the value: <c>var b = a;</c> becomes <c>var b = Own.Borrow(a);</c>.</summary>
/// <remarks>
/// Only where <c>b</c> is merely read, and where nothing is done to <c>a</c> before the last use of <c>b</c> but reading: the borrow would be in
/// the way of anything else. A part of what is borrowed exclusively may be mutated through <c>b</c>, where <c>a</c> then rests so long.
/// </remarks>
internal sealed class BorrowAliasFix : OwnershipFix
{
    public BorrowAliasFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow values instead of moving them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Cause: MoveCauses.Assigned } site
            || AliasDeclaredBy(site, cancellation) is not { } alias
            || site.Model.GetTypeInfo(site.Expression, cancellation).Type is not { IsReferenceType: true }
            || site.Model.GetOperation(site.Expression, cancellation) is not { } moved
            || RootOf(moved) is not { } owner
            || BorrowThatSuffices(alias, owner, moved, mayMutate: diagnostic.Id == RuleIds.MoveOutOfBorrow && BorrowedPlace.IsExclusive(moved), cancellation) is not { } method)
        {
            return null;
        }

        var name = VocabularyName.OfOwn(site.Document, site.Model, site.Expression.SpanStart, cancellation);
        if (name is null)
        {
            return null;
        }

        var edits = WrapIn($"{name.Text}.{method}(", site);
        return new Proposal($"Let '{alias.Name}' borrow '{site.Name}'", name.Import is { } import ? edits.Add(import) : edits);
    }

    private static ImmutableArray<TextEdit> WrapIn(string call, MoveSite site) =>
        ImmutableArray.Create(
            TextEdit.Before(site.Document.Id, site.Expression.Span, call),
            TextEdit.After(site.Document.Id, site.Expression.Span, ")"));

    /// <summary>The variable that is declared with the moved expression as its value; one that a <c>using</c> drops must own.</summary>
    private static ILocalSymbol? AliasDeclaredBy(MoveSite site, CancellationToken cancellation)
    {
        SyntaxNode value = site.Expression;
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            value = value.Parent;
        }

        return value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator }
            && declaration.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None }
            && site.Model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol { RefKind: RefKind.None } alias
                ? alias
                : null;
    }

    /// <summary>The name that the moved place begins with: a local, a parameter or <c>this</c>.</summary>
    private static IOperation? RootOf(IOperation? place) => place switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => place,
        IMemberReferenceOperation member => RootOf(member.Instance),
        IConversionOperation { OperatorMethod: null } conversion => RootOf(conversion.Operand),
        _ => null,
    };

    private static bool NamesOwner(IOperation operation, IOperation owner) => owner switch
    {
        ILocalReferenceOperation { Local: var local } => BorrowedUses.Names(operation, local),
        IParameterReferenceOperation { Parameter: var parameter } => BorrowedUses.Names(operation, parameter),
        IInstanceReferenceOperation => operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
        _ => false,
    };

    /// <summary>The method of <c>Own</c> that lends what the alias needs, or null where a borrow would not do, or would be in the way of its owner.</summary>
    private static string? BorrowThatSuffices(ILocalSymbol alias, IOperation owner, IOperation moved, bool mayMutate, CancellationToken cancellation)
    {
        var root = moved;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        var need = BorrowedUses.Of(alias, BorrowedUses.BodyOf(moved), cancellation);
        if (need != BorrowNeed.Shared && !(mayMutate && need == BorrowNeed.Exclusive))
        {
            return null;
        }

        var declaration = moved.Syntax.FirstAncestorOrSelf<StatementSyntax>() ?? moved.Syntax;
        var lastRead = moved.Syntax.Span.End;
        foreach (var read in root.Descendants().Where(operation => BorrowedUses.Names(operation, alias)))
        {
            lastRead = Math.Max(lastRead, LastUse.EndOf(read.Syntax, declaration));
        }

        // Uses in front of the declaration see no borrow: where a loop leads back to them, the alias has gone out of scope.
        var ownerRests = root.Descendants()
            .Where(operation => NamesOwner(operation, owner) && operation.Syntax.SpanStart > moved.Syntax.Span.End)
            .All(use => (need == BorrowNeed.Shared && BorrowedUses.Of(use, SymbolOf(owner) ?? alias, root, cancellation) == BorrowNeed.Shared)
                || (use.Syntax.SpanStart > lastRead && !IsInLocalFunction(use, moved)));
        return !ownerRests ? null : need == BorrowNeed.Shared ? "Borrow" : "BorrowMut";
    }

    private static ISymbol? SymbolOf(IOperation owner) => owner switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    // When it runs is decided by its calls and not by where it stands.
    private static bool IsInLocalFunction(IOperation operation, IOperation moved)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILocalFunctionOperation && !current.Syntax.Span.Contains(moved.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }
}
