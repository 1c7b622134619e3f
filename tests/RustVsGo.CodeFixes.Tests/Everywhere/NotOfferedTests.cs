using System.Reflection;

namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>Each way of mending where it would not be right: the test that shows it, here or elsewhere.</summary>
public sealed class NotOfferedTests
{
    private static readonly (string Fix, string Rule, string Members)[] s_here =
    [
        ("AddSourceFix", "RVG0621",
            """
            public interface IPick
            {
                [return: Borrowed(nameof(a))]
                Page Pick([Borrowed] Page a, [Borrowed] Page b);
            }

            public sealed class Second : IPick
            {
                [return: Borrowed(nameof(a))]
                public Page Pick([Borrowed] Page a, [Borrowed] Page b) => b;
            }
            """),
        ("BorrowLaterFix", "RVG0499",
            """
            static void M()
            {
                var p = new Page();
                var line = p.Edit();
                line.Grow();
                p.Change();
                line.Grow();
            }
            """),
        ("BorrowReceiverFix", "RVG0382",
            """
            [Owned]
            class Tally
            {
                [Consumes] public virtual int Total() => 1;
            }

            sealed class Kept : Tally
            {
                [Consumes]
                public override int Total()
                {
                    Sink.Kept.Add(this);
                    return 2;
                }
            }

            static int M(Tally tally) => tally.Total() + tally.Total();
            """),
        ("CloneArgumentFix", "RVG0502",
            """
            static void M()
            {
                var n = new Note();
                n.Append(n);
            }

            [Owned]
            sealed class Note
            {
                public int Count;
                [Mutates] public void Append([Borrowed] Note other) => Count += other.Count;
            }
            """),
        ("CloneInFunctionFix", "RVG0382",
            """
            static void M()
            {
                var p = new Page();
                Action take = () => Sink.Keep(p);
                take();
                take();
            }
            """),
        ("KeepAliveFix", "RVG0716",
            """
            static int M(int n)
            {
                var pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(() => n++);
                if (n > 2)
                    return Call(pointer);
                return Call(pointer) + 1;
            }

            static int Call(IntPtr pointer) => pointer == 0 ? 0 : 1;
            """),
        ("LendParameterFix", "RVG0515",
            """
            [return: Borrowed]
            static Line First([Borrowed] Page other)
            {
                var p = new Page();
                if (other.Count > 0)
                    return other.View();
                return p.View();
            }
            """),
        ("OwnParameterFix", "RVG0521",
            """
            private static List<int>? s_last;

            public static void Remember([Borrowed] List<int> numbers) => s_last = numbers;

            static int M()
            {
                List<int> numbers = [1];
                Remember(numbers);
                return numbers.Count + (s_last?.Count ?? 0);
            }
            """),
        ("OwnResultFix", "RVG0515",
            """
            [return: Borrowed]
            static Line First([Borrowed] Page other)
            {
                var p = new Page();
                if (other.Count > 0)
                    return other.View();
                return p.View();
            }
            """),
        ("OwnTemporaryFix", "RVG0716",
            """
            static int M()
            {
                var view = new Page().View();
                return Sink.See(view);
            }
            """),
        ("OwnerFirstFix", "RVG0597",
            """
            static void M()
            {
                using var watcher = new Watcher();
                var p = new Page { Count = watcher.Watched is null ? 1 : 2 };
                watcher.Watched = p.View();
            }
            """),
        ("PreserveFix", "RVG0382", "static async Task<int> M(ValueTask<int> task) => await task + await task;"),
        ("PropagateByHandFix", "RVG1006",
            """
            static Result<int, string> Load() => Result.Ok(1);

            static Result<int, string> M()
            {
                if (!Load().TryGet(out var n, out var why)) return Result.Err(why);
                return Result.Ok(n + (why?.Length ?? 0));
            }
            """),
        ("ReplaceFix", "RVG0507",
            """
            static void Eat([BorrowedMut] Shelf shelf) => Eat(shelf.Book);

            static void Eat([Owned] Book book) => Sink.Kept.Add(book);

            [Owned]
            sealed class Book(int pages)
            {
                public int Pages = pages;
            }

            [Owned]
            sealed class Shelf
            {
                public Book Book = new(2);
            }
            """),
        ("RootBesideFix", "RVG0716",
            """
            sealed class Slot
            {
                public IntPtr Pointer;
            }

            static void M(Slot slot, int n)
            {
                slot.Pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(() => n++);
            }
            """),
        ("RootDelegateFix", "RVG0716",
            """
            static int M(int n)
            {
                var pointer = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate(new Action(() => n++));
                return Call(pointer);
            }

            static int Call(IntPtr pointer) => pointer == 0 ? 0 : 1;
            """),
        ("SnapshotFix", "RVG0502",
            """
            static void M()
            {
                var pages = new List<Page> { new() };
                foreach (var page in pages)
                {
                    pages.Clear();
                    Sink.Look(page);
                }
            }
            """),
        ("DropMemberFix", "RVG2002",
            """
            public class Closable : IDisposable
            {
                public void Dispose() { }
            }

            public sealed class Shelf : Closable
            {
                [Owned] private readonly Handle _handle = new();
                public int Size() => _handle.Length;
            }
            """),
        ("DropOwnedFix", "RVG2001",
            """
            public static int Read([Owned] Handle handle, bool b)
            {
                if (b)
                {
                    handle.Dispose();
                    return 1;
                }

                return 0;
            }
            """),
        ("ImplementDropFix", "RVG2003",
            """
            public sealed class Shelf
            {
                [Owned] private readonly Slow _slow = new();
                public int Size() => _slow.Length;
            }

            public sealed class Slow : IAsyncDisposable
            {
                public int Length;
                public ValueTask DisposeAsync() => default;
            }
            """),
        ("LeaveToOwnerFix", "RVG2004",
            """
            public static int M()
            {
                using (var stream = new MemoryStream())
                {
                    return Kept(stream);
                }
            }

            public static int Kept([Owned] Stream stream)
            {
                using (stream)
                    return 3;
            }
            """),
        ("LendOwnedFix", "RVG2001",
            """
            public static int Read([Owned] Handle handle, bool b)
            {
                if (b)
                    handle.Dispose();
                return 0;
            }
            """),
    ];

