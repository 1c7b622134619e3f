namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>Why a line of a contract file does not count.</summary>
public enum ContractFileErrorKind : byte
{
    /// <summary>No documentation-comment id.</summary>
    NoId,

    /// <summary>A character that should be another one; the text is what was expected.</summary>
    Expected,

    /// <summary>Longer or deeper than any member is.</summary>
    TooLong,

    /// <summary>The line says nothing about its member.</summary>
    SaysNothing,

    UnknownAttribute,

    UnknownArgument,

    /// <summary>The attribute has no meaning on that part.</summary>
    WrongPart,

    /// <summary>The part was said to be something else before, here or in another line.</summary>
    Contradiction,

    /// <summary>No member of the compilation has that id.</summary>
    NoMember,

    /// <summary>The member has no such part.</summary>
    NoPart,

    /// <summary>The file has no text that could be read.</summary>
    NoText,
}
