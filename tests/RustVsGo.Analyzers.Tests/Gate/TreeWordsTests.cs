using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Gate;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>The words of a file: each that is looked for is found wherever it stands and however it is written, and none that is only a part of another.</summary>
public sealed class TreeWordsTests
{
    [Theory]
    [InlineData("at the beginning", "FileStream s;")]
    [InlineData("at the end", "new FileStream")]
    [InlineData("with an escape", @"new \u0046ileStream()")]
    [InlineData("with an escape inside", @"new File\U00000053tream()")]
    [InlineData("with escapes alone", @"\u0046\u0069\u006C\u0065\u0053\u0074\u0072\u0065\u0061\u006d")]
    [InlineData("verbatim", "new @FileStream()")]
    [InlineData("with a character that does not count", "new File\u200DStream()")]
    [InlineData("with one that is escaped", @"new File\u200DStream()")]
    [InlineData("behind a character of another script", "x\u00A0FileStream")]
    [InlineData("behind a backslash", @"""\FileStream""")]
    [InlineData("behind a broken escape", @"\u00 FileStream")]
    [InlineData("in a comment", "// FileStream")]
    [InlineData("in a string with an interpolation", "$\"{new FileStream()}\"")]
    public void A_word_is_found(string where, string text)
    {
        Assert.NotEmpty(where);

        Assert.True(Has(text, WordKinds.Makes));
    }

    [Theory]
    [InlineData("longer", "FileStreams")]
    [InlineData("longer in front", "MyFileStream")]
    [InlineData("longer by an escape", @"FileStream\u0073")]
    [InlineData("shorter", "FileStrea")]
    [InlineData("in two", "File Stream")]
    [InlineData("in other letters", "filestream FILESTREAM")]
    [InlineData("another script", "FileStre\u00E4m \u042F")]
    [InlineData("nothing", "")]
    public void Another_word_is_not(string what, string text)
    {
        Assert.NotEmpty(what);

        Assert.False(Has(text, WordKinds.Makes));
    }

    /// <summary>The text is read piece by piece; no piece ends in a word.</summary>
    [Fact]
    public void A_word_is_found_at_every_place_of_a_long_text()
    {
        foreach (var written in new[] { "FileStream", @"File\u0053tream" })
        {
            for (var before = 8192 - 20; before < 8192 + 5; before++)
            {
                var text = new string(' ', before) + written + new string(';', 9000) + written + "s";
                var words = TreeWords.In(SourceText.From(text));

                Assert.True(words.Places(new TextSpan(0, text.Length), WordKinds.Makes) is { Places: [var place] } && place == before);
            }
        }
    }

    [Fact]
    public void A_name_that_fills_a_piece_is_read_to_its_end() => Assert.True(Has(new string('a', 20_000) + " FileStream", WordKinds.Makes));

    [Fact]
    public void What_a_span_has_is_told_by_where_words_begin()
    {
        var words = TreeWords.In(SourceText.From("foreach (FileStream s in all) s.Close();"));

        Assert.Equal(WordKinds.ForEach, words.In(new TextSpan(0, 9)));
        Assert.Equal(WordKinds.Makes, words.In(new TextSpan(9, 10)));
        Assert.Equal(WordKinds.None, words.In(new TextSpan(10, 20)));
        Assert.Equal(WordKinds.ForEach | WordKinds.Makes | WordKinds.Begins, words.All);
        Assert.True(words.Places(new TextSpan(0, 40), WordKinds.Makes).AreIn(new TextSpan(9, 1)));
        Assert.False(words.Places(new TextSpan(0, 40), WordKinds.Makes).AreIn(new TextSpan(10, 30)));
        Assert.True(words.Places(new TextSpan(10, 30), WordKinds.Makes).IsEmpty);
    }

    /// <summary>What no text is searched for is never found in a body.</summary>
    [Fact]
    public void Every_name_of_the_gates_is_looked_for()
    {
        Known([.. CatalogNames.Alone, .. CatalogNames.Drops, .. CatalogNames.Keepers, .. CatalogNames.Consumers, CatalogNames.Clear, "using", "await"], WordKinds.Begins);
        Known(["foreach"], WordKinds.ForEach);
        Known(["while"], WordKinds.While);
        Known([.. CatalogNames.Deferred, "from"], WordKinds.Queries);
        Known([.. CatalogDuties.Types, .. CatalogDuties.Members.Keys], WordKinds.Makes);
        Known(CatalogNames.Mutators, WordKinds.Mutates);
        Known([CatalogNames.Immutable], WordKinds.Immutable);
        Known(CatalogNames.Locks.Keys, WordKinds.Locks);
        Known(["await"], WordKinds.Awaits);
        Known(["Run", "StartNew", "Thread"], WordKinds.Works);

        var importing = CSharpSyntaxTree.ParseText("using System.Collections.Immutable;", cancellationToken: TestContext.Current.CancellationToken);
        Known(
            CatalogNames.MustUse.Concat(CatalogNames.Deferred).Concat(CatalogNames.Mutators).Where(name => CatalogNames.MayDrop(name, importing, TestContext.Current.CancellationToken)),
            WordKinds.MustUse | WordKinds.Mutates);
    }

    private static void Known(IEnumerable<string> names, WordKinds kinds) => Assert.All(names, name => Assert.True(Has(name, kinds), name));

    private static bool Has(string text, WordKinds kinds) => (TreeWords.In(SourceText.From(text)).All & kinds) != 0;
}
