namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1001: a result that must be used is dropped.</summary>
public sealed class DroppedResultTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using RustVsGo;

        """;

    private const string Store =
        """


        public class Store
        {
            public Result<int, string> Save() => Result.Ok(1);
            public async Task<Result<int, string>> SaveAsync() { await Task.Yield(); return Result.Ok(1); }
            public async ValueTask<Result<int>> SaveQuicklyAsync() { await Task.Yield(); return Result.Ok(1); }
            [MustUse("it tells whether there was room")] public bool Add(int n) => n > 0;
            [return: MustUse("it tells whether there was room")] public bool Put(int n) => n > 0;
            [MustUse("it tells whether there was room")] public async Task<bool> AddAsync(int n) { await Task.Yield(); return n > 0; }
            [MustUse("nobody would wait for it")] public Task Flush() => Task.CompletedTask;
            public bool Has(int n) => n > 0;
        }
        """;

    [Fact]
    public Task A_dropped_result_is_reported_and_a_used_one_is_not() => Check(
        """
        static class C
        {
            static Result<int, string> M(Store store)
            {
                {|RVG1001:store.Save()|};
                _ = store.Save();
                var saved = store.Save();
                if (store.Save().IsOk) store.Has(1);
                store.Has(2);
                store.Save().TryGet(out var n);
                return store.Save();
            }
        }
        """);

    [Fact]
    public Task A_method_whose_result_must_be_used_is_reported() => Check(
        """
        static class C
        {
            static void M(Store store)
            {
                {|RVG1001:store.Add(1)|};
                {|RVG1001:store?.Put(1)|};
                for (var i = 0; i < 3; {|RVG1001:store.Add(i)|}, i++) { }
                for ({|RVG1001:store.Add(0)|}; store.Add(1); _ = store.Add(2)) { }
                _ = store.Add(1);
                if (store.Put(1)) return;
            }
        }
        """);

    [Fact]
    public Task An_awaited_result_that_is_dropped_is_reported() => Check(
        """
        static class C
        {
            static async Task M(Store store)
            {
                {|RVG1001:await store.SaveAsync()|};
                {|RVG1001:await store.SaveAsync().ConfigureAwait(false)|};
                {|RVG1001:await store.SaveQuicklyAsync()|};
                {|RVG1001:await store.AddAsync(1)|};
                {|RVG1001:await store.AddAsync(1).ConfigureAwait(false)|};
                var task = store.SaveAsync();
                {|RVG1001:await task|};
                _ = await store.SaveAsync();
                if (await store.AddAsync(2)) await store.Flush();
            }
        }
        """);

    [Fact]
    public Task A_task_of_a_result_that_is_dropped_is_reported() => Check(
        """
        static class C
        {
            static void M(Store store)
            {
                {|RVG1001:store.SaveAsync()|};
                {|RVG1001:store.AddAsync(1)|};
                {|RVG1001:store.Flush()|};
                _ = store.SaveAsync();
            }
        }
        """);

    [Fact]
    public Task What_a_function_without_a_result_computes_is_dropped() => Check(
        """
        static class C
        {
            static void Each(Store store) => {|RVG1001:store.Save()|};
            static Result<int, string> One(Store store) => store.Save();
            static async Task Later(Store store) => {|RVG1001:await store.SaveAsync()|};
            static async Task<Result<int, string>> Then(Store store) => await store.SaveAsync();

            static void M(Store store, List<Store> all)
            {
                Action dropping = () => {|RVG1001:store.Save()|};
                Func<Result<int, string>> giving = () => store.Save();
                Func<Task> awaiting = async () => {|RVG1001:await store.SaveAsync()|};
                all.ForEach(x => {|RVG1001:x.Save()|});
                all.ForEach(x => _ = x.Save());
                void Local() => {|RVG1001:store.Save()|};
                Result<int, string> Other() => store.Save();
                Local();
                Console.WriteLine(Other().IsOk);
            }
        }
        """);

    [Fact]
    public Task A_type_whose_values_must_be_used_is_reported_wherever_one_is_dropped() => Check(
        """
        [MustUse("it ends what it began")]
        public class Token { public Token Next() => this; }

        public sealed class Special : Token { }

        [MustUse("it has to be committed")]
        public interface ITransaction { }

        public sealed class Transaction : ITransaction { }

        static class C
        {
            static (int, Token) Pair() => (1, new Special());
            static Token? Maybe() => null;
            static int Count(Token token) => 1;

            static void M(Token token)
            {
                {|RVG1001:new Token()|};
                {|RVG1001:new Special()|};
                {|RVG1001:new Transaction()|};
                {|RVG1001:token.Next()|};
                {|RVG1001:Pair()|};
                {|RVG1001:Maybe()|};
                Count(token);
                _ = Pair();
            }
        }
        """);

    [Fact]
    public Task Overrides_and_implementations_have_what_their_base_says() => Check(
        """
        public interface IQueue
        {
            [MustUse("it tells whether there was room")] bool TryPut(int n);
        }

        public abstract class Base
        {
            [MustUse("it is the only way to end it")] public abstract IDisposable Begin();
        }

        public sealed class Queue : Base, IQueue
        {
            public bool TryPut(int n) => n > 0;
            public override IDisposable Begin() => null!;
        }

        static class C
        {
            static void M(Queue queue)
            {
                {|RVG1001:queue.TryPut(1)|};
                {|RVG1001:queue.Begin()|};
                using (queue.Begin()) _ = queue.TryPut(2);
            }
        }
        """);

    [Fact]
    public Task An_extension_method_is_told_as_any_other() => Check(
        """
        static class Extensions
        {
            [MustUse("it is another number")] public static int Doubled(this int n) => 2 * n;
            public static int Printed(this int n) => n;
        }

        static class C
        {
            static void M(int n)
            {
                {|RVG1001:n.Doubled()|};
                {|RVG1001:Extensions.Doubled(n)|};
                n.Printed();
            }
        }
        """);

    [Fact]
    public Task The_result_of_JetBrains_attribute_must_be_used() => Check(
        """
        namespace JetBrains.Annotations
        {
            [AttributeUsage(AttributeTargets.All)]
            public sealed class MustUseReturnValueAttribute : Attribute
            {
                public MustUseReturnValueAttribute() { }
                public MustUseReturnValueAttribute(string justification) { }
                public bool IsFluentBuilderMethod { get; set; }
            }
        }

        namespace Demo
        {
            using JetBrains.Annotations;

            public class Builder
            {
                [MustUseReturnValue("nothing is built without it")] public string Build() => "";
                [MustUseReturnValue] public bool TryBuild() => true;
                [MustUseReturnValue(IsFluentBuilderMethod = true)] public Builder With(int n) => this;
            }

            static class C
            {
                static Builder Create() => new Builder();

                static void M(Builder builder)
                {
                    {|RVG1001:builder.Build()|};
                    {|RVG1001:builder.TryBuild()|};
                    builder.With(1).With(2);
                    {|RVG1001:new Builder().With(1)|};
                    _ = builder.Build();
                }
            }
        }
        """);

    [Fact]
    public Task A_contract_file_says_what_must_be_used() => Verify.OwnershipWith<SharingAnalyzer>(
        """
        M:Outer.Send(System.String) ; return: [MustUse("it tells whether it arrived")]
        T:Ticket ; type: [MustUse("it has to be checked")]
        """,
        """
        public class Outer { public int Send(string s) => s.Length; public int Post(string s) => s.Length; public Ticket Draw() => new Ticket(); }
        public class Ticket { }
        static class C
        {
            static void M(Outer outer)
            {
                {|RVG1001:outer.Send("a")|};
                {|RVG1001:outer.Draw()|};
                outer.Post("a");
                _ = outer.Send("b");
            }
        }
        """);

    [Fact]
    public Task A_value_that_never_changes_is_not_changed() => Verify.Catalog<SharingAnalyzer>(
        """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;

        static class C
        {
            static string M(string text, DateTime time, ImmutableList<int> items, IImmutableSet<int> set, List<int> list, StringBuilder builder, object gate)
            {
                {|RVG1001:text.Trim()|};
                {|RVG1001:text.Trim().ToLower()|};
                {|RVG1001:text.Replace("a", "b")|};
                {|RVG1001:time.AddDays(1)|};
                {|RVG1001:items.Add(1)|};
                {|RVG1001:set.Remove(1)|};
                {|RVG1001:list.Where(x => x > 1)|};
                {|RVG1001:Path.Combine("a", "b")|};
                {|RVG1001:Monitor.TryEnter(gate)|};
                builder.Append("a").Replace("a", "b");
                list.Add(1);
                list.Remove(1);
                list.ToList();
                text = text.Trim();
                return list.Select(x => x + 1).First() + text;
            }
        }
        """);

    [Fact]
    public Task A_call_that_is_made_for_its_exception_drops_nothing() => Verify.Catalog<SharingAnalyzer>(
        """
        using System;

        static class C
        {
            static void Throws(Action action) => action();

            static bool M(string text)
            {
                Throws(() => text.Substring(9));
                Throws(() => { text.Substring(9); });
                try
                {
                    text.Substring(3);
                    return true;
                }
                catch (ArgumentOutOfRangeException)
                {
                    return false;
                }
            }
        }
        """);

    [Fact]
    public Task Without_the_catalog_nothing_is_known_of_the_base_library() => Verify.Catalog<SharingAnalyzer>(
        """static class C { static void M(string text) { text.Trim(); } }""", "rustvsgo.catalog = off");

    [Fact]
    public Task The_message_says_why() => Verify.Ownership(
        Prelude +
        """
        static class C
        {
            static void M(Store store)
            {
                {|#0:store.Save()|};
                {|#1:store.Add(1)|};
                {|#2:"a".Trim()|};
            }
        }
        """ + Store,
        Verify.Warning("RVG1001").WithLocation(0).WithMessage("A value of type 'Result<int, string>' is dropped, but it tells whether the operation succeeded"),
        Verify.Warning("RVG1001").WithLocation(1).WithMessage("The result of 'Store.Add' is dropped, but it tells whether there was room"),
        Verify.Warning("RVG1001").WithLocation(2).WithMessage("The result of 'string.Trim' is dropped, but the string stays as it is (as the catalog says)"));

    private static Task Check(string program) => Verify.Ownership("#nullable enable\n" + Prelude + program + Store);
}
