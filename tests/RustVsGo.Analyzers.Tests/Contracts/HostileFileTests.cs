using Microsoft.CodeAnalysis.Text;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>No text makes the parser fail, hang or report without end.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void An_empty_file_says_nothing()
    {
        var file = Parse("");

        Assert.Empty(file.Lines);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_one_error() =>
        Assert.Equal(ContractFileErrorKind.NoText, Assert.Single(ContractFileParser.Parse("x", null, Authority.Stated, TestContext.Current.CancellationToken).Errors).Kind);

    [Fact]
    public void A_line_of_a_million_characters_is_one_error()
    {
        var file = Parse(new string('x', 1_000_000) + "\nT:C ; type: [Owned]");

        Assert.Single(file.Errors);
        Assert.Single(file.Lines);
    }

    [Fact]
    public void Deep_nesting_is_one_error()
    {
        var file = Parse("M:C.M(" + string.Concat(Enumerable.Repeat("A{", 1_000)) + ") ; this: [Mutates]");

        Assert.Equal(ContractFileErrorKind.TooLong, Assert.Single(file.Errors).Kind);
    }

    [Fact]
    public void A_huge_file_is_read_to_its_end()
    {
        var file = Parse(string.Concat(Enumerable.Repeat("T:C ; type: [Owned]\n", 200_000)));

        Assert.Equal(200_000, file.Lines.Length);
    }

    [Fact]
    public void A_binary_file_gives_a_bounded_number_of_errors()
    {
        var random = new Random(1);
        var text = new string([.. Enumerable.Range(0, 500_000).Select(_ => (char)random.Next(0, 0xD7FF))]);

        Assert.InRange(Parse(text).Errors.Length, 1, 200);
    }

    [Fact]
    public void Every_beginning_of_a_good_line_is_read_without_failing()
    {
        const string Line = "M:System.IO.StreamReader.#ctor(System.IO.Stream) ; stream: [Keeps(Unless = \"leaveOpen\")] ; this: [Drop(Idempotent = true)] ; <T>: [Send]";
        for (var length = 0; length <= Line.Length; length++)
            Parse(Line[..length]);
    }

    [Fact]
    public void Every_change_of_one_character_is_read_without_failing()
    {
        const string Line = "P:A.B ; return: [Borrowed(\"this\", Deferred = true)] ; @type: [Owned, Send]";
        foreach (var character in "\0;:[](){}<>@\"=, x\t\uD800\uFFFF")
        {
            for (var i = 0; i < Line.Length; i++)
                Parse(Line[..i] + character + Line[(i + 1)..]);
        }
    }

    private static ContractFile Parse(string text) =>
        ContractFileParser.Parse("x.ownership.txt", SourceText.From(text), Authority.Stated, TestContext.Current.CancellationToken);
}
