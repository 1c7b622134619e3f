using System;
using System.Buffers;
using System.Collections.Generic;
using RustVsGo;

const string Settings = "<settings><host>localhost</host><port>8080</port></settings>";

ElementOfATemporary(Settings);
Bind(Settings);
ReturnWhatIsNoBorrow(Settings);

static void ElementOfATemporary(string text)
{
    // No variable owns the document: nobody can dispose it, and 'host' looks into its text.
    var host = Document.Parse(text).Root().Find("host");

    Console.WriteLine($"{host.Name}: {host.Text}, documents never disposed: {Document.OpenCount}");
}

static void Bind(string text)
{
    var open = Document.OpenCount;

    // The variable owns the document for as long as the element is used.
    using (var document = Document.Parse(text))
    {
        var host = document.Root().Find("host");
        Console.WriteLine($"{host.Name}: {host.Text}");
    }

    Console.WriteLine($"Bound to a variable, further documents never disposed: {Document.OpenCount - open}");
}

static void ReturnWhatIsNoBorrow(string text)
{
    Console.WriteLine($"port: {Port(text)}");

    // A number borrows nothing and may leave the document behind.
    static int Port(string text)
    {
        using var document = Document.Parse(text);
        return int.Parse(document.Root().Find("port").Text);
    }
}

/// <summary>A parsed text of nested elements (<c>&lt;a&gt;&lt;b&gt;text&lt;/b&gt;&lt;/a&gt;</c>), kept in an array from the shared pool.</summary>
[Owned]
public sealed class Document : IDisposable
{
    private readonly char[] _chars;
    private readonly Element _root;

    private Document(string text)
    {
        _chars = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(_chars);
        var position = 0;
        _root = ReadElement(_chars.AsMemory(0, text.Length), ref position);
        OpenCount++;
    }

    /// <summary>How many documents were parsed and not disposed.</summary>
    public static int OpenCount { get; private set; }

    public static Document Parse(string text) => new(text);

    /// <summary>The outermost element. It belongs to the document.</summary>
    [return: Borrowed]
    public Element Root() => _root;

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        OpenCount--;
    }

    private static Element ReadElement(ReadOnlyMemory<char> text, ref int position)
    {
        var name = Read(text, ref position, '<', '>');
        var start = position;
        var children = new List<Element>();
        while (!text.Span[position..].StartsWith("</"))
        {
            if (text.Span[position] == '<')
                children.Add(ReadElement(text, ref position));
            else
                position++;
        }

        var content = text[start..position];
        Read(text, ref position, '<', '>');
        return new Element(name, content, children);
    }

    private static string Read(ReadOnlyMemory<char> text, ref int position, char open, char close)
    {
        var rest = text.Span[position..];
        if (rest.IsEmpty || rest[0] != open || rest.IndexOf(close) is not (> 0 and var end))
            throw new FormatException($"An element is expected at {position}.");

        position += end + 1;
        return rest[1..end].ToString();
    }
}

/// <summary>An element of a document. Its text is part of the document's array.</summary>
[Owned]
public sealed class Element(string name, ReadOnlyMemory<char> content, List<Element> children)
{
    public string Name => name;

    public string Text => content.ToString();

    [return: Borrowed]
    public Element Find(string child) =>
        children.Find(element => element.Name == child) ?? throw new KeyNotFoundException($"'{name}' has no '{child}'.");
}
