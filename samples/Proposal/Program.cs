using System.Collections.Immutable;
using System.Text;

WriteAndDrop();
WriteAfterDrop();
Console.WriteLine($"Encoded: {EncodedLength("short")}, {EncodedLength(new string('x', 300))}");
ReadAfterReturn();
Console.WriteLine($"Squares: {string.Join(' ', Squares(4))}");
Console.WriteLine($"An immutable array that changed: {string.Join(' ', ChangedAfterwards())}");

// 1. A native handle.

static void WriteAndDrop()
{
    var log = new NativeFile("log");
    log.Write("started");
    Console.WriteLine($"{log.CountLines()} line(s)");
    log.Drop();
}

static void WriteAfterDrop()
{
    var log = new NativeFile("log");
    log.Drop();

    // The number of the handle is in use again: what is meant for the log goes into the letter.
    var letter = new NativeFile("letter");
    log.Write("stopped");

    Archive(letter);

    // Archive owns the letter, and has closed it.
    letter.Drop();
}

static void Archive(NativeFile file)
{
    file.Write("archived");
    file.Drop();
}

// 2. A pooled array.

static int EncodedLength(string text)
{
    const int OnStack = 128;
    if (text.Length < OnStack)
    {
        Span<byte> utf8 = stackalloc byte[OnStack * 3];
        return Encoding.UTF8.GetBytes(text, utf8);
    }

    var rented = OwnedArrayPool<byte>.Shared.Rent(text.Length * 3);
    var length = Encoding.UTF8.GetBytes(text, rented.Span);
    rented.Drop();
    return length;
}

static void ReadAfterReturn()
{
    var rented = OwnedArrayPool<byte>.Shared.Rent(16);
    var bytes = rented.Span;
    bytes[0] = 1;

    // The span still looks at the array, which now belongs to the pool, and then to the next who rents one.
    rented.Drop();
    var other = OwnedArrayPool<byte>.Shared.Rent(16);
    other.Span[0] = 2;
    Console.WriteLine($"Written: 1, read: {bytes[0]}");
    other.Drop();
}

// 3. A builder of immutable arrays.

static ImmutableArray<int> Squares(int count)
{
    var builder = new OwnedImmutableBuilder<int>(count);
    for (var i = 0; i < count; i++)
        builder[i] = i * i;

    return OwnedImmutableBuilder<int>.ToImmutable(builder);
}

static ImmutableArray<int> ChangedAfterwards()
{
    var builder = new OwnedImmutableBuilder<int>(2);
    builder[0] = 1;
    var array = OwnedImmutableBuilder<int>.ToImmutable(builder);

    // Nothing was copied: who still had the builder could write into the immutable array.
    builder[1] = 2;
    return array;
}
