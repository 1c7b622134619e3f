namespace RustVsGo.CodeFixes.Tests;

/// <summary>The same fix in every kind of code.</summary>
public sealed class ClonePlacesTests
{
    [Fact]
    public Task Clones_in_a_loop() => Mended.ByCloning(
        """
        static class C
        {
            static void M(Config config)
            {
                for (var i = 0; i < 3; i++)
                {
                    Sink.Take({|RVG0382:config|});
                }
            }
        }
        """,
        """
        static class C
        {
            static void M(Config config)
            {
                for (var i = 0; i < 3; i++)
                {
                    Sink.Take(config.Clone());
                }
            }
        }
        """);

    [Fact]
    public Task Clones_in_an_expression_body() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config) => Sink.TakePort(config) + {|RVG0382:config.Port|};
        }
        """,
        """
        static class C
        {
            static int M(Config config) => Sink.TakePort(config.Clone()) + config.Port;
        }
        """);

    [Fact]
    public Task Clones_in_a_property() => Mended.ByCloning(
        """
        class C
        {
            public int Port
            {
                get
                {
                    var config = new Config();
                    Sink.Take(config);
                    return {|RVG0382:config.Port|};
                }
            }
        }
        """,
        """
        class C
        {
            public int Port
            {
                get
                {
                    var config = new Config();
                    Sink.Take(config.Clone());
                    return config.Port;
                }
            }
        }
        """);

    [Fact]
    public Task Clones_in_a_lambda() => Mended.ByCloning(
        """
        class C
        {
            public Func<int> Port = () =>
            {
                var config = new Config();
                Sink.Take(config);
                return {|RVG0382:config.Port|};
            };
        }
        """,
        """
        class C
        {
            public Func<int> Port = () =>
            {
                var config = new Config();
                Sink.Take(config.Clone());
                return config.Port;
            };
        }
        """);

    [Fact]
    public Task Clones_in_async_code() => Mended.ByCloning(
        """
        static class C
        {
            static async Task Send([Owned] Config config)
            {
                await Task.Yield();
                Sink.Take(config);
            }

            static async Task<int> M(Config config)
            {
                await Send(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static async Task Send([Owned] Config config)
            {
                await Task.Yield();
                Sink.Take(config);
            }

            static async Task<int> M(Config config)
            {
                await Send(config.Clone());
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Clones_in_top_level_statements() => Mended.ByCloning(
        """
        var config = new Config();
        Sink.Take(config);
        Console.WriteLine({|RVG0382:config.Port|});
        """,
        """
        var config = new Config();
        Sink.Take(config.Clone());
        Console.WriteLine(config.Port);
        """);

    [Fact]
    public Task Clones_what_is_returned_before_a_finally_uses_it() => Mended.ByCloning(
        """
        static class C
        {
            static Config M(Config config)
            {
                try
                {
                    return config;
                }
                finally
                {
                    Console.WriteLine({|RVG0382:config.Port|});
                }
            }
        }
        """,
        """
        static class C
        {
            static Config M(Config config)
            {
                try
                {
                    return config.Clone();
                }
                finally
                {
                    Console.WriteLine(config.Port);
                }
            }
        }
        """);

    [Fact]
    public Task Clones_without_touching_comments_directives_and_tabs() => Mended.ByCloning(
        """
        static class C
        {
        	static int M(Config config)
        	{
        #pragma warning disable CS0168
        		Sink.Take( /* gives */ config /* away */ ) ;	// moved
        #pragma warning restore CS0168
        		return	{|RVG0382:config.Port|};
        	}
        }
        """,
        """
        static class C
        {
        	static int M(Config config)
        	{
        #pragma warning disable CS0168
        		Sink.Take( /* gives */ config.Clone() /* away */ ) ;	// moved
        #pragma warning restore CS0168
        		return	config.Port;
        	}
        }
        """);

    [Fact]
    public Task Clones_and_keeps_the_line_endings_of_Windows()
    {
        const string Before =
            """
            static class C
            {
                static int M(Config config)
                {
                    Sink.Take(
                        config);
                    return {|RVG0382:config.Port|};
                }
            }
            """;
        return Verify.Fix<UseAfterMoveCodeFixProvider>(
            Mended.Program(Before).ReplaceLineEndings("\r\n"),
            Mended.Program(Before).Replace("{|RVG0382:config.Port|}", "config.Port").Replace("            config);", "            config.Clone());").ReplaceLineEndings("\r\n"),
            UseAfterMoveCodeFixProvider.CloneKey);
    }
}
