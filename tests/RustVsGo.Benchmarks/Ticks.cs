#pragma warning disable
using System.Diagnostics.Tracing;
namespace RustVsGo.Benchmarks;
internal sealed class Ticks : EventListener
{
    public static readonly Dictionary<string,int> Counts = new();
    protected override void OnEventSourceCreated(EventSource s) { if (s.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(s, EventLevel.Verbose, (EventKeywords)1); }
    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        if (e.EventName is { } n && n.StartsWith("GCAllocationTick")) { var t = (string)e.Payload![e.PayloadNames!.IndexOf("TypeName")]!; lock (Counts) Counts[t] = Counts.GetValueOrDefault(t) + 1; }
    }
}
