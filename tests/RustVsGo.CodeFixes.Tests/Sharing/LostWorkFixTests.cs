using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes.Tests.Sharing;

/// <summary>The fixes of RVG1007: wait, give a token, let go on purpose.</summary>
public sealed class LostWorkFixTests
{
    private const string Head =
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using RustVsGo;


        """;

    [Fact]
    public Task Work_is_waited_for_at_the_end_of_its_block() => Verify.Fix<LostWorkCodeFixProvider>(
        Head +
        """
        static class C
        {
            static int M()
            {
                Task.{|RVG1007:Run|}(() => Console.WriteLine()); // first
                Console.WriteLine("meanwhile");
                return 1;
            }

            static async Task Unread()
            {
                var task = Task.{|RVG1007:Run|}(() => Console.WriteLine());
                await Task.Yield();
            }

            static void Handle()
            {
                var handle = Spawn.{|RVG1007:Run|}(() => 1);
                Console.WriteLine("meanwhile");
            }
        }
        """,
        Head +
        """
        static class C
        {
            static int M()
            {
                var task = Task.Run(() => Console.WriteLine()); // first
                Console.WriteLine("meanwhile");
                task.GetAwaiter().GetResult();
                return 1;
            }

            static async Task Unread()
            {
                var task = Task.Run(() => Console.WriteLine());
                await Task.Yield();
                await task;
            }

            static void Handle()
            {
                var handle = Spawn.Run(() => 1);
                Console.WriteLine("meanwhile");
                _ = handle.Join();
            }
        }
        """,
        LostWorkCodeFixProvider.JoinKey,
        iterations: 3);

    [Fact]
    public Task A_token_that_is_at_hand_ends_the_work() => Verify.Fix<LostWorkCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void M(CancellationToken token)
            {
                Task.{|RVG1007:Run|}(() => Console.WriteLine());
                _ = Task.{|RVG1007:Run|}(() => { while (true) { Console.WriteLine(); Thread.Sleep(10); } });
                _ = Task.{|RVG1007:Run|}(() => { for (;;) { Console.WriteLine(); Thread.Sleep(10); } });
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void M(CancellationToken token)
            {
                Task.Run(() => Console.WriteLine(), token);
                _ = Task.Run(() => { while (!token.IsCancellationRequested) { Console.WriteLine(); Thread.Sleep(10); } });
                _ = Task.Run(() => { for (; !token.IsCancellationRequested;) { Console.WriteLine(); Thread.Sleep(10); } });
            }
        }
        """,
        LostWorkCodeFixProvider.TokenKey,
        iterations: 3);

    [Fact]
    public Task Work_is_let_go_on_purpose() => Verify.Fix<LostWorkCodeFixProvider>(
        Head + "static class C { static void M() { Task.{|RVG1007:Run|}(() => Console.WriteLine()); } }",
        Head + "static class C { static void M() { _ = Task.Run(() => Console.WriteLine()); } }",
        LostWorkCodeFixProvider.DiscardKey,
        isAlone: true);

    [Fact]
    public async Task Many_at_once_are_let_go_where_nothing_else_mends_them()
    {
        using var project = new Everywhere.FamilyProject(
            "namespace App;\n\npublic static class Work\n{\n    public static void M()\n    {\n        Task.Run(() => Console.Error.Write(1));\n    }\n}\n", "RVG1007");
        Assert.Single(await project.Reports());

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            Assert.Null(await project.FixedAll("RVG1007", LostWorkCodeFixProvider.DiscardKey, scope));
        Assert.NotNull(await project.FixedAll("RVG1007", LostWorkCodeFixProvider.JoinKey, FixAllScope.Document));
    }

    [Fact]
    public Task What_never_ends_is_neither_waited_for_nor_let_go() => Verify.NoFix<LostWorkCodeFixProvider>(
        Head + "static class C { static void M() { Task.{|RVG1007:Run|}(() => { while (true) Thread.Sleep(1); }); } }");
}
