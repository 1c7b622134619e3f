using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0373_CapturedByEscaping;

/// <summary>Functions that become elements of a collection: it holds what they captured, and takes it along where it goes.</summary>
public sealed class CollectedTests
{
    [Fact]
    public Task A_collection_that_others_have_takes_what_the_function_captured() => Construct.Members(
        """
        readonly List<Action> _actions = new();
        static readonly List<Action> s_actions = new();

        void Test(List<Action> actions, [Borrowed] Data lent)
        {
            {|RVG0521:actions.Add(() => Look(lent))|};
            var first = Make();
            actions.Add(() => Look(first));
            Look({|RVG0382:first|});
            var second = Make();
            _actions.Add(() => Look(second));
            Look({|RVG0382:second|});
            var third = Make();
            s_actions.Add(() => Look(third));
            Look({|RVG0382:third|});
        }
        """);

    [Fact]
    public Task A_collection_that_others_have_may_take_what_nobody_uses_any_more() => Construct.Members(
        """
        readonly List<Action> _actions = new();
        static readonly List<Action> s_actions = new();

        void Test(List<Action> actions, int number)
        {
            var first = Make();
            actions.Add(() => Look(first));
            var second = Make();
            _actions.Add(() => Look(second));
            s_actions.Add(() => Print(number));
            _actions.Add(() => _actions.Clear());
        }

        static void Print(int number) { }
        """);

    [Fact]
    public Task A_collection_that_outlives_a_block_takes_what_ends_with_it() => Construct.Members(
        """
        static void Test(int[] numbers)
        {
            var actions = new Queue<Action>();
            foreach (var number in numbers)
            {
                var data = Make();
                actions.Enqueue(() => data.Touch());
            }

            while (actions.Count > 0)
                actions.Dequeue()();
        }
        """);

    [Fact]
    public Task What_a_collection_took_along_is_gone() => Construct.Members(
        """
        static void Test(int[] numbers)
        {
            var actions = new Queue<Action>();
            foreach (var number in numbers)
            {
                var data = Make();
                actions.Enqueue(() => data.Touch());
                {|RVG0382:data|}.Touch();
            }

            actions.Dequeue()();
        }
        """);

    [Fact]
    public Task A_using_ends_before_the_collection_of_functions_that_need_it() => Construct.Members(
        """
        static void Test()
        {
            var actions = new List<Action>();
            {
                using var res = Open();
                actions.Add({|RVG0597:() => res.Touch()|});
            }

            actions[0]();
        }
        """);

    [Fact]
    public Task What_a_function_captured_of_a_plain_object_its_collection_does_not_hold() => Construct.Members(
        """
        static void Test(string path, List<int> numbers)
        {
            var actions = new List<Action>();
            var stream = File.OpenRead(path);
            actions.Add(() => stream.ReadByte());
            actions.Add(() => numbers.Clear());
            numbers.Add(1);
            stream.Dispose();
            actions.Clear();
            foreach (var action in actions)
                action();
        }
        """);

    [Fact]
    public Task A_collection_of_this_has_functions_over_this() => Construct.Members(
        "",
        """
        [Owned] public sealed class Owner
        {
            private readonly List<Action> _actions = new();
            private int _count;

            [Mutates] public void Test([Borrowed] Part lent, [Owned] Part own)
            {
                _actions.Add(() => Change());
                _count++;
                _actions.Add(() => _count++);
                Change();
                {|RVG0521:_actions.Add(() => Look(lent))|};
                _actions.Add(() => Look(own));
                Look({|RVG0382:own|});
            }

            [Mutates] private void Change() => _count++;
        }
        """);
}
