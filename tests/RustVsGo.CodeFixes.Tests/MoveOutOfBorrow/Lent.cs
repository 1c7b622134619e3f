namespace RustVsGo.CodeFixes.Tests;

/// <summary>Programs that move out of a borrow, before and after the fixes of RVG0507.</summary>
internal static class Lent
{
    private const string Types =
        """


        [Owned]
        public class Address
        {
            public string City = "";
            public Address Clone() => new() { City = City };
        }

        [Owned]
        public class Order
        {
            public Address Address = new();
            public int Count;
        }

        public static class Sink
        {
            public static Address? Kept;
            public static void Take([Owned] Address address) => Kept = address;
            public static void Use(params object?[] values) { }
        }
        """;

    /// <summary>A program that uses these types.</summary>
    public static string Program(string code) => "#nullable enable\nusing System;\nusing System.Threading.Tasks;\nusing RustVsGo;\n\n" + code + Types;

    /// <summary>As <see cref="Program"/>, with an <c>Address</c> that cannot be cloned.</summary>
    public static string WithoutClone(string code) => Program(code).Replace("public Address Clone()", "public Address Other()");

    public static Task ByCloning(string before, string after) =>
        Verify.Fix<MoveOutOfBorrowCodeFixProvider>(Program(before), Program(after), MoveOutOfBorrowCodeFixProvider.CloneKey);

    public static Task ByBorrowing(string before, string after, int? iterations = null) =>
        Verify.Fix<MoveOutOfBorrowCodeFixProvider>(Program(before), Program(after), MoveOutOfBorrowCodeFixProvider.BorrowKey, iterations: iterations);

    public static Task NotByCloning(string code) => Verify.NoFix<MoveOutOfBorrowCodeFixProvider>(WithoutClone(code), MoveOutOfBorrowCodeFixProvider.CloneKey);

    public static Task NotByBorrowing(string code) => Verify.NoFix<MoveOutOfBorrowCodeFixProvider>(Program(code), MoveOutOfBorrowCodeFixProvider.BorrowKey);
}
