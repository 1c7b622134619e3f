using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0373_CapturedByEscaping;

/// <summary>A function that captures <c>this</c> and is stored in it lives no longer than what it captured.</summary>
public sealed class KeptByThisTests
{
    [Fact]
    public Task A_function_over_this_may_be_stored_in_this() => Owner(
        """
        public Owner()
        {
            _act = () => Look();
            _part.Bump();
            _act = Change;
        }

        [Mutates] public void Directly()
        {
            _act = () => Look();
            _count = 3;
            _act();
            _act = () => _count++;
            Change();
        }

        [Mutates] public void ByName()
        {
            var act = () => Look();
            _act = act;
            Change();
            Next._act = () => Look();
            Change();
        }
        """);

    [Fact]
    public Task A_function_over_this_is_not_stored_in_another_object() => Owner(
        """
        [Mutates] public void Give([BorrowedMut] Owner other) => {|RVG0521:other._act = () => Look()|};
        """);

    [Fact]
    public Task A_function_over_this_is_not_returned() => Owner(
        """
        public Func<int> Counter() => {|RVG0521:() => _count|};
        """);

    [Fact]
    public Task A_function_over_this_that_has_a_name_still_borrows_it() => Owner(
        """
        [Mutates] public void Early()
        {
            var act = () => Look();
            {|RVG0506:_count = 3|};
            act();
        }
        """);

    private static Task Owner(string members) => Construct.Members(
        "[Owned] public sealed class Owner\n{\n"
        + "    private Action _act = () => { };\n    private int _count;\n    private Part _part = new();\n    public Owner? Next;\n"
        + "    public void Look() { }\n    [Mutates] public void Change() { }\n"
        + members + "\n}\n");
}
