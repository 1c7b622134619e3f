namespace RustVsGo.Borrowck.Ir;

/// <summary>Where a local of a body comes from.</summary>
public enum LocalKind : byte
{
    This,
    Parameter,
    Variable,

    /// <summary>A value that the source does not name: an argument, a result, a value between two blocks.</summary>
    Temporary,

    /// <summary>A variable of an enclosing body, seen from a nested function (rustc's upvar).</summary>
    Upvar,
}
