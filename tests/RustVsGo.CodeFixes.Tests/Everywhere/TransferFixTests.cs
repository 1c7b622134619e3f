namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>What wraps a stream that is used again is told to leave it open, and a task that is awaited again is preserved.</summary>
public sealed class TransferFixTests
{
    [Fact]
    public Task A_writer_leaves_its_stream_open() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var s = new System.IO.MemoryStream();
        using (var w = new System.IO.StreamWriter(s))
        {
            w.Write("x");
        }

        {|RVG0382:s|}.Position = 0;
        """,
        """
        var s = new System.IO.MemoryStream();
        using (var w = new System.IO.StreamWriter(s, leaveOpen: true))
        {
            w.Write("x");
        }

        s.Position = 0;
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task A_task_that_is_awaited_twice_is_preserved() => Places.IsMended<UseAfterMoveCodeFixProvider>(
        """
        static class C
        {
            static ValueTask<int> Get(int n) => new(n);

            static async Task<int> M()
            {
                var t = Get(1); // once
                var first = await t;
                return first + await {|RVG0382:t|};
            }
        }
        """,
        """
        static class C
        {
            static ValueTask<int> Get(int n) => new(n);

            static async Task<int> M()
            {
                var t = Get(1).Preserve(); // once
                var first = await t;
                return first + await t;
            }
        }
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task A_task_of_the_caller_is_preserved_first() => Places.IsMended<UseAfterMoveCodeFixProvider>(
        """
        static class C
        {
            static async Task<int> M(ValueTask<int> t)
            {
                // Twice.
                var first = await t;
                return first + await {|RVG0382:t|};
            }
        }
        """,
        """
        static class C
        {
            static async Task<int> M(ValueTask<int> t)
            {
                // Twice.
                t = t.Preserve();
                var first = await t;
                return first + await t;
            }
        }
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task The_other_arguments_stay() => Places.IsMended<UseAfterMoveCodeFixProvider>(
        """
        var s = new System.IO.MemoryStream();
        using (var z = new System.IO.Compression.GZipStream(s, System.IO.Compression.CompressionMode.Compress)) // small
        {
            z.WriteByte(1);
        }

        {|RVG0382:s|}.Position = 0;
        """,
        """
        var s = new System.IO.MemoryStream();
        using (var z = new System.IO.Compression.GZipStream(s, System.IO.Compression.CompressionMode.Compress, leaveOpen: true)) // small
        {
            z.WriteByte(1);
        }

        s.Position = 0;
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task What_cannot_be_told_is_left() => Places.IsLeft<UseAfterMoveCodeFixProvider>(
        """
        var s = new System.IO.MemoryStream();
        using (var b = new System.IO.BufferedStream(s))
        {
            b.WriteByte(1);
        }

        {|RVG0382:s|}.Position = 0;
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task What_was_told_to_close_is_left() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var s = new System.IO.MemoryStream();
        using (var w = new System.IO.StreamWriter(s, leaveOpen: false))
        {
            w.Write("x");
        }

        {|RVG0382:s|}.Position = 0;
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task Who_is_given_a_value_drops_it() => Places.AreMended<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        Sink.Use(h.Read());
        h.Dispose(); // done
        Sink.Own({|RVG0382:h|});
        """,
        """
        var h = new Handle();
        Sink.Use(h.Read());
        Sink.Own(h);
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task A_drop_that_somebody_explains_stays() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        // The other side waits for it.
        h.Dispose();
        Sink.Own({|RVG0382:h|});
        """,
        UseAfterMoveCodeFixProvider.TransferKey);

    [Fact]
    public Task The_drop_of_a_value_that_is_only_lent_behind_it_stays() => Places.AreLeft<UseAfterMoveCodeFixProvider>(
        """
        var h = new Handle();
        h.Dispose();
        Sink.Look({|RVG0382:h|});
        """,
        UseAfterMoveCodeFixProvider.TransferKey);
}
