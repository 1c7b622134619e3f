using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0507_MoveOutOfBorrow;

/// <summary>What nobody owns alone (<c>[Shared]</c>) is named again, stored and changed, and not taken.</summary>
public sealed class SharedTests
{
    [Fact]
    public Task What_is_shared_is_not_dropped() => Shared(
        """
        static void Test()
        {
            {|RVG0507:Log()|}.Dispose();
            {|RVG0507:s_log|}.Dispose();
            var log = Log();
            {|RVG0507:log|}.Dispose();
        }
        """);

    [Fact]
    public Task What_is_shared_is_not_dropped_by_a_using() => Shared(
        """
        static void Test()
        {
            using var {|RVG0507:log|} = Log();
            log.Touch();
        }
        """);

    [Fact]
    public Task What_is_shared_on_one_path_is_not_taken_and_a_new_value_is() => Shared(
        """
        static void Test(bool own)
        {
            var log = own ? Open() : Log();
            log.Touch();
            Take({|RVG0507:log|});
            log = Open();
            Take(log);
        }
        """);

    [Fact]
    public Task A_part_of_what_is_shared_is_not_taken() => Shared(
        """
        static void Test()
        {
            var log = Log();
            var part = log.P;
            Look(part);
            Take({|RVG0507:log.P|});
            Take({|RVG0507:part|});
        }
        """);

    [Fact]
    public Task A_static_property_of_a_move_type_is_shared() => Shared(
        """
        static Res Property => s_log;

        static void Test()
        {
            Property.Touch();
            Take({|RVG0507:Property|});
        }
        """);

    [Fact]
    public Task What_is_shared_is_changed_stored_and_named_again() => Shared(
        """
        static void Test(List<Res> list, Tests tests)
        {
            var log = Log();
            var same = log;
            same.Touch();
            log.Touch();
            list.Add(same);
            tests._log = log;
            tests._log.Touch();
            s_log = same;
            Keep(log);
            object plain = log;
            Keep((Res)plain);
        }

        static void Keep([Shared] Res res) => res.Touch();
        """);

    [Fact]
    public Task What_is_shared_is_returned_as_shared_or_borrowed() => Shared(
        """
        [return: Shared] static Res Same(bool first)
        {
            var log = Log();
            return first ? log : s_log;
        }

        [return: Borrowed] Part View() => _log.P;

        static Res Owned() => {|RVG0507:s_log|};
        """);

    [Fact]
    public Task A_result_of_contradictory_attributes_is_left_alone() => Shared(
        """
        [return: Shared] [return: {|RVG3001:Owned|}] static Res Both() => Open();

        static void Test() => Take(Both());
        """);

    private static Task Shared(string members) => Construct.Members(
        "[Shared] static Res s_log = Open();\n[Shared] Res _log = Open();\n[return: Shared] static Res Log() => s_log;\n" + members);
}
