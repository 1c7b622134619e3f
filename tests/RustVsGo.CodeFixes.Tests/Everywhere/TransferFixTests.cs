namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>What wraps a stream that is used again is told to leave it open.</summary>
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
}
