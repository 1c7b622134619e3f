using System.Threading.Channels;
using RustVsGo;

Console.WriteLine($"Sum: {await Pipeline.Sum(lines: 1_000)}");

Mistakes.UseWhatWasSent();
Mistakes.SendWhatBelongsHere();
Mistakes.ForgetAStage();

/// <summary>Three stages, each of which works while the others do, joined by channels that hold a few batches at most.</summary>
public static class Pipeline
{
    public static async Task<int> Sum(int lines)
    {
        var texts = Channel.CreateBounded<Batch<string>>(4);
        var numbers = Channel.CreateBounded<Batch<int>>(4);
        var sum = new Mutex<int>(0);

        // Where the scope ends all stages have ended; if one of them fails, the token ends the others.
        await using (var stages = new SpawnScope())
        {
            stages.Run(token => Read(lines, texts.Writer, token));
            stages.Run(token => Parse(texts.Reader, numbers.Writer, token));
            stages.Run(token => Add(numbers.Reader, sum, token));
        }

        return sum.IntoInner();
    }

    private static async Task Read(int lines, ChannelWriter<Batch<string>> texts, CancellationToken token)
    {
        for (var first = 0; first < lines; first += 100)
        {
            var batch = new Batch<string>();
            for (var i = first; i < first + 100; i++)
                batch.Add($"{i % 10}");

            // Waits while the channel is full, and gives the batch away.
            await texts.WriteAsync(batch, token);
        }

        // Go: close(texts)
        texts.Complete();
    }

    private static async Task Parse(ChannelReader<Batch<string>> texts, ChannelWriter<Batch<int>> numbers, CancellationToken token)
    {
        // Go: for batch := range texts
        await foreach (var batch in texts.ReadAllAsync(token))
        {
            var parsed = new Batch<int>();
            foreach (var text in batch.Items)
                parsed.Add(int.Parse(text));
            batch.Dispose();
            await numbers.WriteAsync(parsed, token);
        }

        numbers.Complete();
    }

    private static async Task Add(ChannelReader<Batch<int>> numbers, Mutex<int> sum, CancellationToken token)
    {
        await foreach (var batch in numbers.ReadAllAsync(token))
        {
            var part = batch.Items.Sum();
            batch.Dispose();
            sum.With((ref int total) => { total += part; });
        }
    }
}

/// <summary>Some items on their way: they belong to one stage at a time.</summary>
[Owned]
public sealed class Batch<T> : IDisposable
{
    private List<T>? _items = [];

    public IReadOnlyList<T> Items => _items ?? throw new ObjectDisposedException(nameof(Batch<T>));

    [Mutates]
    public void Add(T item) => _items?.Add(item);

    public void Dispose() => _items = null;
}
