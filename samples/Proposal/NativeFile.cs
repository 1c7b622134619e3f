/// <summary>The proposal's first example: a handle of the operating system, which is closed once.</summary>
public sealed class NativeFile(string name) : IResource
{
    private readonly int _handle = Handles.Open(name);

    public void Write(string line) => Handles.Write(_handle, line);

    [BorrowedReceiver]
    public int CountLines() => Handles.CountLines(_handle);

    public void Drop() => Handles.Close(_handle);
}

/// <summary>Stands for the operating system. As there, the number of a closed handle is given to the next who opens one.</summary>
internal static class Handles
{
    private static readonly List<(string Name, List<string> Lines)?> s_open = [];

    public static int Open(string name)
    {
        var free = s_open.FindIndex(static entry => entry is null);
        if (free < 0)
        {
            free = s_open.Count;
            s_open.Add(null);
        }

        s_open[free] = (name, []);
        return free;
    }

    public static void Write(int handle, string line)
    {
        var (name, lines) = s_open[handle]!.Value;
        lines.Add(line);
        Console.WriteLine($"{name}: {line}");
    }

    public static int CountLines(int handle) => s_open[handle]!.Value.Lines.Count;

    public static void Close(int handle) => s_open[handle] = null;
}
