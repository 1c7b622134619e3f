using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0621_ReturnsOtherSource;

/// <summary>A result that is borrowed from parameters is none of what is captured, on whatever way it comes.</summary>
public sealed class CapturedResultTests
{
    [Fact]
    public Task A_captured_borrow_that_a_variable_holds_is_not_returned_as_a_parameters() => View(
        """
        static void Test([Borrowed] Part r, [BorrowedMut] Part m)
        {
            View first = x => { var y = r; return {|RVG0621:y|}; };
            View second = x => {|RVG0621:r|};
            View third = x =>
            {
                Part y;
                if (x.N > 0) y = r; else y = x;
                return {|RVG0621:y|};
            };
            View fourth = x => { var y = m; return {|RVG0621:y|}; };
            [return: Borrowed(nameof(x))] Part Local([Borrowed] Part x) { var y = r; return {|RVG0621:y|}; }
        }
        """);

    [Fact]
    public Task A_captured_borrow_is_looked_at_while_a_parameter_is_returned() => View(
        """
        static void Test([Borrowed] Part r, [BorrowedMut] Part m)
        {
            View first = x => { var y = r; Look(y); return x; };
            View second = x => { var y = r; y = x; return y; };
            View third = x => { m.Bump(); var z = x; return z; };
            var kept = r;
            View fourth = x => { kept = r; return x; };
            View fifth = x => { View inner = y => { var z = y; return z; }; return inner(x); };
        }
        """);

    [Fact]
    public Task What_a_captured_object_holds_is_not_returned_as_a_parameters() => View(
        """
        static void Test([Borrowed] Holder h)
        {
            View first = x => { var y = h.Part; return {|RVG0621:y|}; };
            View second = x => { Look(h.Part); return x; };
        }

        [Owned] sealed class Holder { [Borrowed] public Part Part = null!; }
        """);

    private static Task View(string members) => Construct.Members("[return: Borrowed(nameof(x))] delegate Part View([Borrowed] Part x);\n" + members);
}
