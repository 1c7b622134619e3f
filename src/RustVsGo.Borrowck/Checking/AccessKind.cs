namespace RustVsGo.Borrowck.Checking;

/// <summary>What an access does (rustc's <c>ReadOrWrite</c> with its <c>ReadKind</c> and <c>WriteKind</c>).</summary>
internal enum AccessKind : byte
{
    /// <summary>Copies plain data.</summary>
    Copy,

    /// <summary>Takes a shared borrow.</summary>
    SharedBorrow,

    /// <summary>Reserves a borrow for a call to come: needs the place to stay where it is.</summary>
    Reserve,

    /// <summary>Takes an exclusive borrow.</summary>
    ExclusiveBorrow,

    /// <summary>Writes a new value.</summary>
    Assign,

    /// <summary>Takes the value.</summary>
    Move,

    /// <summary>Destroys the value.</summary>
    Drop,

    /// <summary>Destroys the value where its <c>using</c> ends.</summary>
    EndOfUsing,

    /// <summary>The scope of the local ends.</summary>
    StorageDead,
}
