namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>Which part of a member a contract speaks about.</summary>
public enum ContractPartKind : byte
{
    /// <summary><c>type</c></summary>
    Type,

    /// <summary><c>this</c></summary>
    Receiver,

    /// <summary><c>return</c></summary>
    Return,

    /// <summary><c>&lt;T&gt;</c></summary>
    TypeParameter,

    /// <summary>A parameter, by its name.</summary>
    Parameter,
}
