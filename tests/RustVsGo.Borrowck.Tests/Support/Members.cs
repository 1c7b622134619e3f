using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Tests.Support;

/// <summary>Three fields to build places of.</summary>
internal static class Members
{
    private static readonly INamedTypeSymbol s_type = CSharpCompilation
        .Create("Members", [CSharpSyntaxTree.ParseText("class Members { object A, B, C; }")], TestReferences.Framework)
        .GetTypeByMetadataName("Members")!;

    public static readonly Projection A = Field("A");

    public static readonly Projection B = Field("B");

    public static readonly Projection C = Field("C");

    public static readonly Projection Shared = Projection.Deref(BorrowKind.Shared);

    public static readonly Projection Exclusive = Projection.Deref(BorrowKind.Exclusive);

    public static readonly Projection Element = Projection.Element;

    /// <summary>The place that starts at a local and goes the given way.</summary>
    public static Place Place(int local, params Projection[] steps) => new(local, [.. steps]);

    private static Projection Field(string name) => Projection.Field(s_type.GetMembers(name).Single());
}
