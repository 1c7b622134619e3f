namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1005: a result is unwrapped outside of tests and of where the program begins.</summary>
public sealed class UnwrapTests
{
    private const string Store =
        """


        public static class Store
        {
            public static Result<int, string> Load() => Result.Ok(1);
            public static Result<int> Read() => Result.Ok(1);
        }

        public sealed class Other { public int Unwrap() => 1; }
        """;

    [Fact]
    public Task An_unwrapped_result_is_reported() => Check(
        """
        public static class C
        {
            public static int M(Result<string, int> text, Other other)
            {
                var n = {|RVG1005:Store.Load().Unwrap()|} + {|RVG1005:Store.Read().Unwrap()|};
                Func<int> later = () => {|RVG1005:Store.Load().Unwrap()|};
                Console.WriteLine({|RVG1005:text.Unwrap()|});
                return n + other.Unwrap() + later();
            }
        }
        """);

    [Fact]
    public Task What_says_why_or_has_another_value_is_accepted() => Check(
        """
        public static class C
        {
            public static int M(Result<int, string> n) =>
                Store.Load().Expect("the store is never empty") + Store.Load().UnwrapOr(0) + n.UnwrapOrElse(_ => 1) + (n.TryGet(out var value) ? value : 0);
        }
        """);

    [Fact]
    public Task Where_a_program_begins_it_is_accepted() => Verify.Ownership(
        """
        using System;
        using RustVsGo;

        Console.WriteLine(Store.Load().Unwrap());
        Print();

        void Print() => Console.WriteLine(Store.Load().Unwrap());

        public static class Later { public static int M() => {|RVG1005:Store.Load().Unwrap()|}; }
        """ + Store);

    [Fact]
    public Task What_was_tested_before_does_not_throw() => Check(
        """
        public static class C
        {
            public static Result<int, string> M(Result<int, string> n)
            {
                if (n.IsErr)
                {
                    Console.WriteLine("none");
                    return Result.Ok(0);
                }

                return Result.Ok({|RVG1005:n.Unwrap()|} + 1);
            }

            public static int Tested(Result<int, string> n)
            {
                if (n.IsErr)
                    return 0;
                return n.Unwrap();
            }
        }
        """);

    private static Task Check(string program) => Verify.Ownership("using System;\nusing RustVsGo;\n" + program + Store);
}
