using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance;

public sealed class TwinReaderTests
{
    private const string Sample =
        """
        # A value is moved twice.
        covers: E0382 tests/ui/moves/sample.rs
        --- rust
        fn bad() {
            consume(d); //~ E0382
        }
        fn good() {}
        --- csharp
        static void Bad()
        {
            Consume(d); //~ RVG0382 RVG0505
        }
        static void Good() { }
        """;

    [Fact]
    public void A_twin_is_read_with_the_lines_of_its_file()
    {
        var twin = TwinReader.Read("E0382/moved-twice", Sample);

        Assert.Equal(["E0382 tests/ui/moves/sample.rs"], twin.Covers);
        Assert.Equal([new Mark(5, "E0382")], twin.Rust.Marks);
        Assert.Equal([new Mark(11, "RVG0382"), new Mark(11, "RVG0505")], twin.CSharp.Marks);
        Assert.Equal("    consume(d); //~ E0382", twin.Rust.Below("use super::*;").Split('\n')[4]);
        Assert.Equal(("e0382_moved_twice", "E0382_MovedTwice"), (twin.ModuleName, twin.ClassName));
        Assert.Equal([new Function("bad", 4, 6), new Function("good", 7, 7)], RustFunctions.Of(twin.Rust));
    }

    [Theory]
    [InlineData("# A value", "A value", 1, "first line")]
    [InlineData("covers: E0382 ", "covers: ", 2, "'covers:'")]
    [InlineData("covers:", "cover:", 2, "expected 'covers:")]
    [InlineData("--- csharp", "--- c#", 13, "no line '--- csharp'")]
    [InlineData("//~ E0382", "//~ RVG0382", 5, "a mark is")]
    [InlineData("//~ RVG0382", "//~RVG0382", 11, "a mark is")]
    [InlineData("--- rust", "polonius: accepted\n--- rust", 1, "'polonius: accepted'")]
    [InlineData("--- rust", "polonius: rejected\n--- rust", 3, "'polonius:'")]
    public void A_mistake_is_named_with_its_line(string before, string after, int line, string message)
    {
        var exception = Assert.Throws<TwinException>(() => TwinReader.Read("E0382/moved-twice", Sample.Replace(before, after)));

        Assert.StartsWith($"E0382/moved-twice.twin({line}): ", exception.Message);
        Assert.Contains(message, exception.Message);
    }

    [Theory]
    [InlineData("E382/moved-twice")]
    [InlineData("E0382/MovedTwice")]
    public void A_name_is_a_code_and_kebab_case(string name) =>
        Assert.Throws<TwinException>(() => TwinReader.Read(name, Sample));

    [Fact]
    public void A_lifetime_is_no_character()
    {
        var section = new Section(1, "fn pick<'a>(x: &'a str) -> &'a str { if x == \"}\" || c == '}' { x } else { x } } // }\nfn next();", []);

        Assert.Equal([new Function("pick", 1, 1)], RustFunctions.Of(section));
    }
}
