namespace RustVsGo.Analyzers.Contracts;

/// <summary>What of a declaration an attribute can stand on.</summary>
internal enum PartKind : byte
{
    Type,
    TypeParameter,

    /// <summary>A method or accessor itself, thus its receiver.</summary>
    Method,
    Return,
    Parameter,
    Field,
    Property,
    Event,
}
