// What random twins are about; Prelude.rs says the same in Rust.

#nullable disable

using System;
using RustVsGo;

namespace RandomTwins;

[Owned]
public sealed partial class Part
{
    public int N;

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Mutates] public void Mix(int n) => N = n;
    [Clone] public Part Dup() => new();
    public int Compare([Borrowed] Part other) => N - other.N;
    [Mutates] public void Meld([Borrowed] Part other) => N = other.N;
    [Mutates] public void Absorb([Owned] Part other) => N = other.N;
    [Consumes] public Part Step() => this;
    [return: Borrowed] public Part Same() => this;
    [Mutates] [return: BorrowedMut] public Part SameMut() => this;
}

[Owned]
public sealed partial class Data
{
    public int N;
    public Part A = new();
    public Part B = new();
    public Part Extra;

    [return: Borrowed] public Part View() => A;
    [Mutates] [return: BorrowedMut] public Part ViewMut() => A;
    [Consumes] public Part Finish() => A;

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Mutates] public void Mix(int n) => N = n;
    [Clone] public Data Dup() => new();
    public int Compare([Borrowed] Data other) => N - other.N;
    [Mutates] public void Meld([Borrowed] Data other) => N = other.N;
    [Mutates] public void Absorb([Owned] Data other) => N = other.N;
    [Consumes] public Data Step() => this;
    [return: Borrowed] public Data Same() => this;
    [Mutates] [return: BorrowedMut] public Data SameMut() => this;
}

/// <summary>A struct that moves.</summary>
[Owned]
public struct Ticket
{
    public int N;

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Clone] public Ticket Dup() => new();
    [Consumes] public Ticket Step() => this;
}

[Owned]
public sealed partial class Outer
{
    public int N;
    public Data Left = new();
    public Data Right { get; set; } = new();
    public Part Tag = new();
    public Ticket Stub;

    [return: Borrowed] public Data View() => Left;
    [Mutates] [return: BorrowedMut] public Data ViewMut() => Left;
    [Consumes] public Data Finish() => Left;

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Mutates] public void Mix(int n) => N = n;
    [Clone] public Outer Dup() => new();
    public int Compare([Borrowed] Outer other) => N - other.N;
    [Mutates] public void Meld([Borrowed] Outer other) => N = other.N;
    [Mutates] public void Absorb([Owned] Outer other) => N = other.N;
    [Consumes] public Outer Step() => this;
    [return: Borrowed] public Outer Same() => this;
    [Mutates] [return: BorrowedMut] public Outer SameMut() => this;
}

/// <summary>A type with a destructor.</summary>
[Owned]
public sealed partial class Res : IDisposable
{
    public int N;
    public Part P = new();
    public Part Q = new();

    [return: Borrowed] public Part View() => P;
    [Mutates] [return: BorrowedMut] public Part ViewMut() => P;
    public void Dispose() { }

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Mutates] public void Mix(int n) => N = n;
    [Clone] public Res Dup() => new();
    public int Compare([Borrowed] Res other) => N - other.N;
    [Mutates] public void Meld([Borrowed] Res other) => N = other.N;
    [Mutates] public void Absorb([Owned] Res other) => N = other.N;
    [Consumes] public Res Step() => this;
    [return: Borrowed] public Res Same() => this;
    [Mutates] [return: BorrowedMut] public Res SameMut() => this;
}

[Owned]
public sealed partial class Bag
{
    public int N;
    private Part[] _items = [];

    [Mutates] public void Push([Owned] Part part) => _items = [part];
    [Mutates] public Part Pop() => new();
    [return: Borrowed] public Part Get(int i) => _items[i];
    [Mutates] [return: BorrowedMut] public Part GetMut(int i) => _items[i];
    public ReadOnlySpan<Part> All() => _items;
    [Mutates] [return: BorrowedMut] public Span<Part> AllMut() => _items;

    public int Peek() => N;
    [Mutates] public void Touch() => N++;
    [Mutates] public void Mix(int n) => N = n;
    [Clone] public Bag Dup() => new();
    public int Compare([Borrowed] Bag other) => N - other.N;
    [Mutates] public void Meld([Borrowed] Bag other) => N = other.N;
    [Mutates] public void Absorb([Owned] Bag other) => N = other.N;
    [Consumes] public Bag Step() => this;
    [return: Borrowed] public Bag Same() => this;
    [Mutates] [return: BorrowedMut] public Bag SameMut() => this;
}

