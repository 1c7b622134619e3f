namespace RustVsGo.Tests;

/// <summary>Asks a question on a thread of its own: a task may run on the thread that waits for it.</summary>
internal static class Elsewhere
{
    public static bool Ask(Func<bool> question)
    {
        var answer = false;
        var thread = new Thread(() => answer = question());
        thread.Start();
        thread.Join();
        return answer;
    }
}
