namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1006: an error is tested and returned by hand.</summary>
public sealed class HandPropagationTests
{
    private const string Prelude =
        """
        using System;
        using System.Threading.Tasks;
        using RustVsGo;

        public static class Store
        {
            public static Result<int, string> Load() => Result.Ok(1);
        }

        """;

    [Fact]
    public Task An_error_that_is_taken_out_and_returned_is_reported() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static Result<string, string> M()
            {
                if ({|RVG1006:!Store.Load().TryGet(out var n, out var error)|}) return Result.Err(error);
                if ({|RVG1006:!Store.Load().TryGet(out int m, out string other)|})
                {
                    return Result.Err(other);
                }

                return Result.Ok(n + "" + m);
            }

            static async Task<Result<string, string>> Later()
            {
                await Task.Yield();
                if ({|RVG1006:!Store.Load().TryGet(out var n, out var error)|}) return Result.Err(error);
                return Result.Ok(n.ToString());
            }
        }
        """);

    [Fact]
    public Task A_result_that_is_tested_and_returned_is_reported_once() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static Result<int, string> Same()
            {
                var loaded = Store.Load();
                if ({|RVG1006:loaded.IsErr|}) return loaded;
                return Result.Ok(loaded.Unwrap() + 1);
            }

            static Result<string, string> Other()
            {
                var loaded = Store.Load();
                if ({|RVG1006:!loaded.IsOk|})
                    return Result.Err(loaded.UnwrapErr());
                var n = loaded.Unwrap();
                return Result.Ok(n.ToString());
            }
        }
        """);

    [Fact]
    public Task What_does_more_than_hand_the_error_on_is_accepted() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static Result<string, string> M()
            {
                if (!Store.Load().TryPropagate(out var n, out var error)) return error;
                if (!Store.Load().TryGet(out var m, out var why)) return Result.Err("cannot load: " + why);
                if (!Store.Load().TryGet(out var k, out var because))
                {
                    Console.WriteLine(because);
                    return Result.Err(because);
                }

                if (!Store.Load().TryGet(out var l)) return Result.Err("nothing");
                var loaded = Store.Load();
                if (loaded.IsOk) return Result.Ok("ok");
                return Result.Ok(n + "" + m + k + l);
            }

            static Result<int, string> Else()
            {
                var loaded = Store.Load();
                if (loaded.IsErr) return loaded; else return Result.Ok(1);
            }
        }
        """);

    [Fact]
    public Task The_message_names_the_result() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static Result<int, string> M()
            {
                var loaded = Store.Load();
                if ({|#0:loaded.IsErr|}) return {|#1:loaded|};
                return Result.Ok(1);
            }
        }
        """,
        Verify.Warning("RVG1006").WithLocation(0).WithLocation(1).WithMessage("The error of 'loaded' is tested and returned by hand: 'TryPropagate' says it"));
}
