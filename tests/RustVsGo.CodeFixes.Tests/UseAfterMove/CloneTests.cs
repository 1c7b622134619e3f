namespace RustVsGo.CodeFixes.Tests;

/// <summary>What is moved, and how.</summary>
public sealed class CloneTests
{
    [Fact]
    public Task Clones_an_argument_at_the_move() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config)
            {
                Sink.Take(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                Sink.Take(config.Clone());
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_what_is_assigned_to_another_variable() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config a)
            {
                var b = a;
                Sink.Take(b);
                return {|RVG0382:a.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config a)
            {
                var b = a.Clone();
                Sink.Take(b);
                return a.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_what_is_stored_in_a_field() => Mended.ByCloning(
        """
        class Server
        {
            private Config _config = new();

            public int Use(Config config)
            {
                _config = config;
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        class Server
        {
            private Config _config = new();

            public int Use(Config config)
            {
                _config = config.Clone();
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_what_an_object_initializer_stores() => Mended.ByCloning(
        """
        class Server
        {
            public Config? Config { get; set; }

            public static int Start(Config config, out Server server)
            {
                server = new Server { Config = config };
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        class Server
        {
            public Config? Config { get; set; }

            public static int Start(Config config, out Server server)
            {
                server = new Server { Config = config.Clone() };
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_the_receiver_of_a_consuming_call() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config)
            {
                config.Finish();
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                config.Clone().Finish();
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_the_receiver_of_a_conditional_call_behind_its_question_mark() => Mended.ByCloning(
        """
        static class C
        {
            static bool M(Config? config)
            {
                config?.Finish();
                return {|RVG0382:config|} == null;
            }
        }
        """,
        """
        static class C
        {
            static bool M(Config? config)
            {
                config?.Clone().Finish();
                return config == null;
            }
        }
        """);

    [Fact]
    public Task Clones_a_part_that_was_moved_out_of_its_owner() => Mended.ByCloning(
        """
        class Pair { public Config A = new(); public Config B = new(); }

        static class C
        {
            static int M()
            {
                var pair = (new Config(), new Config());
                Sink.Take(pair.Item1);
                return {|RVG0382:pair.Item1.Port|};
            }
        }
        """,
        """
        class Pair { public Config A = new(); public Config B = new(); }

        static class C
        {
            static int M()
            {
                var pair = (new Config(), new Config());
                Sink.Take(pair.Item1.Clone());
                return pair.Item1.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_only_what_is_not_null() => Mended.ByCloning(
        """
        static class C
        {
            static void Keep([Owned] Config? config) => Sink.Kept = config;

            static bool M(Config? config)
            {
                Keep(config);
                return {|RVG0382:config|} == null;
            }
        }
        """,
        """
        static class C
        {
            static void Keep([Owned] Config? config) => Sink.Kept = config;

            static bool M(Config? config)
            {
                Keep(config?.Clone());
                return config == null;
            }
        }
        """);

    [Fact]
    public Task Clones_left_of_a_null_coalescing_operator_only_what_is_not_null() => Mended.ByCloning(
        """
        static class C
        {
            static bool M(Config? config)
            {
                Sink.Take(config ?? new Config());
                return {|RVG0382:config|} == null;
            }
        }
        """,
        """
        static class C
        {
            static bool M(Config? config)
            {
                Sink.Take(config?.Clone() ?? new Config());
                return config == null;
            }
        }
        """);

    [Fact]
    public Task Clones_the_branch_that_is_moved() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config a, bool choose)
            {
                Sink.Take(choose ? a : new Config());
                return {|RVG0382:a.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config a, bool choose)
            {
                Sink.Take(choose ? a.Clone() : new Config());
                return a.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_behind_a_null_forgiving_operator() => Mended.ByCloning(
        """
        static class C
        {
            static bool M(Config? config)
            {
                Sink.Take(config!);
                return {|RVG0382:config|} == null;
            }
        }
        """,
        """
        static class C
        {
            static bool M(Config? config)
            {
                Sink.Take(config!.Clone());
                return config == null;
            }
        }
        """);

    [Fact]
    public Task Clones_and_keeps_the_name_of_a_tuple_element() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config)
            {
                var pair = (config, 1);
                Sink.Take(pair.config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                var pair = (config: config.Clone(), 1);
                Sink.Take(pair.config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task What_was_dropped_is_not_cloned() => Mended.NotByCloning(
        """
        [Owned]
        sealed class Connection : IDisposable { public int Port; public Connection Clone() => new(); public void Dispose() { } }

        static class C
        {
            static int M(Connection connection)
            {
                connection.Dispose();
                return {|RVG0382:connection.Port|};
            }
        }
        """);

    [Fact]
    public Task Clones_and_keeps_the_name_of_a_member_of_an_anonymous_object() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config)
            {
                var boxed = new { config, Name = "" };
                return {|RVG0382:config.Port|} + boxed.config.Port;
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                var boxed = new { config = config.Clone(), Name = "" };
                return config.Port + boxed.config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_what_a_setter_takes() => Mended.ByCloning(
        """
        class Server
        {
            private Config? _config;

            public Config? Config { get => _config; set => _config = value; }

            public int Use(Config config)
            {
                Config = config;
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        class Server
        {
            private Config? _config;

            public Config? Config { get => _config; set => _config = value; }

            public int Use(Config config)
            {
                Config = config.Clone();
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_what_a_constructor_passes_on() => Mended.ByCloning(
        """
        class Server
        {
            private readonly Config _config;

            public Server(Config config) => _config = config;

            public Server(Config config, string name) : this(config) => Console.WriteLine(name + {|RVG0382:config.Port|});
        }
        """,
        """
        class Server
        {
            private readonly Config _config;

            public Server(Config config) => _config = config;

            public Server(Config config, string name) : this(config.Clone()) => Console.WriteLine(name + config.Port);
        }
        """);
}
