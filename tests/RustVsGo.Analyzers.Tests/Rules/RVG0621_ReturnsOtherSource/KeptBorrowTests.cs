using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0621_ReturnsOtherSource;

/// <summary>Borrows that a plain object keeps in a field.</summary>
public sealed class KeptBorrowTests
{
    [Fact]
    public Task A_method_that_keeps_a_borrow_says_so() => Cursor(
        """
        public void MoveTo([Borrowed] Config config) => _config = {|RVG0621:config|};
        """);

    [Fact]
    public Task A_method_that_says_so_may_keep_a_borrow() => Cursor(
        """
        public void MoveTo([Borrowed(CapturedBy = "this")] Config config) => _config = config;
        """);

    [Fact]
    public Task A_constructor_keeps_what_has_the_type_of_its_field() => Cursor(
        """
        public Cursor([Borrowed] Config config) => _config = config;
        """);

    [Fact]
    public Task A_field_may_be_cleared_and_written_with_itself() => Cursor(
        """
        public void Clear() => _config = null!;
        public void Same() => _config = _config;
        """);

    [Fact]
    public Task A_borrow_stored_in_another_object_is_reported() => Cursor(
        """
        public static void Move(Cursor cursor, [Borrowed] Config config) => cursor._config = {|RVG0621:config|};
        """);

    [Fact]
    public Task What_the_receiver_may_keep_another_object_may_not() => Cursor(
        """
        public void Share([Borrowed(CapturedBy = "this")] Config config, Cursor other)
        {
            _config = config;
            other._config = {|RVG0621:config|};
        }

        public void Hand([Borrowed(CapturedBy = "this")] Config config, Cursor other)
        {
            var same = other;
            {|RVG0621:same.MoveTo(config)|};
        }

        public void MoveTo([Borrowed(CapturedBy = "this")] Config config) => _config = config;
        """);

    [Fact]
    public Task What_the_receiver_may_keep_is_not_kept_by_what_another_object_lent() => Moves.Program(
        """
        [Owned] sealed class Holder
        {
            [Borrowed] private Config _config = null!;
            private Holder _inner = null!;

            [Mutates] [return: BorrowedMut] public Holder Inner() => _inner;
            [Mutates] public void Keep([Borrowed(CapturedBy = "this")] Config config) => _config = config;

            [Mutates] public void Name([Borrowed(CapturedBy = "this")] Config config, [BorrowedMut] Holder other)
            {
                var same = Own.BorrowMut(other);
                same._config = {|RVG0621:config|};
            }

            [Mutates] public void Inside([Borrowed(CapturedBy = "this")] Config config, [BorrowedMut] Holder other)
            {
                {|RVG0621:other.Inner().Keep(config)|};
                Inner().Keep(config);
            }

            [Mutates] public void Either([Borrowed(CapturedBy = "this")] Config config, [BorrowedMut] Holder other, bool first)
            {
                var one = first ? this : other;
                one._config = {|RVG0621:config|};
            }

            public static void Closure([Borrowed] Config config, [BorrowedMut] Holder other)
            {
                var keep = {|RVG0621:() => other.Keep(config)|};
                keep();
            }

            [Mutates] public void Closure([Borrowed(CapturedBy = "this")] Config config)
            {
                var keep = () => Keep(config);
                keep();
            }

            [Mutates] public void Walk([Borrowed(CapturedBy = "this")] Config config, [BorrowedMut] Holder other)
            {
                var own = Own.BorrowMut(this);
                while (own._inner != null)
                    own = Own.BorrowMut(own._inner);
                own._config = config;
                var foreign = Own.BorrowMut(other);
                while (foreign._inner != null)
                    foreign = Own.BorrowMut(foreign._inner);
                foreign._config = {|RVG0621:config|};
            }
        }
        """);

    [Fact]
    public Task What_the_receiver_may_keep_it_may_keep_by_a_member_and_a_new_object_may_as_well() => Cursor(
        """
        public Cursor([Borrowed] Config config, Cursor other)
        {
            MoveTo(config);
            _config = config;
            other._config = null!;
        }

        public void Both([Borrowed(CapturedBy = "this")] Config config, [Borrowed] Config second)
        {
            var own = new Cursor(second, this);
            own.MoveTo(config);
            own._config = config;
            MoveTo(config);
        }

        public void MoveTo([Borrowed(CapturedBy = "this")] Config config) => _config = config;
        """);

    [Fact]
    public Task A_borrow_of_a_local_is_not_kept() => Cursor(
        """
        public void Renew()
        {
            var config = Make();
            _config = {|RVG0597:config|};
        }
        """);

    private static Task Cursor(string members) => Moves.Program("sealed class Cursor\n{\n[Borrowed] private Config _config = null!;\n" + members + "\n}");
}
