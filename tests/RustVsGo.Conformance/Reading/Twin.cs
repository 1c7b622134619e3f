using System.Collections.Immutable;
using System.Globalization;

namespace RustVsGo.Conformance.Reading;

/// <summary>One program in Rust and in C#, with the errors that both get; README.md describes the file's format.</summary>
/// <param name="Name">The folder and the file's name: <c>E0382/moved-in-loop</c>.</param>
/// <param name="Covers">The scenarios of rustc's test-suite that the idea comes from: a code and a path.</param>
/// <param name="Model">The sentence of docs/ownership-model.md by which C# differs from rustc, or <see langword="null"/>.</param>
/// <param name="IsPolonius">Whether stable rustc rejects what its location-sensitive checker accepts.</param>
/// <param name="Rust">The program in Rust, with the errors of stable rustc.</param>
/// <param name="CSharp">The program in C#.</param>
internal sealed record Twin(string Name, ImmutableArray<string> Covers, string? Model, bool IsPolonius, Section Rust, Section CSharp)
{
    public const string AcceptedFolder = "Accepted";
    public const string PoloniusFolder = "Polonius";

    public string Folder => Name[..Name.IndexOf('/')];

    /// <summary>Whether the two sections may be marked differently.</summary>
    public bool MayDiffer => Model is not null || IsPolonius;

    /// <summary>The name of the twin as a Rust module.</summary>
    public string ModuleName => Name.ToLowerInvariant().Replace('/', '_').Replace('-', '_');

    /// <summary>The name of the twin as a C# class.</summary>
    public string ClassName => string.Concat(Name.Replace("/", "-_-").Split('-').Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase));

    /// <summary>A line of the twin's file, as errors name it.</summary>
    public string At(int line) => $"{Name}.twin({line})";

    public string At(Mark mark) => $"{At(mark.Line)}: {mark.Code}";
}
