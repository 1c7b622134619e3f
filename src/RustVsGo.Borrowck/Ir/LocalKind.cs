namespace RustVsGo.Borrowck.Ir;

/// <summary>Where a local of a body comes from.</summary>
public enum LocalKind : byte
{
    This,
    Parameter,
    Variable,

    /// <summary>A value that the source does not name: an argument, a result, a value between two blocks.</summary>
    Temporary,

    /// <summary>
    /// A plain object that a field or auto-property refers to, where a contract makes it worth following (<c>this.items</c>). It lives longer than
    /// the body and has no permissions of the way that leads to it.
    /// </summary>
    Referent,

    /// <summary>A variable of an enclosing body, seen from a nested function (rustc's upvar).</summary>
    Upvar,
}
