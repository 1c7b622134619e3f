// What the C# sections of all twins share; Prelude.rs says the same in Rust.

#nullable disable

using System;
using RustVsGo;

namespace Twins;

[Owned]
public sealed class Part
{
    public int N;

    [Mutates]
    public void Bump() => N++;

    [Clone]
    public Part Dup() => new() { N = N };
}

[Owned]
public sealed class Data
{
    public Part A = new();
    public Part B = new();
    public int N;
    public Data Next;

    [return: Borrowed]
    public Part View() => A;

    [Mutates]
    [return: BorrowedMut]
    public Part ViewMut() => A;

    [Mutates]
    public void Touch() => N++;

    public int Peek() => N;

    [Consumes]
    public Part Finish() => A;

    [Clone]
    public Data Dup() => new() { A = A.Dup(), B = B.Dup(), N = N };
}

/// <summary>A type with a destructor.</summary>
[Owned]
public sealed class Res : IDisposable
{
    public Part P = new();
    public int N;

    [return: Borrowed]
    public Part View() => P;

    [Mutates]
    public void Touch() => N++;

    public int Peek() => N;

    public void Dispose() => N = 0;
}

public static class Prelude
{
    public static Data Make() => new();

    public static Part MakePart() => new();

    public static Res MakeRes() => new();

    public static void Consume([Owned] Data d)
    {
    }

    public static void Eat([Owned] Part p)
    {
    }

    public static void Look([Borrowed] Data d)
    {
    }

    public static void See([Borrowed] Part p)
    {
    }

    public static void Edit([BorrowedMut] Data d)
    {
    }

    public static void Poke([BorrowedMut] Part p)
    {
    }

    public static Data Pass([Owned] Data d) => d;

    public static void Mix([BorrowedMut] Data d, int n)
    {
    }

    public static void Both([Borrowed] Data x, [Borrowed] Data y)
    {
    }

    public static void Clash([BorrowedMut] Data x, [Borrowed] Data y)
    {
    }

    [return: Borrowed(nameof(x), nameof(y))]
    public static Part Pick([Borrowed] Data x, [Borrowed] Data y)
    {
        if (Cond())
            return x.A;
        return y.A;
    }

    [return: Borrowed(nameof(x))]
    public static Part First([Borrowed] Data x, [Borrowed] Data y) => x.A;

    public static void ConsumeRes([Owned] Res r) => r.Dispose();

    public static void LookRes([Borrowed] Res r)
    {
    }

    public static bool Cond() => Environment.GetCommandLineArgs().Length == 1;

    public static void Num(int n)
    {
    }
}
