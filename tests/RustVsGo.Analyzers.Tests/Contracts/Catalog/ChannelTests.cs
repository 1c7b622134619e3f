namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What is sent into a channel is given away, and what comes out of it is owned.</summary>
public sealed class ChannelTests
{
    [Fact]
    public Task What_was_sent_belongs_to_who_receives_it() => Check(
        """
        static async Task Send(ChannelWriter<Connection> writer, Connection connection)
        {
            await writer.WriteAsync(connection);
            {|RVG0382:connection|}.Use();
        }

        static async Task SendTwice(Channel<Connection> channel)
        {
            var connection = new Connection();
            await channel.Writer.WriteAsync(connection);
            await channel.Writer.WriteAsync({|RVG0382:connection|});
        }

        static async Task SendInALoop(ChannelWriter<Connection> writer, CancellationToken token)
        {
            var connection = new Connection();
            for (var i = 0; i < 3; i++)
                await writer.WriteAsync({|RVG0382:connection|}, token);
        }
        """);

    [Fact]
    public Task Each_value_may_be_sent_once() => Check(
        """
        static async Task Send(ChannelWriter<Connection> writer, Connection connection)
        {
            connection.Use();
            await writer.WriteAsync(connection);
        }

        static async Task SendInALoop(Channel<Connection> channel)
        {
            for (var i = 0; i < 3; i++)
            {
                var connection = new Connection();
                connection.Use();
                await channel.Writer.WriteAsync(connection);
            }

            channel.Writer.Complete();
        }

        static async Task SendAnother(ChannelWriter<Connection> writer, Connection connection)
        {
            await writer.WriteAsync(connection);
            connection = new Connection();
            connection.Use();
            connection.Dispose();
        }
        """);

    [Fact]
    public Task What_was_not_sent_is_still_there() => Check(
        """
        static void Try(ChannelWriter<Connection> writer, Connection connection)
        {
            if (!writer.TryWrite(connection))
                connection.Dispose();
        }

        static async Task TryFirst(ChannelWriter<Connection> writer, Connection connection)
        {
            while (await writer.WaitToWriteAsync())
            {
                if (writer.TryWrite(connection))
                    return;
            }

            connection.Dispose();
        }
        """);

    // In Rust the error of a send has the value in it, and here nothing has: WriteAsync gives it away whatever comes of it (docs/limits.md).
    [Fact]
    public Task What_could_not_be_sent_is_gone() => Check(
        """
        static async Task Send(ChannelWriter<Connection> writer, Connection connection)
        {
            try
            {
                await writer.WriteAsync(connection);
            }
            catch (ChannelClosedException)
            {
                {|RVG0382:connection|}.Dispose();
            }
        }
        """);

    [Fact]
    public Task What_is_received_is_owned() => Check(
        """
        static async Task Receive(ChannelReader<Connection> reader)
        {
            var connection = await reader.ReadAsync();
            Take(connection);
            {|RVG0382:connection|}.Use();
        }

        static async Task ReceiveAll(Channel<Connection> channel)
        {
            await foreach (var connection in channel.Reader.ReadAllAsync())
            {
                Take(connection);
                {|RVG0382:connection|}.Use();
            }
        }

        static async Task ReceiveWhatIsThere(ChannelReader<Connection> reader)
        {
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out var connection))
                {
                    Take(connection);
                    {|RVG0382:connection|}.Use();
                }
            }
        }
        """);

    [Fact]
    public Task What_is_received_may_be_used_dropped_and_sent_on() => Check(
        """
        static async Task Receive(ChannelReader<Connection> reader, ChannelWriter<Connection> writer)
        {
            using (var connection = await reader.ReadAsync())
                connection.Use();

            var next = await reader.ReadAsync();
            next.Use();
            await writer.WriteAsync(next);
        }

        static async Task ReceiveAll(ChannelReader<Connection> reader, ChannelWriter<Connection> writer, CancellationToken token)
        {
            await foreach (var connection in reader.ReadAllAsync(token))
            {
                connection.Use();
                await writer.WriteAsync(connection, token);
            }

            await foreach (var connection in reader.ReadAllAsync().ConfigureAwait(false))
                Take(connection);
        }

        static void ReceiveWhatIsThere(ChannelReader<Connection> reader)
        {
            while (reader.TryRead(out var connection))
                connection.Dispose();
            if (reader.TryPeek(out var first))
                first.Use();
        }
        """);

    [Fact]
    public Task Plain_values_are_sent_and_used_on() => Check(
        """
        static async Task Send(Channel<string> lines, Channel<int> numbers, string line, int number)
        {
            await lines.Writer.WriteAsync(line);
            await numbers.Writer.WriteAsync(number);
            Console.WriteLine(line + number);
            line = await lines.Reader.ReadAsync();
            await lines.Writer.WriteAsync(line);
            Console.WriteLine(line);
            await foreach (var text in lines.Reader.ReadAllAsync())
            {
                await lines.Writer.WriteAsync(text);
                Console.WriteLine(text);
            }
        }
        """);

    private static Task Check(string members) => Verify.Ownership(
        """
        using System;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using RustVsGo;

        static class C
        {
        """ + "\n" + members + "\n" +
        """
            static void Take([Owned] Connection connection) => connection.Dispose();
        }

        [Owned]
        sealed class Connection : IDisposable
        {
            public void Use() { }
            public void Dispose() { }
        }
        """);
}
