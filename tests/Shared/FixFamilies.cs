namespace RustVsGo.Tests;

/// <summary>
/// For each way of mending a program in which it is the first that is offered: a file with one mistake, what it becomes, and what the file's own test says
/// then.
/// </summary>
internal static class FixFamilies
{
    /// <summary>What the files have in common.</summary>
    public const string Types =
        """
        using RustVsGo;

        namespace App;

        [Owned]
        public sealed class Leaf
        {
            public int Size;
            public Leaf Clone() => new() { Size = Size };
            [Mutates] public void Grow(int by = 1) => Size += by;
        }

        [Owned]
        public sealed class Line
        {
            public int Size;
            [Mutates] public void Grow(int by = 1) => Size += by;
        }

        [Owned]
        public sealed class Document
        {
            public Leaf Leaf = new();
            public int Count;
            [return: Borrowed] public Leaf View() => Leaf;
            [Mutates] public int Change() => Leaf.Size = ++Count;
            public int Read() => Count;
            [Mutates] public void Append([Borrowed] Document other) => Count += other.Count;
            public Document Clone() => new() { Leaf = Leaf.Clone(), Count = Count };
        }

        [Owned]
        public sealed class Page
        {
            public Line Line = new();
            public Line? Spare = new();
            public int Count;
            [return: Borrowed] public Line View() => Line;
            [Mutates] [return: BorrowedMut] public Line Edit() => Line;
            [Mutates] public int Change() => Line.Size = ++Count;
            public int Read() => Count;
        }

        [Owned]
        public sealed class Handle : IDisposable
        {
            public int Length = 3;
            [return: Borrowed] public Line View() => s_line;
            public int Read() => Length;
            public void Dispose() => Length = 0;
            private static readonly Line s_line = new();
        }

        [Owned]
        public sealed class Watcher : IDisposable
        {
            [Borrowed] public Line? Watched;
            public void Dispose() { }
        }

        public static class Sink
        {
            public static readonly List<object> Kept = [];
            public static void Take([Owned] Document document) => Kept.Add(document);
            public static void Keep([Owned] Page page) => Kept.Add(page);
            public static void Shut([Owned] Handle handle) => handle.Dispose();
            public static void Eat([Owned] Line? line) => Kept.Add(line!);
            public static int Look([Borrowed] Page page) => page.Read();
            public static int See([Borrowed] Line line) => line.Size;
            public static int SeeLeaf([Borrowed] Leaf leaf) => leaf.Size;
            public static void Start([Owned, Once] Action action) => action();
        }
        """;

