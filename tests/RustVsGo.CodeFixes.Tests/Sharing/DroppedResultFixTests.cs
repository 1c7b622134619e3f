namespace RustVsGo.CodeFixes.Tests.Sharing;

/// <summary>The fixes of RVG1001: propagate, assign, drop on purpose.</summary>
public sealed class DroppedResultFixTests
{
    private const string Head =
        """
        #nullable enable
        using System;
        using System.Threading.Tasks;
        using RustVsGo;


        """;

    private const string Store =
        """


        public class Store
        {
            public Result<int, string> Save() => Result.Ok(1);
            public Result<int> Load() => Result.Ok(1);
            public async Task<Result<int, string>> SaveAsync() { await Task.Yield(); return Result.Ok(1); }
            [MustUse("it tells whether there was room")] public bool Add(int n) => n > 0;
        }
        """;

    [Fact]
    public Task A_dropped_error_is_returned() => Propagate(
        """
        static class C
        {
            static Result<string, string> M(Store store, bool twice)
            {
                {|RVG1001:store.Save()|}; // once
                if (twice)
                    {|RVG1001:store.Save()|};
                else
                    Console.WriteLine();
                return Result.Ok("saved");
            }

            static Result<string> Load(Store store)
            {
                {|RVG1001:store.Load()|};
                return Result.Ok("loaded");
            }
        }
        """,
        """
        static class C
        {
            static Result<string, string> M(Store store, bool twice)
            {
                if (!store.Save().TryPropagate(out _, out var error)) return error; // once
                if (twice)
                    { if (!store.Save().TryPropagate(out _, out var error2)) return error2; }
                else
                    Console.WriteLine();
                return Result.Ok("saved");
            }

            static Result<string> Load(Store store)
            {
                if (!store.Load().TryPropagate(out _, out var error)) return error;
                return Result.Ok("loaded");
            }
        }
        """,
        iterations: 3);

    [Fact]
    public Task A_dropped_error_is_awaited_and_returned() => Propagate(
        """
        static class C
        {
            static async Task<Result<string, string>> M(Store store)
            {
                {|RVG1001:await store.SaveAsync()|};
                {|RVG1001:store.SaveAsync()|};
                return Result.Ok("saved");
            }
        }
        """,
        """
        static class C
        {
            static async Task<Result<string, string>> M(Store store)
            {
                if (!(await store.SaveAsync()).TryPropagate(out _, out var error)) return error;
                if (!(await store.SaveAsync()).TryPropagate(out _, out var error2)) return error2;
                return Result.Ok("saved");
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task An_error_that_the_caller_cannot_get_is_not_returned() => Verify.NoFix<DroppedResultCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Nothing(Store store) { {|RVG1001:store.Save()|}; }
            static Result<int, int> Other(Store store) { {|RVG1001:store.Save()|}; return Result.Ok(1); }
            static Result<int, string> Bool(Store store) { {|RVG1001:store.Add(1)|}; return Result.Ok(1); }
            static void Arrow(Store store) => {|RVG1001:store.Save()|};
        }
        """ + Store,
        DroppedResultCodeFixProvider.PropagateKey);

    [Fact]
    public Task A_changed_copy_is_assigned() => Verify.Fix<DroppedResultCodeFixProvider>(
        Head +
        """
        class C
        {
            private DateTime _time;

            string M(string text)
            {
                {|RVG1001:text.Trim().ToLower()|};
                {|RVG1001:_time.AddDays(1)|};
                return text;
            }
        }
        """,
        Head +
        """
        class C
        {
            private DateTime _time;

            string M(string text)
            {
                text = text.Trim().ToLower();
                _time = _time.AddDays(1);
                return text;
            }
        }
        """,
        DroppedResultCodeFixProvider.AssignKey,
        iterations: 2);

    [Fact]
    public Task What_is_not_of_the_same_type_or_not_assignable_is_not_assigned() => Verify.NoFix<DroppedResultCodeFixProvider>(
        Head +
        """
        class C
        {
            private readonly string _name = "a";

            void M(string text)
            {
                {|RVG1001:text.Split(',')|};
                {|RVG1001:"a".Trim()|};
                {|RVG1001:_name.Trim()|};
            }
        }
        """,
        DroppedResultCodeFixProvider.AssignKey);

    [Fact]
    public Task A_result_is_dropped_on_purpose() => Verify.Fix<DroppedResultCodeFixProvider>(
        Head +
        """
        static class C
        {
            static async Task M(Store store)
            {
                {|RVG1001:store.Add(1)|};
                {|RVG1001:await store.SaveAsync()|};
                Action action = () => {|RVG1001:store.Add(2)|};
                action();
            }

            static void Arrow(Store store) => {|RVG1001:store.Save()|};
        }
        """ + Store,
        Head +
        """
        static class C
        {
            static async Task M(Store store)
            {
                _ = store.Add(1);
                _ = await store.SaveAsync();
                Action action = () => _ = store.Add(2);
                action();
            }

            static void Arrow(Store store) => _ = store.Save();
        }
        """ + Store,
        DroppedResultCodeFixProvider.DiscardKey,
        iterations: 4);

    [Fact]
    public Task To_propagate_is_the_first_choice_and_to_drop_the_last() => Verify.Fix<DroppedResultCodeFixProvider>(
        Head + "static class C { static Result<int, string> M(Store store) { {|RVG1001:store.Save()|}; return Result.Ok(1); } }" + Store,
        Head + "static class C { static Result<int, string> M(Store store) { if (!store.Save().TryPropagate(out _, out var error)) return error; return Result.Ok(1); } }" + Store,
        index: 0);

    private static Task Propagate(string before, string after, int iterations) =>
        Verify.Fix<DroppedResultCodeFixProvider>(Head + before + Store, Head + after + Store, DroppedResultCodeFixProvider.PropagateKey, iterations: iterations);
}
