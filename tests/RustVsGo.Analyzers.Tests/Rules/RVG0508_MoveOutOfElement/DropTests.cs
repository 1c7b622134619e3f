using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0508_MoveOutOfElement;

/// <summary>Elements of arrays that are dropped where they are.</summary>
public sealed class DropTests
{
    [Fact]
    public Task A_dropped_element_is_reported() => Moves.Body(
        """
        var all = new[] { Open(), Open() };
        {|RVG0508:all[0]|}.Dispose();
        """);

    [Fact]
    public Task A_used_and_replaced_element_is_accepted() => Moves.Body(
        """
        var all = new[] { Open(), Open() };
        all[0].Ping();
        all[0] = Open();
        """);

    [Fact]
    public Task An_object_that_is_destroyed_drops_its_elements() => Moves.Program(
        """
        [Owned] sealed class Pool : IDisposable
        {
            private readonly Conn[] _all = new Conn[2];
            public void Dispose()
            {
                for (var i = 0; i < _all.Length; i++)
                    _all[i].Dispose();
            }
        }
        """);
}
