using System.Threading.Channels;
using RustVsGo;

/// <summary>What goes wrong between stages.</summary>
public static class Mistakes
{
    public static void UseWhatWasSent()
    {
        var channel = Channel.CreateUnbounded<Batch<string>>();
        Send(channel.Writer).Wait();

        static async Task Send(ChannelWriter<Batch<string>> texts)
        {
            var batch = new Batch<string>();
            await texts.WriteAsync(batch);

            // The next stage has it already, and may be reading what is added here.
            batch.Add("late");
        }
    }

    public static void SendWhatBelongsHere()
    {
        var channel = Channel.CreateUnbounded<Cursor>();

        // Whoever receives it moves it while this thread does.
        channel.Writer.TryWrite(new Cursor());
    }

    public static void ForgetAStage()
    {
        var texts = Channel.CreateUnbounded<string>();

        // When it fails nobody learns of it, and who reads the channel waits for ever.
        Task.Run(() => Produce(texts.Writer));
    }

    public static void PollForEver(ChannelReader<Batch<string>> texts)
    {
        // Go: the goroutine that leaks. Neither the end of the channel nor a token ends it.
        _ = Task.Run(() =>
        {
            while (true)
            {
                while (texts.TryRead(out var batch))
                    batch.Dispose();
                Thread.Sleep(10);
            }
        });
    }

    public static async Task PollToTheEnd(ChannelReader<Batch<string>> texts, CancellationToken token)
    {
        await foreach (var batch in texts.ReadAllAsync(token))
            batch.Dispose();
    }

    private static void Produce(ChannelWriter<string> texts) => texts.Complete();
}

/// <summary>A position that one thread moves.</summary>
[NotSend]
public sealed class Cursor
{
    public int Line { get; set; }
}
