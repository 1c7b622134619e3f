namespace RustVsGo.CodeFixes.Tests;

/// <summary>The fix of RVG0594 and RVG0596: say that the method mutates what it borrows.</summary>
public sealed class StateMutationTests
{
    private const string Head =
        """
        using System;
        using RustVsGo;

        [Owned]
        public class Part
        {
            public int N;

            [Mutates]
            public void Bump() => N++;
        }


        """;

    [Fact]
    public Task A_method_that_assigns_its_field_mutates() => Verify.Fix<AssignThroughSharedCodeFixProvider>(
        Head +
        """
        [Owned]
        public class Counter
        {
            private int _count;

            /// <summary>Stays.</summary>
            public int Next() => {|RVG0594:++_count|}; // stays

            [Borrows]
            public void Reset()
            {
                {|RVG0594:_count = 0|};
            }

            [MustUse("why")]
            public int Last() => {|RVG0594:_count--|};

            public int Total
            {
                get => {|RVG0594:_count++|};
            }
        }
        """,
        Head +
        """
        [Owned]
        public class Counter
        {
            private int _count;

            /// <summary>Stays.</summary>
            [Mutates]
            public int Next() => ++_count; // stays

            [Mutates]
            public void Reset()
            {
                _count = 0;
            }

            [MustUse("why")]
            [Mutates]
            public int Last() => _count--;

            public int Total
            {
                [Mutates] get => _count++;
            }
        }
        """,
        AssignThroughSharedCodeFixProvider.MutateKey,
        iterations: 4);

    [Fact]
    public Task A_method_that_lends_its_field_to_who_mutates_it_mutates() => Verify.Fix<BorrowThroughSharedCodeFixProvider>(
        Head +
        """
        [Owned]
        public class Box
        {
            private Part _part = new();

            public void Bump() => {|RVG0596:_part|}.Bump();
        }
        """,
        Head +
        """
        [Owned]
        public class Box
        {
            private Part _part = new();

            [Mutates]
            public void Bump() => _part.Bump();
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_parameter_that_is_mutated_is_BorrowedMut() => Verify.Fix<BorrowThroughSharedCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void Bump([Borrowed] Part part) => {|RVG0596:part|}.Bump();
        }
        """,
        Head +
        """
        public static class C
        {
            public static void Bump([BorrowedMut] Part part) => part.Bump();
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_parameter_whose_field_is_assigned_is_BorrowedMut() => Verify.Fix<AssignThroughSharedCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void Set([Borrowed] Part part) => {|RVG0594:part.N = 1|};
        }
        """,
        Head +
        """
        public static class C
        {
            public static void Set([BorrowedMut] Part part) => part.N = 1;
        }
        """,
        AssignThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task The_receiver_of_an_extension_method_is_the_methods_own() => Verify.Fix<BorrowThroughSharedCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void Twice(this Part part)
            {
                {|RVG0596:part|}.Bump();
            }
        }
        """,
        Head +
        """
        public static class C
        {
            [Mutates]
            public static void Twice(this Part part)
            {
                part.Bump();
            }
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task What_the_base_borrows_stays_borrowed() => Verify.NoFix<AssignThroughSharedCodeFixProvider>(
        Head +
        """
        [Owned]
        public abstract class Shape
        {
            [Borrows]
            public abstract int Area();
        }

        public sealed class Square : Shape
        {
            private int _asked;

            public override int Area() => {|RVG0594:++_asked|};
        }
        """);

    [Fact]
    public Task An_expression_bodied_property_gets_a_getter_for_the_attribute() => Verify.Fix<AssignThroughSharedCodeFixProvider>(
        Head +
        """
        [Owned]
        public class Counter
        {
            private int _count;

            public int Next => {|RVG0594:++_count|}; // stays
        }
        """,
        Head +
        """
        [Owned]
        public class Counter
        {
            private int _count;

            public int Next { [Mutates] get => ++_count; } // stays
        }
        """,
        AssignThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_property_that_the_base_borrows_stays() => Verify.NoFix<AssignThroughSharedCodeFixProvider>(
        Head +
        """
        [Owned]
        public abstract class Shape
        {
            public abstract int Area { [Borrows] get; }
        }

        public sealed class Square : Shape
        {
            private int _asked;

            public override int Area => {|RVG0594:++_asked|};
        }
        """);

    [Fact]
    public Task A_parameter_that_is_passed_by_in_becomes_an_exclusive_borrow() => Verify.Fix<BorrowThroughSharedCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void Bump(/* it */ in Part part) => {|RVG0596:part|}.Bump();

            public static void Calls()
            {
                var part = new Part();
                Bump(part);

                static void Again(int n, in Part other)
                {
                    for (var i = 0; i < n; i++)
                        {|RVG0596:other|}.Bump();
                }

                Again(1, part);
            }
        }
        """,
        Head +
        """
        public static class C
        {
            public static void Bump(/* it */ [BorrowedMut] Part part) => part.Bump();

            public static void Calls()
            {
                var part = new Part();
                Bump(part);

                static void Again(int n, [BorrowedMut] Part other)
                {
                    for (var i = 0; i < n; i++)
                        other.Bump();
                }

                Again(1, part);
            }
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);

    [Fact]
    public Task A_parameter_that_a_caller_passes_by_in_stays() => Verify.NoFix<BorrowThroughSharedCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void Bump(in Part part) => {|RVG0596:part|}.Bump();

            public static void Calls(Part part) => Bump(in part);
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);
}
