namespace RustVsGo.CodeFixes;

/// <summary>Where an edit stands relative to its anchor, in the order in which edits at one position follow each other.</summary>
internal enum EditSide : byte
{
    /// <summary>Inserted behind the anchor.</summary>
    After,

    /// <summary>A statement or member of its own; any number of them stand at one position, in the order in which they were asked for.</summary>
    Line,

    /// <summary>Inserted in front of the anchor.</summary>
    Before,

    /// <summary>In place of the anchor.</summary>
    Whole,
}