    private static readonly (string Fix, Type Tests, string Test)[] s_elsewhere =
    [
        ("AssignResultFix", typeof(Sharing.DroppedResultFixTests), nameof(Sharing.DroppedResultFixTests.What_is_not_of_the_same_type_or_not_assignable_is_not_assigned)),
        ("AwaitBeforeGuardFix", typeof(Sharing.GuardFixTests), nameof(Sharing.GuardFixTests.A_lock_that_is_used_before_or_only_held_stays)),
        ("AwaitFix", typeof(SignatureFixTests), nameof(SignatureFixTests.A_method_with_a_ref_parameter_cannot_await)),
        ("BindArgumentFix", typeof(ConflictFixTests), nameof(ConflictFixTests.An_argument_behind_another_effect_stays)),
        ("BindTemporaryFix", typeof(BindRefusedTests), nameof(BindRefusedTests.Not_where_the_borrow_outlives_the_block)),
        ("BorrowAliasFix", typeof(BorrowAliasTests), nameof(BorrowAliasTests.An_alias_that_a_using_drops_must_own)),
        ("BorrowParameterFix", typeof(BorrowParameterRefusedTests), nameof(BorrowParameterRefusedTests.A_family_with_a_member_that_keeps_the_value_is_not_changed)),
        ("CloneBorrowFix", typeof(CloneBorrowedTests), nameof(CloneBorrowedTests.Not_where_the_borrow_is_exclusive)),
        ("CloneFix", typeof(CloneMethodsTests), nameof(CloneMethodsTests.A_type_without_a_copy_is_not_cloned)),
        ("CloneForCaptureFix", typeof(ClosureFixTests), nameof(ClosureFixTests.A_kept_delegate_that_changes_a_parameter_gets_no_clone)),
        ("CloneThisForCaptureFix", typeof(ClosureFixTests), nameof(ClosureFixTests.A_kept_delegate_that_changes_the_object_gets_no_clone)),
        ("DiscardStartedFix", typeof(Sharing.LostWorkFixTests), nameof(Sharing.LostWorkFixTests.What_never_ends_is_neither_waited_for_nor_let_go)),
        ("DropOnceFix", typeof(MoveFixTests), nameof(MoveFixTests.A_use_of_what_was_dropped_does_not_go)),
        ("ExclusiveAliasFix", typeof(ConflictFixTests), nameof(ConflictFixTests.What_is_borrowed_again_meanwhile_is_not_borrowed_exclusively)),
        ("HoistOwnerFix", typeof(LifetimeFixTests), nameof(LifetimeFixTests.An_owner_stays_in_its_loop)),
        ("IntoLoopFix", typeof(MoveFixTests), nameof(MoveFixTests.A_value_that_is_used_behind_the_loop_is_not_made_in_each_turn)),
        ("JoinFix", typeof(Sharing.LostWorkFixTests), nameof(Sharing.LostWorkFixTests.What_never_ends_is_neither_waited_for_nor_let_go)),
        ("KeepBorrowFix", typeof(KeptBorrowFixTests), nameof(KeptBorrowFixTests.Another_parameter_cannot_be_said_to_keep_it)),
        ("LeaveDropFix", typeof(TransferFixTests), nameof(TransferFixTests.The_drop_of_a_value_that_is_only_lent_behind_it_stays)),
        ("LeaveOpenFix", typeof(TransferFixTests), nameof(TransferFixTests.What_was_told_to_close_is_left)),
        ("MoveLaterFix", typeof(MoveFixTests), nameof(MoveFixTests.A_move_in_front_of_a_return_stays)),
        ("NameSourceFix", typeof(ContractFixTests), nameof(ContractFixTests.A_source_that_the_body_contradicts_is_not_offered)),
        ("NarrowGuardFix", typeof(Sharing.GuardFixTests), nameof(Sharing.GuardFixTests.A_variable_that_cannot_be_declared_in_front_keeps_the_lock)),
        ("OwnCapturedFix", typeof(ClosureFixTests), nameof(ClosureFixTests.What_is_used_again_stays_where_it_is)),
        ("PropagateFix", typeof(Sharing.DroppedResultFixTests), nameof(Sharing.DroppedResultFixTests.An_error_that_the_caller_cannot_get_is_not_returned)),
        ("PropagateUnwrapFix", typeof(Sharing.ResultFixTests), nameof(Sharing.ResultFixTests.An_error_that_cannot_be_returned_stays)),
        ("ReadEarlierFix", typeof(ReadFixTests), nameof(ReadFixTests.What_may_not_be_there_is_not_read_earlier)),
        ("ReorderFix", typeof(ConflictFixTests), nameof(ConflictFixTests.A_change_that_something_between_depends_on_stays)),
        ("StateModeFix", typeof(ContractFixTests), nameof(ContractFixTests.What_is_stored_is_not_borrowed)),
        ("StateMutationFix", typeof(StateMutationTests), nameof(StateMutationTests.What_the_base_borrows_stays_borrowed)),
        ("TakeFix", typeof(MoveFixTests), nameof(MoveFixTests.A_field_behind_a_shared_borrow_is_not_taken)),
        ("TakeOverContractFix", typeof(ContractFixTests), nameof(ContractFixTests.What_the_body_does_not_keep_is_not_promised)),
        ("ThroughBorrowFix", typeof(ReadFixTests), nameof(ReadFixTests.A_borrow_that_may_lead_elsewhere_does_not_stand_for_its_owner)),
        ("TokenFix", typeof(Sharing.LostWorkFixTests), nameof(Sharing.LostWorkFixTests.What_never_ends_is_neither_waited_for_nor_let_go)),
        ("UsingFix", typeof(Disposal.DisposalFixTests), nameof(Disposal.DisposalFixTests.A_variable_that_some_path_gives_away_gets_no_using)),
        ("WithoutBorrowFix", typeof(OwnerFixTests), nameof(OwnerFixTests.What_a_call_lent_stays)),
    ];

