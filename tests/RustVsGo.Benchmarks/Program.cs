using BenchmarkDotNet.Running;
using RustVsGo.Benchmarks.Sharing;

namespace RustVsGo.Benchmarks;

internal static class Program
{
    /// <summary>The arguments are BenchmarkDotNet's own (<c>--filter *Checker*</c>), or <c>once</c> for one quick run of everything without it, <c>edit</c> for one of an edit, <c>fix</c> for one of a fix, <c>sharing</c> for one of handles and locks.</summary>
    private static int Main(string[] arguments)
    {
        if (arguments is ["once", ..])
            return QuickRun.Run(arguments.Length > 1 ? arguments[1] : "");
        if (arguments is ["edit"])
            return QuickRun.RunEdits();
        if (arguments is ["fix"])
            return QuickRun.RunFixes();
        if (arguments is ["sharing"])
            return SharingRun.Run();
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, new GrowthConfig());
        return 0;
    }
}
