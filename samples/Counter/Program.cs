using System;
using System.Collections.Generic;
using RustVsGo;

Console.WriteLine($"Result: {Count()}");
Console.WriteLine($"Result: {CountInOneThread()}");
HoldTooLong();
LookLikeACopy();

// Ten threads, one counter: each thread has a handle of its own, and the lock is held for as long as it takes to add one.
static int Count()
{
    using var counter = Arc.New(new Mutex<int>(0));
    var handles = new List<JoinHandle<int>>();
    for (var i = 0; i < 10; i++)
    {
        var mine = Arc.Clone(counter);
        handles.Add(Spawn.Run(() =>
        {
            using var counter = mine;
            using var n = counter.Value.Lock();
            return ++n.Value;
        }));
    }

    foreach (var handle in handles)
        handle.Join().Expect("no thread throws");

    using var result = counter.Value.Lock();
    return result.Value;
}

// A tally belongs to the thread that made it.
static int CountInOneThread()
{
    var tally = new Tally();
    var handle = Spawn.Run(() => tally.Add());
    handle.Join().Expect("no thread throws");
    return tally.Add();
}

static void HoldTooLong()
{
    var counter = new Mutex<int>(0);
    using var n = counter.Lock();
    n.Value++;

    // Whoever else wants to count waits for the console.
    Console.WriteLine("counted");
}

static void LookLikeACopy()
{
    using var counter = Arc.New(new Mutex<int>(0));

    // One more owner of the same counter, and no second counter.
    using var other = counter.Clone();
    other.Value.With((ref int n) => { n++; });
    Console.WriteLine(counter.Value.With((ref int n) => n));
}

/// <summary>A counter without a lock.</summary>
[NotSend]
public sealed class Tally
{
    private int _n;

    public int Add() => ++_n;
}
