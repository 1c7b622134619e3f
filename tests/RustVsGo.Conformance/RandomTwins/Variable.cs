namespace RustVsGo.Conformance.RandomTwins;

/// <summary>A variable of a random twin, and what the generator believes about it: enough to write programs of which about half are right.</summary>
internal sealed class Variable(string name, int number, Holding holding, TwinType? type)
{
    /// <summary>Its number among the variables of the function.</summary>
    public int Number { get; } = number;

    public string Name { get; } = name;

    /// <summary>Its name in C#.</summary>
    public string CSharpName => Name == "self" ? "this" : Name;

    public Holding Holding { get; } = holding;

    /// <summary>The type of the value that it holds or borrows; of an array, of its elements.</summary>
    public TwinType? Type { get; } = type;

    /// <summary>How many loops stand around its declaration.</summary>
    public int LoopDepth { get; init; }

    /// <summary>Whether it is a variable that C# does not let be assigned: of a <c>using</c>, a parameter that borrows, a loop.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The variables that it borrows from.</summary>
    public HashSet<Variable> Sources { get; } = [];

    /// <summary>Whether what it borrows was used in a way that ends the borrow.</summary>
    public bool IsStale { get; set; }

    /// <summary>Whether what it borrows is out of scope.</summary>
    public bool IsDangling { get; set; }

    /// <summary>Whether it is named by a loop or a pattern: C# finds out by its uses how it borrows, so that none may need more than Rust is told.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether it is a reference that a loop points to one element after the other.</summary>
    public bool IsElement { get; init; }

    /// <summary>Whether a pattern names it.</summary>
    public bool IsPattern { get; init; }

    /// <summary>Whether a delegate lent what it borrows.</summary>
    public bool IsOfDelegate { get; init; }

    /// <summary>Whether it was last assigned nothing.</summary>
    public bool IsNone { get; set; }

    /// <summary>Whether it is a function that changes what it captured.</summary>
    public bool Changes { get; set; }

    /// <summary>Whether it is a function that gives away what it captured.</summary>
    public bool IsOnce { get; set; }

    /// <summary>The paths below it that were moved.</summary>
    public HashSet<string> Moved { get; } = [];

    /// <summary>Whether it holds a borrow that nothing else may overlap.</summary>
    public bool IsExclusive => Holding is Holding.Exclusive or Holding.Reference or Holding.NumberReference or Holding.Editor or Holding.Guard || Changes;

    /// <summary>Whether it holds a borrow, or an object that does.</summary>
    public bool IsBorrow => Holding is not (Holding.Owned or Holding.Using or Holding.Number or Holding.Array or Holding.Pair or Holding.List);

    /// <summary>Whether Rust reaches the value by dereferencing the variable.</summary>
    public bool IsReference => Holding is Holding.Shared or Holding.Exclusive or Holding.Reference or Holding.ReadOnlyReference or Holding.NumberReference;
}

/// <summary>What a variable holds.</summary>
internal enum Holding
{
    /// <summary>A value of a move type.</summary>
    Owned,

    /// <summary>A value of a move type, in a variable that disposes of it.</summary>
    Using,

    /// <summary>A shared borrow.</summary>
    Shared,

    /// <summary>An exclusive borrow.</summary>
    Exclusive,

    /// <summary>An exclusive borrow that C# calls <c>ref</c>.</summary>
    Reference,

    /// <summary>A shared borrow that C# calls <c>ref readonly</c> or <c>in</c>.</summary>
    ReadOnlyReference,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>An exclusive borrow of a number.</summary>
    NumberReference,

    /// <summary>An array of two values of a move type.</summary>
    Array,

    /// <summary>A list of numbers.</summary>
    List,

    /// <summary>A function that captured what it names.</summary>
    Closure,

    /// <summary>A tuple of a <c>Data</c> and a <c>Part</c>.</summary>
    Pair,

    /// <summary>An object that holds a shared borrow.</summary>
    Cursor,

    /// <summary>An object that holds an exclusive borrow.</summary>
    Editor,

    /// <summary>An object that holds an exclusive borrow until its destructor ran.</summary>
    Guard,
}

/// <summary>What is done to a place.</summary>
internal enum Access
{
    Look,
    Change,
    Set,
    Take,
}

/// <summary>Where an expression stands that gives a borrow.</summary>
internal enum Position
{
    /// <summary>In a call that keeps nothing. C# borrows what is named.</summary>
    Argument,

    /// <summary>In a constructor that keeps it, or behind <c>return</c>.</summary>
    Kept,

    /// <summary>In a declaration or an assignment. C# has to say that it borrows.</summary>
    Bound,
}

/// <summary>A variable or a path of fields from one.</summary>
/// <param name="Root">The variable.</param>
/// <param name="Path">The fields, as Rust writes them.</param>
/// <param name="Code">The place in both languages.</param>
/// <param name="Type">The type of what it holds.</param>
/// <param name="IsOfResource">Whether a value with a destructor is on the way.</param>
/// <param name="IsProperty">Whether it is a property, of which C# takes no reference.</param>
internal sealed record Place(Variable Root, string Path, Code Code, TwinType Type, bool IsOfResource, bool IsProperty = false)
{
    public bool IsWhole => Path.Length == 0;
}
