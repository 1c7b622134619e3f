using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The contracts of <c>RustVsGo.Own</c>. They are known by name, because a project may carry its own copy of the class
/// and need not annotate it.
/// </summary>
internal static class BuiltInContracts
{
    private static readonly MethodContract s_borrow = Borrow(ParameterKind.Borrowed, ReturnKind.Borrowed);

    private static readonly MethodContract s_borrowMut = Borrow(ParameterKind.BorrowedMut, ReturnKind.BorrowedMut);

    private static readonly MethodContract s_take = new(
        ReceiverKind.Lent,
        ImmutableArray.Create(Stated(ParameterKind.Ref)),
        ReturnContract.Owned,
        DropIsIdempotent: false);

    private static readonly MethodContract s_replace = new(
        ReceiverKind.Lent,
        ImmutableArray.Create(Stated(ParameterKind.Ref), Stated(ParameterKind.TakesWhatItIsGiven)),
        ReturnContract.Owned,
        DropIsIdempotent: false);

    /// <summary>The contract of <paramref name="method"/>, or null when it is no member of <c>RustVsGo.Own</c>.</summary>
    public static MethodContract? TryGet(IMethodSymbol method)
    {
        if (method is not { IsStatic: true, ContainingType: { Name: AttributeNames.Own } type } || !AttributeReader.IsVocabulary(type))
        {
            return null;
        }

        return (method.Name, method.Parameters.Length) switch
        {
            ("Borrow", 1) => s_borrow,
            ("BorrowMut", 1) => s_borrowMut,
            ("Take", 1) => s_take,
            ("Replace", 2) => s_replace,
            _ => null,
        };
    }

    private static MethodContract Borrow(ParameterKind parameter, ReturnKind result) =>
        new(ReceiverKind.Lent, ImmutableArray.Create(Stated(parameter)), new ReturnContract(result, ImmutableArray.Create(0)), DropIsIdempotent: false);

    private static ParameterContract Stated(ParameterKind kind) => new(kind, IsStated: true, KeptByReceiver: false, MayBeReturned: true);
}
