namespace RustVsGo.Analyzers.Gate;

/// <summary>Who can see what an assembly marks in another vocabulary.</summary>
internal enum VocabularyMarks : byte
{
    /// <summary>It marks nothing.</summary>
    None,

    /// <summary>Itself and its friends.</summary>
    Internal,

    /// <summary>Everybody.</summary>
    Visible,
}
