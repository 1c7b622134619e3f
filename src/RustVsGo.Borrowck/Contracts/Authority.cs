namespace RustVsGo.Borrowck.Contracts;

/// <summary>Who says it: what rests on the built-in catalog alone is reported as a warning.</summary>
public enum Authority : byte
{
    /// <summary>Nobody: a default, or C# itself.</summary>
    Default,

    /// <summary>The catalog that ships with the analyzer.</summary>
    Catalog,

    /// <summary>An attribute, a move type, or a contract file of the project.</summary>
    Stated,
}
