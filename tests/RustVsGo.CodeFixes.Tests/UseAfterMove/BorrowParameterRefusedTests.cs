namespace RustVsGo.CodeFixes.Tests;

/// <summary>Callees that need the value itself, or whose signature is not theirs alone.</summary>
public sealed class BorrowParameterRefusedTests
{
    [Theory]
    [InlineData("static Config Callee([Owned] Config config) => config;")]
    [InlineData("static void Callee([Owned] Config config) => Sink.Kept = config;")]
    [InlineData("static void Callee([Owned] Config config) => Sink.Take(config);")]
    [InlineData("static void Callee([Owned] Config config) => Sink.Take(config.Next!);")]
    [InlineData("static void Callee([Owned] Config config) { var other = config; Sink.Take(other); }")]
    [InlineData("static void Callee([Owned] Config config) { config = new Config(); }")]
    [InlineData("static void Callee([Owned] Config config) { config.Finish(); }")]
    [InlineData("static void Callee([Owned] Config config) { var pair = (config, 1); }")]
    [InlineData("static void Callee([Owned] Config config) { var list = new System.Collections.Generic.List<Config> { config }; }")]
    [InlineData("static void Callee([Owned] Config config) { var list = new System.Collections.Generic.List<Config>(); list.Add(config); }")]
    [InlineData("static void Callee([Owned] Config config) { var all = new[] { config }; }")]
    [InlineData("static void Callee([Owned] Config config) { Action later = () => Console.WriteLine(config.Host); }")]
    [InlineData("static Func<int> Callee([Owned] Config config) => () => config.Port;")]
    [InlineData("static void Callee([Owned] Config config) { _ = Local(); int Local() { Sink.Take(config); return 0; } }")]
    [InlineData("static void Callee([Owned] Config config) { if (config is { } other) Sink.Take(other); }")]
    [InlineData("static void Callee([Owned] Config config) { var box = new Tuple<object>(config); }")]
    [InlineData("static async void Callee([Owned] Config config) { await Task.Yield(); Console.WriteLine(config.Host); }")]
    [InlineData("static async Task Callee([Owned] Config config) { await Task.Yield(); Console.WriteLine(config.Host); }")]
    [InlineData("static System.Collections.Generic.IEnumerable<int> Callee([Owned] Config config) { yield return config.Port; }")]
    [InlineData("static void Callee([Owned(Unless = nameof(not))] Config config, bool not = false) => Console.WriteLine(config.Host);")]
    [InlineData("[return: {|RVG0106:{|RVG3002:Borrowed|}|}] static string Callee([Owned] Config config) => config.Host;")]
    public Task What_the_callee_needs_itself_is_not_borrowed(string callee) => Mended.NotByBorrowing(
        $$"""
        static class C
        {
            {{callee}}

            static int M(Config config)
            {
                Callee(config);
                return {|RVG0382:config.Port|};
            }
        }
        """);

    [Fact]
    public Task What_the_callee_drops_is_not_borrowed() => Mended.NotByBorrowing(
        """
        static class C
        {
            static void Explicitly([Owned] System.IO.Stream stream) => stream.Dispose();
            static void AtTheEnd([Owned] System.IO.Stream stream) { using (stream) stream.Flush(); }
            static void WithAReader([Owned] System.IO.Stream stream) { using var reader = new System.IO.StreamReader(stream); }

            static void M([Owned] System.IO.Stream a, [Owned] System.IO.Stream b, [Owned] System.IO.Stream c)
            {
                Explicitly(a);
                {|RVG0382:a|}.Flush();
                AtTheEnd(b);
                {|RVG0382:b|}.Flush();
                WithAReader(c);
                {|RVG0382:c|}.Flush();
            }
        }
        """);

    [Fact]
    public Task A_callee_without_source_is_not_changed() => Mended.NotByBorrowing(
        """
        static class C
        {
            static int M(Config config)
            {
                Own.Replace(ref Sink.Kept, config);
                return {|RVG0382:config.Port|};
            }
        }
        """);

    [Fact]
    public Task A_family_with_a_member_that_keeps_the_value_is_not_changed() => Mended.NotByBorrowing(
        """
        interface IPrinter { void Print([Owned] Config config); }
        class Implicit : IPrinter { public void Print([Owned] Config config) => Console.WriteLine(config.Host); }
        class Explicit : IPrinter { void IPrinter.Print([Owned] Config config) => Sink.Kept = config; }
        abstract class Abstract { public abstract void Print([Owned] Config config); }
        class Override : Abstract { public override void Print([Owned] Config config) => Console.WriteLine(config.Host); }
        class Keeper : Abstract { public override void Print([Owned] Config config) => Sink.Kept = config; }

        static class C
        {
            static int M(Config a, Config b, Config c, Config d)
            {
                new Implicit().Print(a);
                ((IPrinter)new Explicit()).Print(b);
                ((Abstract)new Override()).Print(c);
                new Override().Print(d);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + {|RVG0382:c.Port|} + {|RVG0382:d.Port|};
            }
        }
        """);

    [Fact]
    public Task A_delegate_is_no_callee_in_source() => Mended.NotByBorrowing(
        """
        delegate void Taker([Owned] Config config);

        static class C
        {
            static int M(Config config, Taker take)
            {
                take(config);
                return {|RVG0382:config.Port|};
            }
        }
        """);

    [Fact]
    public Task The_parameter_of_a_primary_constructor_is_not_changed() => Mended.NotByBorrowing(
        """
        class Server([Owned] Config config)
        {
            public int Port { get; } = config.Port;

            static int M(Config config)
            {
                var server = new Server(config);
                return server.Port + {|RVG0382:config.Port|};
            }
        }
        """);

    [Fact]
    public Task A_struct_that_is_mutated_is_not_borrowed_by_value() => Mended.NotByBorrowing(
        """
        [Owned]
        struct Handle { public int Value; }

        static class C
        {
            static void Close([Owned] Handle handle) => handle.Value = 0;

            static int M(Handle handle)
            {
                Close(handle);
                return {|RVG0382:handle.Value|};
            }
        }
        """);

    [Fact]
    public Task A_consuming_receiver_has_no_parameter_to_borrow() => Mended.NotByBorrowing(
        """
        static class C
        {
            static int M(Config config)
            {
                config.Finish();
                return {|RVG0382:config.Port|};
            }
        }
        """);
}