    // A result can always be dropped on purpose, one more owner always be called so, and an attribute that contradicts another, or says nothing, can always go.
    private static readonly string[] s_always = ["ArcCloneFix", "DiscardFix", "RemoveAttributeFix"];

    public static TheoryData<string> Here => [.. s_here.Select(each => each.Fix)];

    [Fact]
    public void Each_way_of_mending_is_looked_at()
    {
        Assert.Equal(FixFamilies.InSource, s_here.Select(each => each.Fix).Concat(s_elsewhere.Select(each => each.Fix)).Concat(s_always).Order(StringComparer.Ordinal));
        Assert.All(s_elsewhere, each => Assert.True(each.Tests.GetMethod(each.Test)?.GetCustomAttribute<FactAttribute>() is not null));
    }

    [Theory]
    [MemberData(nameof(Here))]
    public async Task It_is_not_offered(string fix)
    {
        var (_, rule, members) = s_here.Single(each => each.Fix == fix);
        using var project = new FamilyProject($"using RustVsGo;\n\nnamespace App;\n\npublic static class {fix}Not\n{{\n{members}\n}}\n", rule);
        var reports = await project.Reports();
        Assert.All(reports, report => Assert.Equal(rule, report.Id));
        Assert.DoesNotContain(fix, await project.Ways(Assert.Single(reports)));
    }
}