    private static readonly FixFamily[] s_all =
    [
        new("AddSourceFix", "RVG0621",
            """
            [return: Borrowed(nameof(first)«|, nameof(second)»)]
            static Page Longer([Borrowed] Page first, [Borrowed] Page second)
            {
                if (first.Count > second.Count)
                    return first;
                return second;
            }

            public static int Test()
            {
                var (a, b) = (new Page(), new Page { Count = 2 });
                return Longer(a, b).Read();
            }
            """,
            2),
        new("AssignResultFix", "RVG1001",
            """
            public static int Test()
            {
                var text = " four ";
                «|text = »text.Trim();
                return text.Length;
            }
            """,
            4),
        new("AwaitFix", "RVG0515",
            """
            static async Task<int> SizeAsync([Borrowed] Handle handle)
            {
                var size = handle.Length;
                await Task.Yield();
                return size;
            }

            static «|async »Task<int> Open()
            {
                using var h = new Handle();
                return «|await »SizeAsync(h);
            }

            public static int Test() => Open().Result;
            """,
            3),
        new("BindArgumentFix", "RVG0499",
            """
            public static int Test()
            {
                var p = new Page();
                «|var value = p.Change();
                »p.Edit().Grow(«p.Change()|value»);
                return p.View().Size;
            }
            """,
            2),
        new("BindTemporaryFix", "RVG0716",
            """
            public static int Test()
            {
                «|using var handle = new Handle();
                »var view = «new Handle()|handle».View();
                return Sink.See(view);
            }
            """,
            0),
        new("BindTemporaryFix", "RVG0716",
            """
            static async Task<int> Watch()
            {
                await Task.Yield();
                «|await using var source = new Source();
                »var line = «new Source()|source».View();
                return Sink.See(line);
            }

            [Owned]
            sealed class Source : IAsyncDisposable
            {
                private readonly Line _line = new() { Size = 5 };

                [return: Borrowed] public Line View() => _line;

                public ValueTask DisposeAsync() => default;
            }

            public static int Test() => Watch().Result;
            """,
            5,
            Kind: "Async"),
        new("BorrowAliasFix", "RVG0382",
            """
            public static int Test()
            {
                var p = new Page { Count = 4 };
                var other = «p|Own.Borrow(p)»;
                Sink.Look(other);
                return p.Read();
            }
            """,
            4),
        new("BorrowLaterFix", "RVG0499",
            """
            public static int Test()
            {
                var p = new Page();
            «    var line = p.Edit();
            |»    var count = p.Change();
            «|    var line = p.Edit();
            »    line.Grow(count);
                return p.View().Size;
            }
            """,
            2),
        new("BorrowParameterFix", "RVG0382",
            """
            static int Sum([«Owned|Borrowed»] Page page) => page.Count;

            public static int Test()
            {
                var p = new Page { Count = 2 };
                return Sum(p) + p.Read();
            }
            """,
            4),
        new("BorrowReceiverFix", "RVG0382",
            """
            [Owned]
            sealed class Tally
            {
                private int _count = 2;

                [«Consumes|Borrows»]
                public int Total() => _count;
            }

            public static int Test()
            {
                var t = new Tally();
                return t.Total() + t.Total();
            }
            """,
            4),
        new("CloneArgumentFix", "RVG0502",
            """
            public static int Test()
            {
                var d = new Document { Count = 2 };
                d.Append(d«|.Clone()»);
                return d.Read();
            }
            """,
            4),
        new("CloneBorrowFix", "RVG0502",
            """
            public static int Test()
            {
                var d = new Document();
                var view = d.View()«|.Clone()»;
                d.Change();
                return Sink.SeeLeaf(view) > 1 ? 0 : 1;
            }
            """,
            1),
        new("CloneFix", "RVG0382",
            """
            public static int Test()
            {
                var d = new Document { Count = 5 };
                Sink.Take(d«|.Clone()»);
                return d.Read();
            }
            """,
            5),
        new("CloneForCaptureFix", "RVG0382",
            """
            public static int Test()
            {
                var d = new Document { Count = 5 };
                «|var document = d.Clone();
                »Sink.Start(() => Sink.Take(«d|document»));
                return d.Read();
            }
            """,
            5),
        new("CloneInFunctionFix", "RVG0382",
            """
            public static int Test()
            {
                var d = new Document();
                Action take = () => Sink.Take(d«|.Clone()»);
                take();
                take();
                return 1;
            }
            """,
            1),
        new("CloneThisForCaptureFix", "RVG0521",
            """
            public static int Test() => new Chapter().Schedule();

            [Owned]
            sealed class Chapter
            {
                private int _pages = 7;

                public Chapter Clone() => new();

                public int Schedule()
                {
                    «|var chapter = this.Clone();
                    »Sink.Start(() => Console.Error.Write(«_pages|chapter._pages»));
                    return _pages;
                }
            }
            """,
            7),
        new("ArcCloneFix", "RVG1002",
            """
            public static int Test()
            {
                using var shared = Arc.New(3);
                using var other = «shared.Clone()|Arc.Clone(shared)»;
                return other.Value;
            }
            """,
            3),
        new("DropMemberFix", "RVG2002",
            """
            public static int Test()
            {
                using var shelf = new Shelf();
                return shelf.Size();
            }

            sealed class Shelf : IDisposable
            {
                [Owned] private readonly Handle _handle = new() { Length = 3 };

                public int Size() => _handle.Length;

                public void Dispose()
                {
                    Console.Error.Write("");
            «|        _handle.Dispose();
            »    }
            }
            """,
            3),
        new("DropOwnedFix", "RVG2001",
            """
            public static int Test()
            {
                var h = new Handle { Length = 1 };
                var n = h.Read();
            «|    h.Dispose();
            »    h = new Handle { Length = 2 };
                n += h.Read();
                h.Dispose();
                return n;
            }
            """,
            3,
            Kind: "Overwritten"),
        new("ImplementDropFix", "RVG2003",
            """
            public static int Test()
            {
                var shelf = new Shelf();
                return shelf.Size();
            }

            sealed class Shelf«| : IDisposable»
            {
                [Owned] private readonly Handle _handle = new() { Length = 3 };

                public int Size() => _handle.Length;«|

                public void Dispose() => _handle.Dispose();»
            }
            """,
            3),
        new("LeaveToOwnerFix", "RVG2004",
            """
            public static int Test()
            {
                «using |»var stream = new MemoryStream(3);
                return Kept(stream);
            }

            static int Kept([Owned] Stream stream)
            {
                using (stream)
                    return 3;
            }
            """,
            3),
        new("LendOwnedFix", "RVG2001",
            """
            public static int Test()
            {
                using var h = new Handle { Length = 3 };
                return Size(h);
            }

            static int Size([«Owned|Borrowed»] Handle handle)
            {
                return handle.Length;
            }
            """,
            3,
            Also: "RVG0382"),
        new("NarrowGuardFix", "RVG1003",
            """
            static int Count(Mutex<int> counter)
            {
                «using var guard = counter.Lock();
                var n = ++guard.Value;|int n;
                using (var guard = counter.Lock())
                {
                    n = ++guard.Value;
                }»
                Console.Error.Write(' ');
                return n;
            }

            public static int Test() => Count(new Mutex<int>(1));
            """,
            2),
        new("AwaitBeforeGuardFix", "RVG1004",
            """
            [NotSend]
            sealed class Section : IDisposable
            {
                public int Count;
                public void Dispose() => Count = 0;
            }

            static async Task<int> Read()
            {
                «using var section = new Section();
                var n = await Task.FromResult(2);|var n = await Task.FromResult(2);
                using var section = new Section();»
                section.Count = n;
                return section.Count;
            }

            public static int Test() => Read().Result;
            """,
            2),
        new("PropagateUnwrapFix", "RVG1005",
            """
            static Result<int, string> Load() => Result.Ok(2);

            static Result<int, string> Twice()
            {
                «var n = Load().Unwrap();|if (!Load().TryPropagate(out var n, out var error)) return error;»
                return Result.Ok(n * 2);
            }

            public static int Test() => Twice().TryPropagate(out var twice, out _) ? twice : 0;
            """,
            4),
        new("PropagateByHandFix", "RVG1006",
            """
            static Result<int, string> Load() => Result.Ok(2);

            static Result<int, string> Twice()
            {
                if (!Load().«TryGet|TryPropagate»(out var n, out var why)) return «Result.Err(why)|why»;
                return Result.Ok(n * 2);
            }

            public static int Test() => Twice().TryPropagate(out var twice, out _) ? twice : 0;
            """,
            4),
        new("TokenFix", "RVG1007",
            """
            static Task Start(CancellationToken token)
            {
                var ended = new TaskCompletionSource();
                Task.Run(() => ended.SetResult()«|, token»);
                return ended.Task;
            }

            public static int Test() => Start(CancellationToken.None).Wait(10000) ? 1 : 0;
            """,
            1),
        new("JoinFix", "RVG1007",
            """
            static int Run()
            {
                var sum = 0;
                «|var task = »Task.Run(() => sum = 5);
                Console.Error.Write(' ');
                «|task.GetAwaiter().GetResult();
                »return sum;
            }

            public static int Test() => Run();
            """,
            5),
        new("DiscardStartedFix", "RVG1007",
            """
            static int Start(bool twice)
            {
                if (twice)
                    «|_ = »Task.Run(() => Console.Error.Write(' '));
                return 1;
            }

            public static int Test() => Start(true);
            """,
            1),
        new("DiscardFix", "RVG1001",
            """
            [MustUse("it tells whether there was room")]
            static bool Add(List<int> numbers)
            {
                numbers.Add(1);
                return true;
            }

            public static int Test()
            {
                var numbers = new List<int>();
                «|_ = »Add(numbers);
                return numbers.Count;
            }
            """,
            1),
        new("DropOnceFix", "RVG0382",
            """
            public static int Test()
            {
                var h = new Handle();
                var size = h.Read();
                h.Dispose();
            «    h.Dispose();
            |»    return size;
            }
            """,
            3),
        new("ExclusiveAliasFix", "RVG0596",
            """
            public static int Test()
            {
                var p = new Page();
                var r = Own.Borrow«|Mut»(p);
                return r.Change();
            }
            """,
            1),
        new("HoistOwnerFix", "RVG0597",
            """
            public static int Test()
            {
                Line view;
            «|    var p = new Page();
            »    {
            «        var p = new Page();
            |»        view = p.View();
                }
                return Sink.See(view);
            }
            """,
            0),
        new("IntoLoopFix", "RVG0382",
            """
            public static int Test()
            {
            «    var p = new Page();
            |»    for (var i = 0; i < 3; i++)
                {
            «|        var p = new Page();
            »        Sink.Keep(p);
                }

                return 2;
            }
            """,
            2),
        new("KeepAliveFix", "RVG0716",
            """
            public static int Test()
            {
                var count = 3;
                «|Action action = () => count++;
                »var pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(«() => count++|action»);
                System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Action>(pointer)(); // as native code does
            «|    GC.KeepAlive(action);
            »    return count;
            }
            """,
            4),
        new("KeepBorrowFix", "RVG0621",
            """
            public static int Test()
            {
                var line = new Line { Size = 6 };
                var album = new Album();
                album.Add(line);
                return album.Size();
            }

            [Owned]
            sealed class Album
            {
                [Borrowed] private Line? _last;

                [Mutates]
                public void Add([Borrowed«|(CapturedBy = "this")»] Line line)
                {
                    _last = line;
                }

                public int Size() => _last?.Size ?? 0;
            }
            """,
            6),
        new("LeaveDropFix", "RVG0382",
            """
            public static int Test()
            {
                var h = new Handle();
                var size = h.Read();
            «    h.Dispose();
            |»    Sink.Shut(h);
                return size;
            }
            """,
            3),
        new("LeaveOpenFix", "RVG0382",
            """
            public static int Test()
            {
                var s = new MemoryStream();
                using (var w = new StreamWriter(s«|, leaveOpen: true»))
                {
                    w.Write("*");
                }

                s.Position = 0;
                return s.ReadByte();
            }
            """,
            42),
        new("LendParameterFix", "RVG0515",
            """
            [return: Borrowed]
            static Line First([«Owned|Borrowed»] Page page)
            {
                return page.View();
            }

            public static int Test()
            {
                var p = new Page();
                return First(p).Size;
            }
            """,
            0,
            "RVG0106"),
        new("MoveLaterFix", "RVG0382",
            """
            public static int Test()
            {
                var p = new Page { Count = 9 };
                var log = new List<int>();
            «    Sink.Keep(p);
            |»    log.Add(Sink.Look(p));
            «|    Sink.Keep(p);
            »    return log[0];
            }
            """,
            9),
        new("NameSourceFix", "RVG0106",
            """
            [return: Borrowed«|(nameof(first))»]
            public static Page Pick([Borrowed] Page first, [Borrowed] Page second) => first;

            public static int Test()
            {
                var (a, b) = (new Page { Count = 3 }, new Page());
                return Pick(a, b).Count;
            }
            """,
            3),
        new("OwnCapturedFix", "RVG0373",
            """
            public static int Test()
            {
                «using |»var h = new Handle();
                var size = h.Read();
                Sink.Start(() => Console.Error.Write(h.Read()));
                return size;
            }
            """,
            3),
        new("OwnParameterFix", "RVG0521",
            """
            private static List<int>? s_last;

            public static void Remember([«Borrowed|Owned»] List<int> numbers) => s_last = numbers;

            public static int Test()
            {
                Remember([1, 2, 3, 4, 5, 6, 7, 8]);
                return s_last?.Count ?? 0;
            }
            """,
            8),
        new("OwnResultFix", "RVG0515",
            """
            «[return: Borrowed]
            |»static Leaf First([Borrowed] Document other)
            {
                var d = new Document();
                if (other.Count > 0)
                    return other.View()«|.Clone()»;
                return d.View()«|.Clone()»;
            }

            public static int Test()
            {
                var d = new Document { Count = 1 };
                return First(d).Size;
            }
            """,
            0),
        new("OwnTemporaryFix", "RVG0716",
            """
            static Page Make() => new() { Count = 2 };

            public static int Test()
            {
                var p = new Page();
                var r = Own.Borrow(p);
                if (r.Count == 0)
                    r = «Own.Borrow(Make())|Make()»;
                return r.Read();
            }
            """,
            2),
        new("OwnerFirstFix", "RVG0597",
            """
            public static int Test()
            {
            «|    var p = new Page();
            »    using var watcher = new Watcher();
            «    var p = new Page();
            |»    watcher.Watched = p.View();
                return 4;
            }
            """,
            4),
        new("PreserveFix", "RVG0382",
            """
            static ValueTask<int> Get(int n) => new(n);

            static async Task<int> Twice()
            {
                var t = Get(2)«|.Preserve()»;
                var first = await t;
                return first + await t;
            }

            public static int Test() => Twice().Result;
            """,
            4),
        new("PropagateFix", "RVG1001",
            """
            static Result<int, string> Save(int number) => Result.Ok(number);

            static Result<int, string> Twice()
            {
                «Save(1);|if (!Save(1).TryPropagate(out _, out var error)) return error;»
                return Save(2);
            }

            public static int Test() => Twice().TryPropagate(out var saved, out _) ? saved : 0;
            """,
            2),
        new("ReadEarlierFix", "RVG0382",
            """
            public static int Test()
            {
                var p = new Page { Count = 6 };
                «|var value = p.Count;
                »Sink.Keep(p);
                return «p.Count|value»;
            }
            """,
            6,
            NotIn: "a loop"),
        new("RemoveAttributeFix", "RVG3002",
            """
            static int Twice(«[Owned] |»int n) => n * 2;

            public static int Test() => Twice(4);
            """,
            8),
        new("RemoveAttributeFix", "RVG3001",
            """
            static int Count([Owned«, Borrowed|»] Page page) => page.Count;

            public static int Test() => Count(new Page { Count = 4 });
            """,
            4),
        new("ReorderFix", "RVG0502",
            """
            public static int Test()
            {
                var p = new Page();
                var view = p.View();
            «    p.Change();
            |»    Console.Error.Write(Sink.See(view) > 9);
            «|    p.Change();
            »    return p.Read();
            }
            """,
            1),
        new("ReplaceFix", "RVG0507",
            """
            static int Eat([BorrowedMut] Page page)
            {
                Sink.Eat(«page.Line|Own.Replace(ref page.Line, new Line())»);
                return page.Line.Size;
            }

            public static int Test() => Eat(new Page { Line = new Line { Size = 2 } });
            """,
            0),
        new("RootBesideFix", "RVG0716",
            """
            private static IntPtr s_pointer;
            «|private static Action? s_action;
            »
            public static int Test()
            {
                var count = 3;
                «|s_action = () => count++;
                »s_pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(«() => count++|s_action»);
                System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Action>(s_pointer)();
                return count;
            }
            """,
            4),
        new("RootDelegateFix", "RVG0716",
            """
            «|private static readonly Action s_action = new Action(Step);
            »private static int s_count;

            private static void Step() => s_count = 5;

            public static int Test()
            {
                var pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate(«new Action(Step)|s_action»);
                System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Action>(pointer)();
                return s_count;
            }
            """,
            5),
        new("SnapshotFix", "RVG0502",
            """
            public static int Test()
            {
                var numbers = new List<int> { 1, 2 };
                foreach (var number in numbers«|.ToList()»)
                {
                    if (number > 1)
                        numbers.Remove(number);
                }

                return numbers.Count;
            }
            """,
            1),
        new("StateModeFix", "RVG3005",
            """
            public static int Test()
            {
                var n = 5;
                return new Later(() => n).Run();
            }

            public sealed class Later
            {
                private readonly Func<int> _run;

                public Later(«|[Owned] »Func<int> run) => _run = run;

                public int Run() => _run();
            }
            """,
            5),
        new("StateModeFix", "RVG3004",
            """
            public static int Count(«|[Owned] »Page page) => page.Count;

            public static int Test() => Count(new Page { Count = 6 });
            """,
            6),
        new("StateMutationFix", "RVG0594",
            """
            public static int Test() => new Counter().Next();

            [Owned]
            sealed class Counter
            {
                private int _count;

                «|[Mutates]
                »public int Next() => ++_count;
            }
            """,
            1),
        new("StateMutationFix", "RVG0596",
            """
            static void Bump([«Borrowed|BorrowedMut»] Page page) => page.Change();

            public static int Test()
            {
                var p = new Page();
                Bump(p);
                return p.Read();
            }
            """,
            1),
        new("TakeFix", "RVG0507",
            """
            public static int Test()
            {
                var p = new Page();
                var r = Own.BorrowMut(p);
                Sink.Eat(«r.Spare|Own.Take(ref r.Spare)»);
                return 3;
            }
            """,
            3),
        new("TakeOverContractFix", "RVG0053",
            """
            public static int Test()
            {
                var p = new Page { Count = 3 };
                new Store().Put(p);
                return 3;
            }

            interface ISink
            {
                void Put([Borrowed] Page page);
            }

            sealed class Store : ISink
            {
                public void Put([«Owned|Borrowed»] Page page) { }
            }
            """,
            3),
        new("ThroughBorrowFix", "RVG0503",
            """
            public static int Test()
            {
                var p = new Page { Count = 3 };
                var r = Own.BorrowMut(p);
                r.Count = «p.Count|r.Count» + 1;
                return r.Read();
            }
            """,
            4),
        new("UsingFix", "RVG2001",
            """
            public static int Test()
            {
                «|using »var h = new Handle { Length = 3 };
                return h.Read();
            }
            """,
            3),
        new("WithoutBorrowFix", "RVG0502",
            """
            public static int Test()
            {
                var p = new Page();
            «    var r = Own.Borrow(p);
            |»    var count = Sink.Look(«r|p»);
                count += p.Change();
                return count + Sink.Look(«r|p»);
            }
            """,
            2),
    ];

    public static IReadOnlyList<FixFamily> All => s_all;

    /// <summary>The ways of mending that stand in the source, by their names, and that are to be found in each table.</summary>
    public static IEnumerable<string> InSource =>
        Directory.GetFiles(RepositoryRoot.Combine("src", "RustVsGo.CodeFixes", "Fixes"), "*Fix.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}
