namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>A nested function is a body of its own wherever it stands: what is thrown in it goes to none of the handlers around it.</summary>
public sealed class NestedInTryTests
{
    [Theory]
    [InlineData("finally { System.Action f = () => { var x = Make(); Take(x); Look({|RVG0382:x|}); }; f(); }")]
    [InlineData("catch (System.Exception) { System.Action f = () => { var x = Make(); Take(x); Look({|RVG0382:x|}); }; f(); }")]
    [InlineData("finally { Run(); void Run() { var x = Make(); try { Take(x); } finally { Look({|RVG0382:x|}); } } }")]
    public Task A_use_after_a_move_is_reported(string end) => Verify.Ownership(Program("Make();", end));

    [Theory]
    [InlineData("System.Action f = () => { var x = Make(); Look(x); Take(x); }; f();", "finally { Make(); }")]
    [InlineData("System.Action f = () => { var x = Make(); Take(x); x = Make(); Look(x); }; f();", "catch (System.Exception) { Make(); }")]
    [InlineData("Make();", "finally { System.Action f = () => { var x = Make(); Look(x); Take(x); }; f(); }")]
    [InlineData("using var r = Make(); System.Func<int> f = () => { Look(r); return 1; }; f();", "finally { }")]
    public Task A_correct_one_is_accepted(string body, string end) => Verify.Ownership(Program(body, end));

    private static string Program(string body, string end) =>
        $$"""
        using RustVsGo;
        [Owned] sealed class Config : System.IDisposable { public void Dispose() { } }
        static class Tests
        {
            static Config Make() => new();
            static void Take([Owned] Config c) => c.Dispose();
            static void Look([Borrowed] Config c) { }
            static void Test() { try { {{body}} } {{end}} }
        }
        """;
}