public sealed partial class Cursor
{
    [Borrowed] private readonly Data _data;

    public Cursor([Borrowed] Data data) => _data = data;

    [return: Borrowed] public Part Look() => _data.A;
    public int Peek() => _data.N;
}

public sealed partial class Editor
{
    [BorrowedMut] private readonly Data _data;

    public Editor([BorrowedMut] Data data) => _data = data;

    [Mutates] public void Touch() => _data.N++;
    public int Peek() => _data.N;
}

/// <summary>Holds an exclusive borrow until its destructor ran.</summary>
[Owned]
public sealed partial class Guard : IDisposable
{
    [BorrowedMut] private readonly Data _data;

    public Guard([BorrowedMut] Data data) => _data = data;

    [Mutates] public void Touch() => _data.N++;
    public int Peek() => _data.N;
    public void Dispose() { }
}

public static class Prelude
{
    public static bool Cond() => Environment.GetCommandLineArgs().Length == 1;
    public static int Three() => Environment.GetCommandLineArgs().Length;
    public static void Num(int n) { }

    public static Part MakePart() => new();
    public static void Make(out Part value) => value = new();
    public static Part Pass([Owned] Part value) => value;
    public static void Eat([Owned] Part value) { }
    public static bool Takes([Owned] Part value) => Cond();
    public static void See([Borrowed] Part value) { }
    public static void Peer(in Part value) { }
    public static void Edit([BorrowedMut] Part value) { }
    public static void Both([Borrowed] Part x, [Borrowed] Part y) { }
    public static void Clash([BorrowedMut] Part x, [Borrowed] Part y) { }
    public static void Swap([BorrowedMut] Part x, [BorrowedMut] Part y) { }
    public static void Feed([BorrowedMut] Part x, [Owned] Part y) { }
    public static void Fill(ref Part value) => value = new();
    [return: Borrowed(nameof(x), nameof(y))] public static Part Pick([Borrowed] Part x, [Borrowed] Part y) { if (Cond()) return x; return y; }
    [return: Borrowed(nameof(x))] public static Part First([Borrowed] Part x, [Borrowed] Part y) => x;
    [return: BorrowedMut(nameof(x), nameof(y))] public static Part PickMut([BorrowedMut] Part x, [BorrowedMut] Part y) { if (Cond()) return x; return y; }

    public static Data MakeData() => new();
    public static void Make(out Data value) => value = new();
    public static Data Pass([Owned] Data value) => value;
    public static void Eat([Owned] Data value) { }
    public static bool Takes([Owned] Data value) => Cond();
    public static void See([Borrowed] Data value) { }
    public static void Peer(in Data value) { }
    public static void Edit([BorrowedMut] Data value) { }
    public static void Both([Borrowed] Data x, [Borrowed] Data y) { }
    public static void Clash([BorrowedMut] Data x, [Borrowed] Data y) { }
    public static void Swap([BorrowedMut] Data x, [BorrowedMut] Data y) { }
    public static void Feed([BorrowedMut] Data x, [Owned] Data y) { }
    public static void Fill(ref Data value) => value = new();
    [return: Borrowed(nameof(x), nameof(y))] public static Data Pick([Borrowed] Data x, [Borrowed] Data y) { if (Cond()) return x; return y; }
    [return: Borrowed(nameof(x))] public static Data First([Borrowed] Data x, [Borrowed] Data y) => x;
    [return: BorrowedMut(nameof(x), nameof(y))] public static Data PickMut([BorrowedMut] Data x, [BorrowedMut] Data y) { if (Cond()) return x; return y; }

