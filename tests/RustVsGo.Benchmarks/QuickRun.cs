using System.Globalization;
using RustVsGo.Benchmarks.Bodies;

namespace RustVsGo.Benchmarks;

/// <summary>One quick look without BenchmarkDotNet, for whoever changes the engine: every shape in rising sizes, each beside the one a tenth of it.</summary>
internal static class QuickRun
{
    private const int LeastRuns = 7;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(700);

    public static int Run(string filter)
    {
        Console.WriteLine($"{"body",-28}{"statements",12}{"ms",10}{"MB",10}{"time x",9}{"memory x",10}{"reports",9}");
        foreach (var (name, text, sizes) in Cases())
        {
            if (!name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            var before = (Time: 0.0, Memory: 0.0);
            foreach (var size in sizes)
            {
                var body = BoundBody.Of(BodyText.Around(text(size)));
                var (time, memory, reports) = Measure(body);
                var growth = before.Time > 0 ? Text($"{time / before.Time,9:F1}{memory / before.Memory,10:F1}") : $"{"",19}";
                Console.WriteLine(Text($"{name,-28}{size,12}{time,10:F2}{memory,10:F2}{growth}{reports,9}"));
                before = (time, memory);
            }
        }

        return 0;
    }

    /// <summary>One method of a file is edited, with few and with many other files beside it: the compiler alone, and with the analyzer.</summary>
    public static int RunEdits()
    {
        Console.WriteLine($"{"other files",-12}{"compiler ms",13}{"with analyzer ms",18}{"ratio",8}");
        foreach (var files in (int[])[10, 100])
        {
            var edits = new EditBenchmarks { OtherFiles = files };
            edits.Compile();
            var compiler = Least(edits.Compiler);
            var both = Least(edits.Check);
            Console.WriteLine(Text($"{files,-12}{compiler,13:F2}{both,18:F2}{both / compiler,8:F2}"));
        }

        return 0;
    }

    private static double Least(Func<int> run)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 60; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            var used = Environment.CpuUsage.TotalTime - before;
            least = used < least ? used : least;
        }

        return least.TotalMilliseconds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, Func<int, string> Text, int[] Sizes)> Cases()
    {
        int[] decades = [100, 1_000, 10_000];
        foreach (var shape in Enum.GetValues<BodyShape>())
            yield return (shape.ToString(), size => BodyText.Statements(shape, size), decades);
        foreach (var (name, text) in ExtremeBodies.All)
            yield return (name, text, [10, 100]);
    }

    // Processor time of the process, collecting garbage included. Of many runs the quickest: what else the machine does only adds to it.
    private static (double Milliseconds, double Megabytes, int Reports) Measure(BoundBody body)
    {
        var reports = 0;
        for (var start = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - start < s_warmUp;)
            reports = body.Check();
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var total = TimeSpan.Zero;
        var least = TimeSpan.MaxValue;
        var runs = 0;
        while (runs < LeastRuns || total < s_least)
        {
            var before = Environment.CpuUsage.TotalTime;
            body.Check();
            var used = Environment.CpuUsage.TotalTime - before;
            total += used;
            least = used < least ? used : least;
            runs++;
        }

        return (least.TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6 / runs, reports);
    }
}
