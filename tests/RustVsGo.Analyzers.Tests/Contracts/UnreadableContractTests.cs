namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3003: what does not count in a contract file is said at its place; the rest counts.</summary>
public sealed class UnreadableContractTests
{
    private const string Program =
        """
        public class C
        {
            public int Length => 0;
            public void M(System.IO.Stream stream) { }
            public static void S<T>(T value) { }
        }
        """;

    [Fact]
    public Task A_good_file_is_silent() => Verify.ContractFile(
        """
        # A comment, and one more:
        // as BannedSymbols.txt has them.

        T:C ; type: [Owned] [MustUse("it holds a file")]
        M:C.M(System.IO.Stream) ; this: [Mutates(Invalidates = false)] ; stream: [Owned(Unless = "leaveOpen")]
          P:C.Length ; return: [Borrowed("this", Deferred = false)]
        M:C.S``1(``0) ; <T>: [Send] ; value: [Keeps, Once]
        """,
        Program);

    [Fact]
    public Task What_is_no_id_is_reported() => Verify.ContractFile(
        """
        {|RVG3003:Read|} the file first
        {|RVG3003:X:C|} ; type: [Owned]
        T:C ; type: [Owned]
        """,
        Program);

    [Fact]
    public Task What_names_nothing_is_reported() => Verify.ContractFile(
        """
        {|RVG3003:T:Gone|} ; type: [Owned]
        {|RVG3003:M:C.M(System.String)|} ; stream: [Owned]
        M:C.M(System.IO.Stream) ; {|RVG3003:other|}: [Owned]
        """,
        Program);

    [Fact]
    public Task An_unknown_attribute_is_reported() => Verify.ContractFile("T:C ; type: [{|RVG3003:Ownd|}]", Program);

    [Fact]
    public Task An_attribute_on_the_wrong_part_is_reported() => Verify.ContractFile(
        """
        T:C ; type: [{|RVG3003:Mutates|}]
        M:C.M(System.IO.Stream) ; stream: [{|RVG3003:Drop|}]
        """,
        Program);

    [Fact]
    public Task An_unknown_argument_is_reported() => Verify.ContractFile(
        """
        M:C.M(System.IO.Stream) ; stream: [Owned({|RVG3003:If|} = "leaveOpen")]
        M:C.S``1(``0) ; value: [Owned({|RVG3003:"x"|})]
        P:C.Length ; this: [Borrows(AfterDrop = {|RVG3003:maybe|})]
        """,
        Program);

    [Fact]
    public Task A_missing_bracket_is_reported() => Verify.ContractFile(
        """
        T:C ; type: {|RVG3003:O|}wned
        M:C.M(System.IO.Stream) ; stream: [Owned{|RVG3003:;|} this: [Mutates]
        """,
        Program);

    [Fact]
    public Task A_line_that_says_nothing_is_reported() => Verify.ContractFile("{|RVG3003:T:C|}", Program);

    [Fact]
    public Task Two_contracts_for_one_part_are_reported_at_the_second() => Verify.ContractFile(
        """
        M:C.M(System.IO.Stream) ; stream: [Owned]
        M:C.M(System.IO.Stream) ; {|RVG3003:stream|}: [Borrowed]
        P:C.Length ; {|RVG3003:this|}: [Mutates] [Borrows]
        """,
        Program);

    [Fact]
    public Task The_same_said_twice_is_silent() => Verify.ContractFile(
        """
        M:C.M(System.IO.Stream) ; stream: [Owned]
        M:C.M(System.IO.Stream) ; stream: [Owned] ; this: [Mutates]
        """,
        Program);

    [Fact]
    public Task What_stands_before_a_mistake_counts() => Verify.OwnershipWith(
        "M:C.M(System.IO.Stream) ; stream: [Owned] ; this: [Nonsense",
        """
        public class C
        {
            void Use(System.IO.Stream stream)
            {
                M(stream);
                {|RVG0382:stream|}.ReadByte();
            }
            public void M(System.IO.Stream stream) { }
        }
        """);

    [Fact]
    public Task A_file_of_another_name_is_nobodys_contract() => Verify.Ownership(
        """
        class C
        {
            void Use(System.IO.Stream stream)
            {
                M(stream);
                stream.ReadByte();
            }
            void M(System.IO.Stream stream) { }
        }
        """);
}
