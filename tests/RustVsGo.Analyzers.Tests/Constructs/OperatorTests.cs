namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>User-defined operators and conversions are calls whose operands are borrowed unless they say otherwise.</summary>
public sealed class OperatorTests
{
    [Fact]
    public Task A_binary_operator_borrows_its_operands() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        var z = x + y + x;
        Lend(z.Peek());
        var w = x;
        var v = y + {|RVG0382:x|};
        """,
        Bigs);

    [Fact]
    public Task A_unary_operator_borrows_its_operand() => Construct.Body(
        """
        var x = new Big();
        var y = -x;
        Lend(-y);
        var w = x;
        var v = -{|RVG0382:x|};
        """,
        Bigs);

    [Fact]
    public Task An_operator_that_takes_moves_its_operand() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        var z = x * y;
        Lend(y.Peek());
        Lend({|RVG0382:x|}.Peek());
        """,
        Bigs);

    [Fact]
    public Task A_compound_assignment_is_the_operator_and_an_assignment() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        x += y;
        x += x;
        var p = x.View();
        {|RVG0506:x += y|};
        Look(p);
        """,
        Bigs);

    [CSharp14Fact]
    public Task A_compound_operator_of_the_object_mutates_it() => Construct.Body(
        """
        var x = new Acc();
        x += 1;
        x++;
        var p = x.View();
        {|RVG0502:x|} += 1;
        Look(p);
        x += 2;
        var y = x;
        {|RVG0382:x|} += 3;
        """,
        """
        [Owned] class Acc
        {
            private int _n;
            private Part _part = new();
            [return: Borrowed] public Part View() => _part;
            [Mutates] public void operator +=(int n) => _n += n;
            [Mutates] public void operator ++() => _n++;
        }
        """);

    [Fact]
    public Task An_increment_is_the_operator_and_an_assignment() => Construct.Body(
        """
        var x = new Big();
        x++;
        ++x;
        var p = x.View();
        {|RVG0506:x++|};
        Look(p);
        """,
        Bigs);

    [Fact]
    public Task A_conditional_operator_by_true_and_false_borrows() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        if (x && y)
            Lend(x.Peek());
        if (x || y)
            Lend(y.Peek());
        var w = y;
        if (x)
            Lend({|RVG0382:y|}.Peek());
        """,
        Bigs);

    [Fact]
    public Task A_conversion_borrows_its_operand() => Construct.Body(
        """
        var x = new Big();
        int i = x;
        var j = (long)x;
        Lend(i + j);
        Big y = 3;
        Lend(y.Peek());
        var w = x;
        int k = {|RVG0382:x|};
        """,
        Bigs);

    [Fact]
    public Task A_conversion_that_takes_moves_its_operand() => Construct.Body(
        """
        var x = new Big();
        var p = (Part)x;
        Look(p);
        Lend({|RVG0382:x|}.Peek());
        """,
        Bigs);

    [Fact]
    public Task A_checked_operator_is_a_call_as_well() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        checked
        {
            var z = x - y;
            Lend(z.Peek());
        }

        var v = unchecked(x - y);
        var w = x;
        var u = checked({|RVG0382:x|} - y);
        """,
        Bigs);

    [Fact]
    public Task A_comparison_borrows_its_operands() => Construct.Body(
        """
        var x = new Big();
        var y = new Big();
        if (x < y || x > y || x == y || x != y)
            Lend(x.Peek());
        var w = x;
        if (y < {|RVG0382:x|})
            Lend(y.Peek());
        """,
        Bigs);

    [Fact]
    public Task A_comparison_while_borrowed_exclusively_is_reported() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        if ({|RVG0503:x.N|} > 1)
            Risky();
        s = 1;
        """);

    [Fact]
    public Task Plain_arithmetic_reads() => Construct.Body(
        """
        var x = Make();
        x.N += x.N * 2 - 1;
        x.N <<= 1;
        x.N++;
        Take(x);
        {|RVG0382:x.N++|};
        """);

    private const string Bigs =
        """
        #pragma warning disable
        [Owned] class Big
        {
            private int _n;
            private Part _part = new();
            public int Peek() => _n;
            [return: Borrowed] public Part View() => _part;
            public static Big operator +(Big a, Big b) => new();
            public static Big operator -(Big a, Big b) => new();
            public static Big operator checked -(Big a, Big b) => new();
            public static Big operator -(Big a) => new();
            public static Big operator ++(Big a) => new();
            public static Big operator *([Owned] Big a, Big b) => new();
            public static Big operator &(Big a, Big b) => new();
            public static Big operator |(Big a, Big b) => new();
            public static bool operator true(Big a) => true;
            public static bool operator false(Big a) => false;
            public static bool operator <(Big a, Big b) => true;
            public static bool operator >(Big a, Big b) => true;
            public static bool operator ==(Big a, Big b) => true;
            public static bool operator !=(Big a, Big b) => true;
            public static implicit operator int(Big a) => a._n;
            public static explicit operator long(Big a) => a._n;
            public static implicit operator Big(int n) => new();
            public static explicit operator Part([Owned] Big a) => new();
        }
        """;
}
