namespace RustVsGo.Conformance.Reading;

/// <summary>An error that a twin expects, or that a judge reported: its line in the twin's file, and its code.</summary>
internal readonly record struct Mark(int Line, string Code) : IComparable<Mark>
{
    public int CompareTo(Mark other) => (Line, Code).CompareTo((other.Line, other.Code));
}
