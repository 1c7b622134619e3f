namespace RustVsGo.Analyzers.Tests.Sharing;

/// <summary>RVG1002: an <c>Arc</c> is cloned as if it were what it shares.</summary>
public sealed class ArcCloneTests
{
    [Fact]
    public Task A_clone_of_the_handle_is_reported_and_one_that_says_so_is_not() => Verify.Ownership(
        """
        using System;
        using RustVsGo;

        public sealed class Config { public Config Clone() => new Config(); }

        public sealed class Holder
        {
            private readonly Arc<int[]> _numbers = Arc.New(new[] { 1 });

            public Arc<int[]> Numbers() => {|RVG1002:_numbers.Clone()|};
            public Arc<int[]> Named() => Arc.Clone(_numbers);
        }

        static class C
        {
            static void M(Config config)
            {
                using var counter = Arc.New(new object());
                using var one = {|RVG1002:counter.Clone()|};
                using var two = Arc.Clone(counter);
                using var three = Arc.Clone(in counter);
                Console.WriteLine(config.Clone());
                Console.WriteLine(two.Value.ToString() + one.Value + three.Value);
            }
        }
        """);

    [Fact]
    public Task The_message_says_what_to_write() => Verify.Ownership(
        """
        using RustVsGo;

        static class C
        {
            static void M(in Arc<string> shared)
            {
                using var other = {|#0:shared.Clone()|};
            }
        }
        """,
        Verify.Warning("RVG1002").WithLocation(0).WithMessage("'shared.Clone()' is one more owner and no copy of the value: write 'Arc.Clone(shared)'"));
}
