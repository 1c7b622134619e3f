namespace RustVsGo.Borrowck.Ir;

/// <summary>How closely a <see cref="Use"/> looks at its place.</summary>
public enum UseKind : byte
{
    /// <summary>Copies plain data out of it (rustc's <c>ReadKind::Copy</c>).</summary>
    Copy,

    /// <summary>Looks at all of it for a moment (a shared borrow that ends at once).</summary>
    Borrow,

    /// <summary>Only asks whether there is something: needs the object, whatever of its parts are gone, and reads no content.</summary>
    NullTest,

    /// <summary>Needs the object, whatever of its parts are gone.</summary>
    Reference,

    /// <summary>Calls the delegate that it holds; one that can be called once is used up by it.</summary>
    Invoke,

    /// <summary>Hands the delegate that it holds to somebody who may call it more than once.</summary>
    Repeat,
}
