namespace RustVsGo.Borrowck.Contracts;

/// <summary>Who says of a named type that its values have one owner each.</summary>
internal enum MoveTypeOrigin : byte
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>An attribute of ours, or a contract file: what a member does to its receiver is said with the same words.</summary>
    Stated,

    /// <summary><c>IResource</c> of the C# ownership proposal: what is not <c>readonly</c> mutates.</summary>
    Resource,

    /// <summary><c>[NonCopyable]</c> of any namespace, which says nothing of members.</summary>
    NonCopyable,
}
