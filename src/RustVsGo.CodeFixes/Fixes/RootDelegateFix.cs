using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Makes the delegate of a static method once, for as long as the program runs: <c>Marshal.GetFunctionPointerForDelegate(new Callback(Run))</c> becomes
/// <c>Marshal.GetFunctionPointerForDelegate(s_callback)</c>, with <c>private static readonly Callback s_callback = new Callback(Run);</c>.
/// </summary>
/// <remarks>Whatever native code does with the pointer, and however long it keeps it, that is right. What has a receiver or captures something is another delegate each time.</remarks>
internal sealed class RootDelegateFix : OwnershipFix
{
    public RootDelegateFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Keep delegates of static methods in static fields";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, reported)
            || MadeIn(reported, model, cancellation) is not { ContainsDirectives: false } made
            || made.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { OpenBraceToken.IsMissing: false } owner || owner is InterfaceDeclarationSyntax
            || model.GetTypeInfo(made, cancellation).Type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } type
            || MentionsMethodTypeParameter(type, made, model, cancellation))
        {
            return null;
        }

        const string Title = "Keep the delegate in a static field";
        if (KeptIn(owner, made) is { } existing)
        {
            return new Proposal(Title, ImmutableArray.Create(TemporaryPlace.Replace(document.Id, made, existing)));
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var declared = type.ToMinimalDisplayString(model, owner.Members.First().SpanStart);
        return new Proposal(
            Title,
            new NewVariable(
                document.Id,
                owner.Span,
                NewField.Names(owner, type, isStatic: true, model, cancellation),
                name => ImmutableArray.Create(
                    NewField.InFront(document.Id, text, owner, $"private static readonly {declared} {name} = {made};"),
                    TemporaryPlace.Replace(document.Id, made, name)),
                Purpose: $"{declared} {made}"));
    }

    /// <summary>The field that keeps such a delegate already, as after a fix of another use.</summary>
    private static string? KeptIn(TypeDeclarationSyntax owner, BaseObjectCreationExpressionSyntax made) => owner.Members.OfType<FieldDeclarationSyntax>()
        .Where(static field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        .SelectMany(static field => field.Declaration.Variables)
        .FirstOrDefault(variable => variable.Initializer is { Value: var kept } && SyntaxFactory.AreEquivalent(kept, made))?.Identifier.Text;

    /// <summary>The delegate that is reported, or, where the pointer is, the only one that it could be made of.</summary>
    private static BaseObjectCreationExpressionSyntax? MadeIn(ExpressionSyntax reported, SemanticModel model, CancellationToken cancellation) =>
        reported.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(made => RawBorrow.Of(made, model, cancellation) is { } pointer && (made == reported || RawBorrow.Around(pointer) == RawBorrow.Around(reported)))
            .ToImmutableArray() is [{ ArgumentList.Arguments: [{ Expression: var method }] } only]
        && model.GetSymbolInfo(method, cancellation).Symbol is IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } target && (target.ReducedFrom ?? target).IsStatic
        && !target.IsExtensionMethod
            ? only
            : null;

    private static bool MentionsMethodTypeParameter(ITypeSymbol type, SyntaxNode made, SemanticModel model, CancellationToken cancellation) =>
        Mentions(type) || made.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => model.GetSymbolInfo(name, cancellation).Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method });

    private static bool Mentions(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
        IArrayTypeSymbol array => Mentions(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(Mentions) || (named.ContainingType is { } outer && Mentions(outer)),
        _ => false,
    };
}
