using System;
using System.Buffers;
using System.Text;
using RustVsGo;

GrowWhileRead();
ReadFirst();
KeepACopy();

static void GrowWhileRead()
{
    using var buffer = new ByteBuffer(16);
    buffer.Write("GET /index.html "u8);

    var request = buffer.Written;

    // The line does not fit any more: the buffer moves to a bigger array, and 'request' still looks at the old one.
    buffer.Write("HTTP/1.1"u8);

    using var other = new ByteBuffer(16);
    other.Write("POST /login     "u8);

    Console.WriteLine($"Read after the buffer grew: {Encoding.UTF8.GetString(request)}");
}

static void ReadFirst()
{
    using var buffer = new ByteBuffer(16);
    buffer.Write("GET /index.html "u8);

    // The borrow ends with its last use, and the buffer may grow.
    var request = buffer.Written;
    Console.WriteLine($"Read before the buffer grew: {Encoding.UTF8.GetString(request)}");

    buffer.Write("HTTP/1.1"u8);
}

static void KeepACopy()
{
    using var buffer = new ByteBuffer(16);
    buffer.Write("GET /index.html "u8);

    // A string of its own borrows nothing.
    var request = Encoding.UTF8.GetString(buffer.Written);
    buffer.Write("HTTP/1.1"u8);

    Console.WriteLine($"Copied before the buffer grew: {request}");
}

/// <summary>Bytes in an array from the shared pool, which is exchanged for a bigger one when it is full.</summary>
[Owned]
public sealed class ByteBuffer(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _count;

    /// <summary>What was written so far. A span is a borrow of the buffer that it was made from.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    [Mutates]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_count + bytes.Length > _bytes.Length)
            Grow(_count + bytes.Length);

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    [Mutates]
    private void Grow(int capacity)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(capacity);
        Written.CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bigger;
    }
}
