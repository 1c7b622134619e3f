namespace RustVsGo.Borrowck.Errors;

/// <summary>How a value that had to be dropped got out of reach.</summary>
public enum LossKind : byte
{
    /// <summary>The scope of its variable ends.</summary>
    ScopeEnds,

    /// <summary>It has no name, and its statement ends.</summary>
    Temporary,

    /// <summary>Its variable is given another value.</summary>
    Overwritten,

    /// <summary>The body is left because something is thrown.</summary>
    Thrown,

    /// <summary>A parameter that takes ownership, at the end of the body.</summary>
    Parameter,
}
