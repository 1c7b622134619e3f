namespace RustVsGo.CodeFixes.Tests;

/// <summary>A lambda that takes a value along gets a clone, unless it is to change the variable.</summary>
public sealed class CloneForLambdaTests
{
    [Fact]
    public Task What_a_lambda_captured_is_cloned_in_front_of_it() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config)
            {
                Action take = () => Sink.Take(config);
                take();
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                var config2 = config.Clone();
                Action take = () => Sink.Take(config2);
                take();
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task What_a_lambda_captured_to_change_it_is_not_cloned() => Mended.NotByCloning(
        """
        static class C
        {
            static int M([Owned] Config config)
            {
                Action take = () => { config.Reset(); Sink.Take(config); config = new Config(); };
                take();
                return {|RVG0382:config.Port|};
            }
        }
        """);
}