    public static Outer MakeOuter() => new();
    public static void Make(out Outer value) => value = new();
    public static Outer Pass([Owned] Outer value) => value;
    public static void Eat([Owned] Outer value) { }
    public static bool Takes([Owned] Outer value) => Cond();
    public static void See([Borrowed] Outer value) { }
    public static void Peer(in Outer value) { }
    public static void Edit([BorrowedMut] Outer value) { }
    public static void Both([Borrowed] Outer x, [Borrowed] Outer y) { }
    public static void Clash([BorrowedMut] Outer x, [Borrowed] Outer y) { }
    public static void Swap([BorrowedMut] Outer x, [BorrowedMut] Outer y) { }
    public static void Feed([BorrowedMut] Outer x, [Owned] Outer y) { }
    public static void Fill(ref Outer value) => value = new();
    [return: Borrowed(nameof(x), nameof(y))] public static Outer Pick([Borrowed] Outer x, [Borrowed] Outer y) { if (Cond()) return x; return y; }
    [return: Borrowed(nameof(x))] public static Outer First([Borrowed] Outer x, [Borrowed] Outer y) => x;
    [return: BorrowedMut(nameof(x), nameof(y))] public static Outer PickMut([BorrowedMut] Outer x, [BorrowedMut] Outer y) { if (Cond()) return x; return y; }

    public static Res MakeRes() => new();
    public static void Make(out Res value) => value = new();
    public static Res Pass([Owned] Res value) => value;
    public static void Eat([Owned] Res value) { }
    public static bool Takes([Owned] Res value) => Cond();
    public static void See([Borrowed] Res value) { }
    public static void Peer(in Res value) { }
    public static void Edit([BorrowedMut] Res value) { }
    public static void Both([Borrowed] Res x, [Borrowed] Res y) { }
    public static void Clash([BorrowedMut] Res x, [Borrowed] Res y) { }
    public static void Swap([BorrowedMut] Res x, [BorrowedMut] Res y) { }
    public static void Feed([BorrowedMut] Res x, [Owned] Res y) { }
    public static void Fill(ref Res value) => value = new();
    [return: Borrowed(nameof(x), nameof(y))] public static Res Pick([Borrowed] Res x, [Borrowed] Res y) { if (Cond()) return x; return y; }
    [return: Borrowed(nameof(x))] public static Res First([Borrowed] Res x, [Borrowed] Res y) => x;
    [return: BorrowedMut(nameof(x), nameof(y))] public static Res PickMut([BorrowedMut] Res x, [BorrowedMut] Res y) { if (Cond()) return x; return y; }

    public static Bag MakeBag() => new();
    public static void Make(out Bag value) => value = new();
    public static Bag Pass([Owned] Bag value) => value;
    public static void Eat([Owned] Bag value) { }
    public static bool Takes([Owned] Bag value) => Cond();
    public static void See([Borrowed] Bag value) { }
    public static void Peer(in Bag value) { }
    public static void Edit([BorrowedMut] Bag value) { }
    public static void Both([Borrowed] Bag x, [Borrowed] Bag y) { }
    public static void Clash([BorrowedMut] Bag x, [Borrowed] Bag y) { }
    public static void Swap([BorrowedMut] Bag x, [BorrowedMut] Bag y) { }
    public static void Feed([BorrowedMut] Bag x, [Owned] Bag y) { }
    public static void Fill(ref Bag value) => value = new();
    [return: Borrowed(nameof(x), nameof(y))] public static Bag Pick([Borrowed] Bag x, [Borrowed] Bag y) { if (Cond()) return x; return y; }
    [return: Borrowed(nameof(x))] public static Bag First([Borrowed] Bag x, [Borrowed] Bag y) => x;
    [return: BorrowedMut(nameof(x), nameof(y))] public static Bag PickMut([BorrowedMut] Bag x, [BorrowedMut] Bag y) { if (Cond()) return x; return y; }

    public static Part[] MakeArrayPart() => [new(), new()];

    public static Data[] MakeArrayData() => [new(), new()];

    public static Outer[] MakeArrayOuter() => [new(), new()];

    public static Res[] MakeArrayRes() => [new(), new()];

    public static Bag[] MakeArrayBag() => [new(), new()];

    public static Ticket MakeTicket() => new();
    public static void Make(out Ticket value) => value = new();
    public static Ticket Pass([Owned] Ticket value) => value;
    public static void Eat([Owned] Ticket value) { }
    public static void See(in Ticket value) { }
    public static void Edit(ref Ticket value) { }

    public static void Run([Borrowed] Action f) { f(); f(); }
    public static void RunOnce([Once] Action f) => f();
    public static void Keep([Owned] Action f) { }
}
