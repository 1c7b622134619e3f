using System;
using RustVsGo;

UseAfterMove();
CloneAtTheMove();
Borrow();

static void UseAfterMove()
{
    var config = new Config { Host = "localhost", Port = 8080 };

    PrintHost(config);

    // The call above took ownership: 'config' may not be used here.
    Console.WriteLine($"Port: {config.Port}");
}

static void CloneAtTheMove()
{
    var config = new Config { Host = "localhost", Port = 8080 };

    // The callee gets a value of its own.
    PrintHost(config.Clone());

    Console.WriteLine($"Port: {config.Port}");
}

static void Borrow()
{
    var config = new Config { Host = "localhost", Port = 8080 };

    // The callee borrows for the call and takes nothing.
    ShowHost(config);

    Console.WriteLine($"Port: {config.Port}");
}

static void PrintHost([Owned] Config config) => Console.WriteLine($"Host: {config.Host}");

static void ShowHost([Borrowed] Config config) => Console.WriteLine($"Host: {config.Host}");

/// <summary>Where a server listens. A move type: each value has exactly one owner.</summary>
[Owned]
public sealed class Config
{
    public required string Host { get; init; }

    public required ushort Port { get; init; }

    public Config Clone() => new() { Host = Host, Port = Port };
}
