namespace RustVsGo.Borrowck.Contracts;

/// <summary>The vocabulary, by full metadata name: an attribute counts whichever assembly declares it.</summary>
public static class AttributeNames
{
    /// <summary>The namespace of the vocabulary.</summary>
    public const string Namespace = "RustVsGo";

    public const string Owned = "OwnedAttribute";
    public const string Keeps = "KeepsAttribute";
    public const string Shared = "SharedAttribute";
    public const string Borrowed = "BorrowedAttribute";
    public const string BorrowedMut = "BorrowedMutAttribute";
    public const string Borrows = "BorrowsAttribute";
    public const string Mutates = "MutatesAttribute";
    public const string Consumes = "ConsumesAttribute";
    public const string Drop = "DropAttribute";
    public const string Once = "OnceAttribute";
    public const string Clone = "CloneAttribute";
    public const string MustUse = "MustUseAttribute";
    public const string Send = "SendAttribute";
    public const string NotSend = "NotSendAttribute";

    /// <summary>The class of the helpers <c>Borrow</c>, <c>BorrowMut</c>, <c>Take</c> and <c>Replace</c>.</summary>
    public const string Own = "Own";

    /// <summary>The metadata name whose presence says that an assembly has opted in.</summary>
    public const string OwnedMetadataName = Namespace + "." + Owned;
}
