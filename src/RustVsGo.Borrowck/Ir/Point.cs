using System;

namespace RustVsGo.Borrowck.Ir;

/// <summary>A statement's position in a body (rustc's <c>mir::Location</c>).</summary>
public readonly struct Point : IEquatable<Point>
{
    public Point(int block, int statement)
    {
        Block = block;
        Statement = statement;
    }

    public int Block { get; }

    public int Statement { get; }

    public bool Equals(Point other) => Block == other.Block && Statement == other.Statement;

    public override bool Equals(object? obj) => obj is Point other && Equals(other);

    public override int GetHashCode() => (Block * 397) ^ Statement;
}
