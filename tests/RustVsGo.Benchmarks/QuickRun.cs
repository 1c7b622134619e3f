using System.Diagnostics;
using System.Globalization;
using RustVsGo.Benchmarks.Bodies;

namespace RustVsGo.Benchmarks;

/// <summary>One quick look without BenchmarkDotNet, for whoever changes the engine: every shape in rising sizes, each beside the one a tenth of it.</summary>
internal static class QuickRun
{
    private const int LeastRounds = 7;
    private const int MostRounds = 101;
    private const int WarmRounds = 30;
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(4);

    public static int Run(string filter)
    {
        Console.WriteLine($"{"body",-28}{"statements",12}{"ms",10}{"MB",10}{"time x",9}{"memory x",10}{"reports",9}");
        foreach (var (name, text, sizes, checksDrops) in Cases())
        {
            if (!name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            var bodies = Array.ConvertAll(sizes, size => BoundBody.Of(BodyText.Around(text(size)), checksDrops));
            Print(name, sizes, bodies);
        }

        return 0;
    }

    /// <summary>One method of a file is edited, with few and with many other files beside it: the compiler alone, and with all analyzers.</summary>
    public static int RunEdits()
    {
        Console.WriteLine($"{"other files",-12}{"compiler ms",13}{"with analyzers ms",18}{"ratio",8}");
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

    /// <summary>The proof of one fix beside the analysis of the body that it changes: wall time, medians of rounds in which all take turns.</summary>
    public static int RunFixes()
    {
        Console.WriteLine($"{"statements",-12}{"analysis ms",12}{"in the body ms",16}{"ratio",8}{"of a signature ms",19}{"ratio",8}{"all offered ms",16}");
        foreach (var statements in (int[])[10, 100, 300])
        {
            using var fixes = new FixBenchmarks { Statements = statements };
            fixes.Open();
            Action[] turns = [() => fixes.Analysis(), () => fixes.Proof(), () => fixes.SignatureProof(), () => fixes.Offer()];
            var rounds = new List<double[]>();
            for (var i = 0; i < WarmRounds + MostRounds; i++)
            {
                var round = Array.ConvertAll(turns, Elapsed);
                if (i >= WarmRounds)
                    rounds.Add(round);
            }

            var medians = Enumerable.Range(0, turns.Length).Select(turn => Median(rounds, round => round[turn])).ToArray();
            var ratios = Enumerable.Range(0, turns.Length).Select(turn => Median(rounds, round => round[turn] / round[0])).ToArray();
            Console.WriteLine(Text($"{statements,-12}{medians[0],12:F2}{medians[1],16:F2}{ratios[1],8:F2}{medians[2],19:F2}{ratios[2],8:F2}{medians[3],16:F2}"));
        }

        return 0;
    }

    private static double Elapsed(Action run)
    {
        var before = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
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

    private static IEnumerable<(string Name, Func<int, string> Text, int[] Sizes, bool ChecksDrops)> Cases()
    {
        int[] decades = [100, 1_000, 10_000];
        foreach (var shape in Enum.GetValues<BodyShape>())
            yield return (shape.ToString(), size => BodyText.Statements(shape, size), decades, false);
        foreach (var (name, text) in DropBodies.All)
            yield return (name, text, decades, true);
        foreach (var (name, text) in ExtremeBodies.All)
            yield return (name, text, [10, 100], false);
    }

    // The sizes take turns, each as often as makes its share of a round as large as the others': what else the machine does meets all of them.
    private static void Print(string name, int[] sizes, BoundBody[] bodies)
    {
        var repeats = Array.ConvertAll(sizes, size => sizes[^1] / size);
        var rounds = new List<double[]>();
        var total = TimeSpan.Zero;
        var last = Measure(bodies, repeats);
        while (rounds.Count < LeastRounds || (total < s_least && rounds.Count < MostRounds))
        {
            last = Measure(bodies, repeats);
            rounds.Add(last.Milliseconds);
            total += TimeSpan.FromMilliseconds(last.Milliseconds.Zip(repeats, static (each, times) => each * times).Sum());
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            var growth = i == 0 ? $"{"",19}" : Text($"{Median(rounds, round => round[i] / round[i - 1]),9:F1}{last.Megabytes[i] / last.Megabytes[i - 1],10:F1}");
            Console.WriteLine(Text($"{name,-28}{sizes[i],12}{Median(rounds, round => round[i]),10:F2}{last.Megabytes[i],10:F2}{growth}{last.Reports[i],9}"));
        }
    }

    private static double Median(List<double[]> rounds, Func<double[], double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    // Processor time of the process for one check of each body, collecting garbage included.
    private static (double[] Milliseconds, double[] Megabytes, int[] Reports) Measure(BoundBody[] bodies, int[] repeats)
    {
        var (milliseconds, megabytes, reports) = (new double[bodies.Length], new double[bodies.Length], new int[bodies.Length]);
        for (var i = 0; i < bodies.Length; i++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Environment.CpuUsage.TotalTime;
            for (var repeat = 0; repeat < repeats[i]; repeat++)
                reports[i] = bodies[i].Check();
            milliseconds[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / repeats[i];
            megabytes[i] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6 / repeats[i];
        }

        return (milliseconds, megabytes, reports);
    }
}
