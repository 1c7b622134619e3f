using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Takes the value out of its place and leaves a new one there, where none would not do: <c>Send(_message)</c> becomes <c>Send(Own.Replace(ref _message, new Message()))</c>
/// (Rust: <c>std::mem::take</c> of a type that is <c>Default</c>).
/// </summary>
internal sealed class ReplaceFix : OwnershipFix
{
    public ReplaceFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Take values out of their places";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await TakeFix.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { } site
            || TypeOfPlace(site, cancellation) is not { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } type
            || !CanBeMade(type, site))
        {
            return null;
        }

        var name = type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(site.Model, site.Expression.SpanStart);
        return TakeFix.Exchange(site, "Replace", $", new {name}()", $"Take the value out of '{site.Name}' and leave a new one", cancellation);
    }

    // What flow analysis knows about the value does not count: the place may hold null or it may not.
    private static ITypeSymbol? TypeOfPlace(MoveSite site, CancellationToken cancellation) =>
        site.Model.GetSymbolInfo(site.Expression, cancellation).Symbol is IFieldSymbol field ? field.Type
        : site.Model.GetTypeInfo(site.Expression, cancellation).Type is { } element ? element
        : null;

    // As `Default` is: without anything to tell it. Whether it may be called there and has members that must be set is the compiler's to say.
    private static bool CanBeMade(ITypeSymbol type, MoveSite site) => type switch
    {
        ITypeParameterSymbol parameter => parameter.HasConstructorConstraint,
        INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class } named => named.InstanceConstructors.Any(
            constructor => constructor.Parameters.IsEmpty && site.Model.IsAccessible(site.Expression.SpanStart, constructor)),
        _ => false,
    };
}
