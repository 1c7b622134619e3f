using System;

namespace RustVsGo.Analyzers.Gate;

/// <summary>What a word of a text can mean to those who look for something in the syntax. One word can mean several things.</summary>
[Flags]
internal enum WordKinds : ushort
{
    None = 0,

    /// <summary>Can begin a finding of <see cref="CatalogGate"/>, whatever else stands in the body.</summary>
    Begins = 1 << 0,

    /// <summary>Goes through a collection that may change on the way.</summary>
    ForEach = 1 << 1,

    /// <summary>May go through what is enumerated by hand.</summary>
    While = 1 << 2,

    /// <summary>Enumerates its source later.</summary>
    Queries = 1 << 3,

    /// <summary>Makes what has to be dropped: a type or a method of <see cref="CatalogDuties"/>.</summary>
    Makes = 1 << 4,

    /// <summary>Has a result that may not be dropped.</summary>
    MustUse = 1 << 5,

    /// <summary>Changes a collection; with <see cref="Immutable"/>, has a result that may not be dropped.</summary>
    Mutates = 1 << 6,

    /// <summary>Names the immutable collections.</summary>
    Immutable = 1 << 7,

    /// <summary>Takes a lock that belongs to its thread.</summary>
    Locks = 1 << 8,

    /// <summary>Waits without a thread.</summary>
    Awaits = 1 << 9,

    /// <summary>Starts work.</summary>
    Works = 1 << 10,
}
