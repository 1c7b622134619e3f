using System.Collections.Immutable;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>A move type of the prelude, and how values of other types are got from it.</summary>
/// <param name="Name">Its name, in both languages where Rust has no other.</param>
internal sealed record TwinType(string Name)
{
    public static readonly TwinType Part = new("Part");

    /// <summary>A part that may be missing.</summary>
    public static readonly TwinType OptionalPart = new("Part") { Rust = "Option<Part>", Content = Part };

    /// <summary>The one that is a struct in C#.</summary>
    public static readonly TwinType Ticket = new("Ticket") { IsStruct = true };

    public static readonly TwinType Data = new("Data")
    {
        Fields = [new("a", "A", Part), new("b", "B", Part), new("extra", "Extra", OptionalPart)],
        View = Part,
        Finish = Part,
    };

    public static readonly TwinType Outer = new("Outer")
    {
        Fields = [new("left", "Left", Data), new("right", "Right", Data) { IsProperty = true }, new("tag", "Tag", Part), new("stub", "Stub", Ticket)],
        View = Data,
        Finish = Data,
    };

    /// <summary>The one that has a destructor.</summary>
    public static readonly TwinType Res = new("Res")
    {
        Fields = [new("p", "P", Part), new("q", "Q", Part)],
        View = Part,
    };

    /// <summary>The one that holds any number of parts.</summary>
    public static readonly TwinType Bag = new("Bag");

    public static readonly ImmutableArray<TwinType> All = [Part, Data, Outer, Res, Bag];

    /// <summary>Its name in Rust.</summary>
    public string Rust { get => field ?? Name; private init; }

    /// <summary>What it holds if it holds anything.</summary>
    public TwinType? Content { get; private init; }

    /// <summary>Whether C# borrows it by <c>ref</c> and <c>in</c> alone.</summary>
    public bool IsStruct { get; private init; }

    /// <summary>The fields of move types.</summary>
    public ImmutableArray<Field> Fields { get; private init; } = [];

    /// <summary>What <c>view</c> and <c>view_mut</c> borrow.</summary>
    public TwinType? View { get; private init; }

    /// <summary>What is left of a value after <c>finish</c>, which consumes it.</summary>
    public TwinType? Finish { get; private init; }

    /// <summary>A field of a move type.</summary>
    internal readonly record struct Field(string Rust, string CSharp, TwinType Type)
    {
        /// <summary>Whether it is an auto-property in C#.</summary>
        public bool IsProperty { get; init; }
    }
}
