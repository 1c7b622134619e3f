namespace RustVsGo.CodeFixes;

/// <summary>How a value was taken, as the property <c>causeKind</c> of a diagnostic says it.</summary>
internal static class MoveCauses
{
    public const string Argument = "Argument";
    public const string Receiver = "Receiver";
    public const string Assigned = "Assigned";
    public const string Stored = "Stored";
    public const string Returned = "Returned";
    public const string Captured = "Captured";
    public const string Dropped = "Dropped";
    public const string DroppedByKeeper = "DroppedByKeeper";
}
