namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3005: a delegate parameter that its method keeps and does not say so.</summary>
public sealed class KeptDelegateTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using RustVsGo;

        """;

    [Fact]
    public Task A_project_that_says_nothing_about_ownership_is_left_alone() => Verify.Proposal(
        "RVG3005",
        "public class C { private System.Action _action; public C(System.Action action) => _action = action; }");

    [Fact]
    public Task A_project_that_says_anything_about_it_is_asked_about_the_rest() => Verify.Proposal(
        "RVG3005",
        "using RustVsGo; public class C { private System.Action _action; public C(System.Action {|RVG3005:action|}) => _action = action; }");

    [Fact]
    public Task A_stored_delegate_is_kept() => Check(
        """
        public class C
        {
            private Action _action;
            private Action[] _all = new Action[1];
            private event Action Clicked;

            public C(Action {|RVG3005:action|}) => _action = action;

            public void Set(Action {|RVG3005:action|}) => _action = action ?? throw new ArgumentNullException(nameof(action));

            public void Add(Action {|RVG3005:action|}) => Clicked += action;

            public void Combine(Action {|RVG3005:action|})
            {
                if (action != null)
                    _action = (Action)(_action + action);
            }

            public void Give(Action {|RVG3005:action|}, out Action result) => result = action;
        }
        """);

    [Fact]
    public Task A_returned_delegate_is_kept() => Check(
        """
        public static class C
        {
            public static Action Same(Action {|RVG3005:action|}) => action;

            public static Action Either(Action {|RVG3005:a|}, Action {|RVG3005:b|}, bool first)
            {
                return first ? a : b;
            }

            public static IEnumerable<Action> All(Action {|RVG3005:a|})
            {
                yield return a;
            }
        }
        """);

    [Fact]
    public Task A_delegate_that_is_passed_to_its_next_owner_is_kept() => Check(
        """
        public static class C
        {
            public static void Keep([Owned] Action action) { }

            public static void Pass(Action {|RVG3005:action|}) => Keep(action);
        }
        """);

    [Fact]
    public Task A_delegate_that_is_only_called_is_not_kept() => Check(
        """
        public class C
        {
            private Action _action = () => { };

            public void Run(Action action)
            {
                action();
                action?.Invoke();
                var same = action;
                same();
                Help(action);
            }

            public int Map(Func<int, int> map) => map(1);

            public void Remove(Action action) => _action -= action;

            private static void Help(Action action) => action();

            public Func<Action> Later() => () => _action;
        }
        """);

    [Fact]
    public Task A_parameter_that_says_so_is_fine() => Check(
        """
        public class C
        {
            private Action _action;

            public C([Owned] Action action) => _action = action;

            public void Set2([Shared] Action action) => _action = action;

            public Action Property
            {
                get => _action;
                set => _action = value;
            }
        }
        """);

    [Fact]
    public Task What_another_declaration_decides_is_not_asked_here() => Check(
        """
        public abstract class B
        {
            public abstract void Set(Action action);
        }

        public class C : B
        {
            private Action _action = () => { };

            public override void Set(Action action) => _action = action;

            public void Shadow()
            {
                Action action = () => { };
                _action = action;
            }
        }
        """);

    private static Task Check(string program) => Verify.Proposal("RVG3005", Prelude + program);
}
