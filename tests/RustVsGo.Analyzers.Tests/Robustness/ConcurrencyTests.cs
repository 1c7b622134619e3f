using System.Text;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Bodies are analysed side by side; the result does not depend on who comes first.</summary>
public sealed class ConcurrencyTests
{
    private const int Files = 40;

    [Fact]
    public async Task Every_run_over_many_files_finds_the_same()
    {
        var files = Enumerable.Range(0, Files).Select(static i => File(i)).ToArray();
        var expected = Enumerable.Range(0, Files).Select(static i => $"RVG0382 x{i}").Order(StringComparer.Ordinal);

        for (var run = 0; run < 3; run++)
            Assert.Equal(expected, await Analysis.Compile(files).FindingsOfCorrect(TestContext.Current.CancellationToken));
    }

    // Each file uses the types of the one before, so that the runs ask for the same contracts at the same time.
    private static string File(int i)
    {
        var before = (i + Files - 1) % Files;
        return new StringBuilder()
            .Append($"[RustVsGo.Owned] public class T{i}<[RustVsGo.Owned] U> {{ public T{before}<U[]> Before; public static void Keep(T{i}<U> t) {{ }} public void Look() {{ }} }}\n")
            .Append($"class C{i} {{ static void Test() {{ var x{i} = new T{before}<T{i}<int>>(); T{before}<T{i}<int>>.Keep(x{i}); x{i}.Look(); }} }}\n")
            .ToString();
    }
}
