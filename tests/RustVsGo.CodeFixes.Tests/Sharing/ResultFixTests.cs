namespace RustVsGo.CodeFixes.Tests.Sharing;

/// <summary>The fixes of RVG1002, RVG1005 and RVG1006.</summary>
public sealed class ResultFixTests
{
    private const string Head =
        """
        using System;
        using RustVsGo;


        """;

    private const string Store =
        """


        public static class Store
        {
            public static Result<int, string> Load() => Result.Ok(1);
        }
        """;

    [Fact]
    public Task One_more_owner_is_called_so() => Verify.Fix<ArcCloneCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void M(in Arc<string> shared)
            {
                using var one = {|RVG1002:shared.Clone()|}; // one
                using var two = {|RVG1002:one.Clone()|};
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void M(in Arc<string> shared)
            {
                using var one = Arc.Clone(shared); // one
                using var two = Arc.Clone(one);
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task What_clones_an_Arc_for_another_rule_says_so_as_well() => Verify.Fix<UseAfterMoveCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Take([Owned] Arc<string> shared) => shared.Dispose();

            static void M()
            {
                var shared = Arc.New("a");
                Take(shared);
                Console.WriteLine({|RVG0382:shared|}.Value);
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void Take([Owned] Arc<string> shared) => shared.Dispose();

            static void M()
            {
                var shared = Arc.New("a");
                Take(Arc.Clone(shared));
                Console.WriteLine(shared.Value);
            }
        }
        """,
        UseAfterMoveCodeFixProvider.CloneKey);

    [Fact]
    public Task An_unwrapped_error_is_returned() => Verify.Fix<UnwrapCodeFixProvider>(
        Head +
        """
        static class C
        {
            public static Result<string, string> M()
            {
                var n = {|RVG1005:Store.Load().Unwrap()|};
                int m = {|RVG1005:Store.Load().Unwrap()|};
                Console.WriteLine({|RVG1005:Store.Load().Unwrap()|} + n + m);
                return Result.Ok({|RVG1005:Store.Load().Unwrap()|}.ToString());
            }
        }
        """ + Store,
        Head +
        """
        static class C
        {
            public static Result<string, string> M()
            {
                if (!Store.Load().TryPropagate(out var n, out var error)) return error;
                if (!Store.Load().TryPropagate(out int m, out var error2)) return error2;
                if (!Store.Load().TryPropagate(out var value3, out var error3)) return error3;
                Console.WriteLine(value3 + n + m);
                if (!Store.Load().TryPropagate(out var value4, out var error4)) return error4;
                return Result.Ok(value4.ToString());
            }
        }
        """ + Store,
        UnwrapCodeFixProvider.PropagateKey,
        iterations: 4,
        fixAllIterations: 2);

    [Fact]
    public Task An_error_that_cannot_be_returned_stays() => Verify.NoFix<UnwrapCodeFixProvider>(
        Head +
        """
        static class C
        {
            public static int M() => {|RVG1005:Store.Load().Unwrap()|};
            public static void N() { Console.WriteLine({|RVG1005:Store.Load().Unwrap()|}); }
        }
        """ + Store);

    [Fact]
    public Task TryPropagate_tests_and_returns() => Verify.Fix<HandPropagationCodeFixProvider>(
        Head +
        """
        static class C
        {
            static Result<string, string> M()
            {
                if ({|RVG1006:!Store.Load().TryGet(out var n, out var why)|}) return Result.Err(why); // first
                var loaded = Store.Load();
                if ({|RVG1006:loaded.IsErr|}) return Result.Err(loaded.UnwrapErr());
                var m = loaded.Unwrap();
                return Result.Ok(n + "" + m);
            }

            static Result<int, string> Same()
            {
                var loaded = Store.Load();
                if ({|RVG1006:!loaded.IsOk|})
                {
                    return loaded;
                }

                return Result.Ok(1);
            }
        }
        """ + Store,
        Head +
        """
        static class C
        {
            static Result<string, string> M()
            {
                if (!Store.Load().TryPropagate(out var n, out var why)) return why; // first
                var loaded = Store.Load();
                if (!loaded.TryPropagate(out var m, out var error)) return error;
                return Result.Ok(n + "" + m);
            }

            static Result<int, string> Same()
            {
                var loaded = Store.Load();
                if (!loaded.TryPropagate(out _, out var error))
                {
                    return error;
                }

                return Result.Ok(1);
            }
        }
        """ + Store,
        HandPropagationCodeFixProvider.PropagateKey,
        iterations: 3);
}
