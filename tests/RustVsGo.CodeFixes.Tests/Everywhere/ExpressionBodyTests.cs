namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>Each way of mending where the mistake stands in an expression body: it is offered, or it is not, or no such mistake can stand there.</summary>
public sealed class ExpressionBodyTests
{
    private static readonly FixFamily[] s_mended =
    [
        new("AddSourceFix", "RVG0621",
            """
            [return: Borrowed(nameof(first)«|, nameof(second)»)]
            static Page Longer([Borrowed] Page first, [Borrowed] Page second) => first.Count > second.Count ? first : second;
            """,
            0),
        new("ArcCloneFix", "RVG1002",
            """
            static Arc<int> Again(in Arc<int> shared) => «shared.Clone()|Arc.Clone(shared)»;
            """,
            0),
        new("AwaitFix", "RVG0515",
            """
            static async Task<int> SizeAsync([Borrowed] Page page)
            {
                await Task.Yield();
                return page.Count;
            }

            static «|async »Task<int> Open(Page page) => «|await »SizeAsync(page);
            """,
            0),
        new("BorrowParameterFix", "RVG0382",
            """
            static int Sum([«Owned|Borrowed»] Page page) => page.Count;

            static int Twice(Page page) => Sum(page) + page.Read();
            """,
            0),
        new("BorrowReceiverFix", "RVG0382",
            """
            [Owned]
            sealed class Tally
            {
                private int _count = 2;

                [«Consumes|Mutates»] public int Next() => _count++;
            }

            static int Twice(Tally tally) => tally.Next() + tally.Next();
            """,
            0),
        new("CloneArgumentFix", "RVG0502",
            """
            static void Double([BorrowedMut] Document document) => document.Append(document«|.Clone()»);
            """,
            0),
        new("CloneFix", "RVG0382",
            """
            static int Taken([Owned] Document document)
            {
                Sink.Take(document);
                return 1;
            }

            static int Twice(Document document) => Taken(document«|.Clone()») + document.Read();

            static readonly Func<Document, int> s_twice = document => Taken(document«|.Clone()») + document.Read();
            """,
            0),
        new("CloneInFunctionFix", "RVG0382",
            """
            static int Test()
            {
                var d = new Document();
                Action take = () => Sink.Take(d«|.Clone()»);
                take();
                take();
                return 1;
            }
            """,
            0),
        new("DiscardFix", "RVG1001",
            """
            [MustUse("it tells whether there was room")]
            static bool Add(List<int> numbers) => numbers.Count > 0;

            static void M(List<int> numbers) => «|_ = »Add(numbers);
            """,
            0),
        new("KeepBorrowFix", "RVG0621",
            """
            [Owned]
            sealed class Album
            {
                [Borrowed] private Line? _last;

                [Mutates]
                public void Add([Borrowed«|(CapturedBy = "this")»] Line line) => _last = line;

                public int Size() => _last?.Size ?? 0;
            }
            """,
            0),
        new("LendParameterFix", "RVG0515",
            """
            [return: Borrowed]
            static Line First([«Owned|Borrowed»] Page page) => page.View();
            """,
            0,
            "RVG0106"),
        new("NameSourceFix", "RVG0106",
            """
            [return: Borrowed«|(nameof(first))»]
            public static Page Pick([Borrowed] Page first, [Borrowed] Page second) => first;
            """,
            0),
        new("OwnParameterFix", "RVG0521",
            """
            private static List<int>? s_last;

            public static void Remember([«Borrowed|Owned»] List<int> numbers) => s_last = numbers;
            """,
            0),
        new("OwnResultFix", "RVG0515",
            """
            «[return: Borrowed]
            |»static Leaf First([Owned] Document document) => document.View()«|.Clone()»;
            """,
            0,
            "RVG0106"),
        new("RemoveAttributeFix", "RVG3002",
            """
            static int Twice(«[Owned] |»int n) => n * 2;
            """,
            0),
        new("ReplaceFix", "RVG0507",
            """
            static void Eat([BorrowedMut] Page page) => Sink.Eat(«page.Line|Own.Replace(ref page.Line, new Line())»);
            """,
            0),
        new("RootDelegateFix", "RVG0515",
            """
            «|private static readonly Action s_action = new Action(Step);

            »static void Step() => Console.Error.Write(' ');

            static IntPtr Pointer() => System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate(«new Action(Step)|s_action»);
            """,
            0),
        new("StateModeFix", "RVG3004",
            """
            public static int Count(«|[Owned] »Page page) => page.Count;
            """,
            0),
        new("StateMutationFix", "RVG0594",
            """
            [Owned]
            sealed class Counter
            {
                private int _count;

                public int Next «=> ++_count;|{ [Mutates] get => ++_count; }»

                public int this[int by] «=> _count += by; // more|{ [Mutates] get => _count += by; } // more»
            }
            """,
            0),
        new("TakeFix", "RVG0507",
            """
            static void Eat([BorrowedMut] Page page) => Sink.Eat(«page.Spare|Own.Take(ref page.Spare)»);
            """,
            0),
        new("TakeOverContractFix", "RVG0053",
            """
            interface ISink
            {
                int Put([Borrowed] Page page);
            }

            sealed class Store : ISink
            {
                public int Put([«Owned|Borrowed»] Page page) => page.Count;
            }
            """,
            0),
        new("LendOwnedFix", "RVG2001",
            """
            static int Size([«Owned|Borrowed»] Handle handle) => handle.Length;
            """,
            0),
    ];

