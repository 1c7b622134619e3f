using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Keeps what a stored pointer leads to beside the pointer: <c>_pointer = Marshal.GetFunctionPointerForDelegate(new Callback(Run));</c> gets
/// <c>_callback = new Callback(Run);</c> in front, with the field <c>_callback</c>. The one lives as long as the other.
/// </summary>
internal sealed class RootBesideFix : OwnershipFix
{
    public RootBesideFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Keep values beside the pointers to them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await TemporaryPlace.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Type.IsReferenceType: true } temporary)
        {
            return null;
        }

        var (document, model, made, type, _, place) = temporary;
        if (RawBorrow.Of(made, model, cancellation) is not { } pointer
            || RawBorrow.Around(pointer).Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax, Left: var target }
            || StoredIn(target, model, cancellation) is not { } member
            || made.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax { OpenBraceToken.IsMissing: false } owner
            || !SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(owner, cancellation), member.ContainingType))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var position = owner.Members.First().SpanStart;
        var declared = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, position)
            + (model.GetNullableContext(position).AnnotationsEnabled() ? "?" : "");
        return new Proposal(
            $"Keep the temporary value beside '{member.Name}'",
            new NewVariable(
                document.Id,
                owner.Span,
                NewField.Names(owner, type, member.IsStatic, model, cancellation),
                name => place.Insert(document.Id, $"{name} = {made};")
                    .Add(TemporaryPlace.Replace(document.Id, made, name))
                    .Add(NewField.AmongFields(document.Id, text, owner, $"private {(member.IsStatic ? "static " : "")}{declared} {name};")),
                Purpose: $"{declared} {member.Name}"));
    }

    // Of another object it is not known how long it lives.
    private static ISymbol? StoredIn(ExpressionSyntax target, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(target, cancellation).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property } member
        && (member.IsStatic || target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            ? member
            : null;
}
