using System.Diagnostics;
using System.Globalization;

namespace RustVsGo.Benchmarks.Sharing;

/// <summary>One quick look at <see cref="SharingPair"/> without BenchmarkDotNet: the two sides take turns, so that what else the machine does meets both.</summary>
internal static class SharingRun
{
    private const int Rounds = 101;
    private const int WarmRounds = 20;

    public static int Run()
    {
        Console.WriteLine($"{"",-28}{"bare ns",10}{"ours ns",10}{"ratio",8}{"bare B",9}{"ours B",9}");
        foreach (var pair in SharingPair.All)
        {
            var rounds = new List<(double Bare, double Ours)>();
            for (var i = 0; i < WarmRounds + Rounds; i++)
            {
                var round = i % 2 == 0 ? (Measure(pair.Bare), Measure(pair.Ours)) : Swap(Measure(pair.Ours), Measure(pair.Bare));
                if (i >= WarmRounds)
                    rounds.Add(round);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{pair.Name,-28}{Median(rounds, round => round.Bare),10:F1}{Median(rounds, round => round.Ours),10:F1}{Median(rounds, round => round.Ours / round.Bare),8:F2}{Allocated(pair.Bare),9:F2}{Allocated(pair.Ours),9:F2}"));
        }

        return 0;
    }

    private static (double Bare, double Ours) Swap(double ours, double bare) => (bare, ours);

    // Nanoseconds of one operation.
    private static double Measure(Action run)
    {
        var before = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(before).TotalNanoseconds / SharingPair.Operations;
    }

    // Bytes of one operation, on all threads; starting the threads is in it.
    private static double Allocated(Action run)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        run();
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / SharingPair.Operations;
    }

    private static double Median(List<(double Bare, double Ours)> rounds, Func<(double Bare, double Ours), double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