    // A statement would have to stand in front, or in its place, and none can.
    private static readonly (string Fix, string Rule, string Members)[] s_left =
    [
        ("AssignResultFix", "RVG1001", "static void M(string text) => text.Trim();"),
        ("BindArgumentFix", "RVG0499", "static void M([BorrowedMut] Page page) => page.Edit().Grow(page.Change());"),
        ("BindTemporaryFix", "RVG0716", "[Owned]\nsealed class Slot\n{\n    [Borrowed] private Line? _line;\n    [Mutates] public void M() => _line = new Handle().View();\n    public int Size() => _line?.Size ?? 0;\n}"),
        ("RootBesideFix", "RVG0716", "private static IntPtr s_pointer;\nstatic void M(int n) => s_pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(() => n++);"),
        ("CloneForCaptureFix", "RVG0521", "static void M([Borrowed] Document document) => Sink.Start(() => Console.Error.Write(document.Read()));"),
        ("CloneThisForCaptureFix", "RVG0521", "[Owned]\nsealed class Chapter\n{\n    private int _n;\n    public Chapter Clone() => new();\n    public void M() => Sink.Start(() => Console.Error.Write(_n));\n}"),
        ("DropMemberFix", "RVG2002", "sealed class Shelf : IDisposable\n{\n    [Owned] private readonly Handle _handle = new();\n    public void Dispose() => Console.Error.Write(_handle.Length);\n}"),
        ("PreserveFix", "RVG0382", "static async Task<int> M(ValueTask<int> task) => await task + await task;"),
        ("PropagateFix", "RVG1001", "static Result<int, string> Save() => Result.Ok(1);\nstatic void M() => Save();"),
        ("PropagateUnwrapFix", "RVG1005", "static Result<int, string> Load() => Result.Ok(1);\nstatic int M() => Load().Unwrap();"),
        ("ReadEarlierFix", "RVG0382", "static int M(Page page) => Kept(page) + page.Count;\nstatic int Kept([Owned] Page page)\n{\n    Sink.Keep(page);\n    return 1;\n}"),
    ];

    private static readonly (string Fix, string Why)[] s_impossible =
    [
        ("AwaitBeforeGuardFix", "it is about a using declaration"),
        ("DiscardStartedFix", "a task is dropped by a statement"),
        ("JoinFix", "a task is dropped by a statement"),
        ("NarrowGuardFix", "it is about a using declaration"),
        ("PropagateByHandFix", "it is about a statement that tests"),
        ("TokenFix", "a task is dropped by a statement"),
        ("BorrowAliasFix", "it is about a second variable, which a statement declares"),
        ("BorrowLaterFix", "it is about a variable that borrows, which a statement declares"),
        ("CloneBorrowFix", "it is about a variable that borrows, or a returned borrow, whose clone OwnResultFix makes"),
        ("DropOnceFix", "a drop is a statement"),
        ("DropOwnedFix", "what overwrites a value is a statement; a parameter that an expression does not take LendOwnedFix lets borrow"),
        ("ExclusiveAliasFix", "it is about a variable that borrows, which a statement declares"),
        ("HoistOwnerFix", "it is about a variable in a block"),
        ("ImplementDropFix", "it is about a type"),
        ("IntoLoopFix", "a loop is a statement"),
        ("KeepAliveFix", "it is about a variable that holds a pointer, which a statement declares"),
        ("LeaveDropFix", "a drop is a statement"),
        ("LeaveToOwnerFix", "a drop is a statement"),
        ("LeaveOpenFix", "what wraps the stream is dropped by a statement"),
        ("MoveLaterFix", "what moves is a statement"),
        ("OwnCapturedFix", "it is about a using declaration"),
        ("OwnTemporaryFix", "it is about an assignment to a variable that a statement declares"),
        ("OwnerFirstFix", "it is about two declarations"),
        ("ReorderFix", "what moves is a statement"),
        ("SnapshotFix", "it is about a loop, or a variable that a statement declares"),
        ("ThroughBorrowFix", "it is about a variable that borrows, which a statement declares"),
        ("UsingFix", "it is about a variable, which a statement declares"),
        ("WithoutBorrowFix", "it is about a variable that borrows, which a statement declares"),
    ];

    public static TheoryData<string> Mended => [.. s_mended.Select(family => family.Fix)];

    public static TheoryData<string> Left => [.. s_left.Select(family => family.Fix)];

    [Fact]
    public void Each_way_of_mending_is_looked_at() =>
        Assert.Equal(FixFamilies.InSource, s_mended.Select(each => each.Fix).Concat(s_left.Select(each => each.Fix)).Concat(s_impossible.Select(each => each.Fix)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Mended))]
    public async Task It_is_mended(string fix)
    {
        var family = s_mended.Single(family => family.Fix == fix);
        var text = family.Before;
        for (var i = 0; i < 3 && text != family.After; i++)
        {
            using var project = new FamilyProject(text, family.Rule);
            var reports = await project.Reports();
            Assert.All(reports, report => Assert.True(report.Id == family.Rule || report.Id == family.Also, report.ToString()));
            var action = await project.First(reports.First(report => report.Id == family.Rule));
            Assert.NotNull(action);
            text = await project.Text(await FamilyProject.After(action));
        }

        Assert.Equal(family.After, text);
        using var mended = new FamilyProject(text, family.Rule);
        Assert.Empty(await mended.Reports());
    }

    [Theory]
    [MemberData(nameof(Left))]
    public async Task It_is_left(string fix)
    {
        var (_, rule, members) = s_left.Single(family => family.Fix == fix);
        using var project = new FamilyProject($"using RustVsGo;\n\nnamespace App;\n\npublic static class {fix}Left\n{{\n{members}\n}}\n", rule);
        var reports = await project.Reports();
        Assert.All(reports, report => Assert.Equal(rule, report.Id));
        Assert.DoesNotContain(fix, await project.Ways(Assert.Single(reports)));
    }
}
