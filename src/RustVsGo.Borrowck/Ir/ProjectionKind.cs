namespace RustVsGo.Borrowck.Ir;

/// <summary>One step from a place to a place inside it.</summary>
public enum ProjectionKind : byte
{
    /// <summary>Through a borrow or a <c>ref</c>: what lies behind belongs to somebody else (<c>*p</c>).</summary>
    Deref,

    /// <summary>A field, an auto-property, or a primary-constructor parameter that became a field (<c>p.f</c>).</summary>
    Field,

    /// <summary>An element of an array; all elements of one array are one place (<c>p[_]</c>).</summary>
    Element,
}
