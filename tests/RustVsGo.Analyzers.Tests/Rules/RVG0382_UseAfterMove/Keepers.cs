namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Wraps a few members of a test into a program with types that keep streams, and checks it.</summary>
internal static class Keepers
{
    private const string Types =
        """

        sealed class Reader : IDisposable
        {
            private readonly Stream _stream;
            private readonly bool _leaveOpen;
            public Reader([Keeps(Unless = nameof(leaveOpen))] Stream stream, bool leaveOpen = false) { _stream = stream; _leaveOpen = leaveOpen; }
            public int Read() => _stream.ReadByte();
            public void Dispose() { if (!_leaveOpen) _stream.Dispose(); }
        }

        sealed class Bundle : IDisposable
        {
            private readonly List<Stream> _all = new();
            public void Add([Keeps] Stream stream) => _all.Add(stream);
            public int Count() => _all.Count;
            public void Dispose() => _all.ForEach(stream => stream.Dispose());
        }

        static class Owners
        {
            public static void Close([Owned(Unless = nameof(leaveOpen))] Stream stream, bool leaveOpen = false) { if (!leaveOpen) stream.Dispose(); }
            public static void CloseWhen([Owned(When = nameof(close))] Stream stream, bool close) { if (close) stream.Dispose(); }
            public static void Own([Owned] Reader reader) => reader.Dispose();
        }
        """;

    public static Task Members(string members) => Moves.Members(members, Types);

    public static Task Body(string statements) => Moves.Body(statements, Types);
}
