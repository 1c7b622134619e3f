namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Objects that keep what they are given and drop it with themselves.</summary>
public sealed class KeeperTests
{
    [Fact]
    public Task What_is_kept_may_be_used_until_its_keeper_is_dropped() => Keepers.Body(
        """
        var x = new MemoryStream();
        var reader = new Reader(x);
        reader.Read();
        x.ReadByte();
        reader.Read();
        reader.Dispose();
        """);

    [Fact]
    public Task What_is_kept_is_dropped_with_its_keeper() => Keepers.Body(
        """
        var x = new MemoryStream();
        var reader = new Reader(x);
        reader.Dispose();
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task The_end_of_the_keepers_using_drops_what_it_keeps() => Keepers.Body(
        """
        var x = new MemoryStream();
        using (var reader = new Reader(x))
        {
            reader.Read();
        }
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task What_is_left_open_outlives_the_wrapper() => Keepers.Body(
        """
        var x = new MemoryStream();
        using (var reader = new Reader(x, leaveOpen: true))
        {
            reader.Read();
        }
        x.ReadByte();
        x.Dispose();
        """);

    [Fact]
    public Task Both_may_stand_in_a_using() => Keepers.Body(
        """
        using var x = new MemoryStream();
        using var reader = new Reader(x);
        reader.Read();
        x.ReadByte();
        """);

    [Fact]
    public Task A_second_drop_by_hand_is_harmless() => Keepers.Body(
        """
        var x = new MemoryStream();
        try
        {
            using var reader = new Reader(x);
            reader.Read();
        }
        finally
        {
            x.Dispose();
        }
        """);

    [Fact]
    public Task A_drop_under_a_keeper_that_is_used_later_is_reported() => Keepers.Body(
        """
        var x = new MemoryStream();
        var reader = new Reader(x);
        {|RVG0505:x|}.Dispose();
        reader.Read();
        """);

    [Fact]
    public Task A_drop_under_a_keeper_that_is_only_dropped_later_is_accepted() => Keepers.Body(
        """
        var x = new MemoryStream();
        using var reader = new Reader(x);
        reader.Read();
        x.Dispose();
        """);

    [Fact]
    public Task A_move_under_a_keeper_that_is_used_later_is_reported() => Keepers.Body(
        """
        var x = new MemoryStream();
        var reader = new Reader(x);
        Eat({|RVG0505:x|});
        reader.Read();
        """);

    [Fact]
    public Task What_is_kept_is_dropped_through_several_keepers() => Keepers.Members(
        """
        sealed class Buffered : MemoryStream
        {
            public Buffered([Keeps] Stream inner) { }
        }
        static void Test()
        {
            var x = new MemoryStream();
            var reader = new Reader(new Buffered(x));
            reader.Dispose();
            {|RVG0382:x|}.ReadByte();
        }
        """);

    [Fact]
    public Task What_is_kept_goes_where_its_keeper_goes() => Keepers.Body(
        """
        var x = new MemoryStream();
        Owners.Own(new Reader(x));
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task A_keeper_of_something_made_here_may_be_returned() => Keepers.Members(
        """
        static Reader Test()
        {
            var x = new MemoryStream();
            var reader = new Reader(x);
            x.WriteByte(1);
            return reader;
        }
        """);

    [Fact]
    public Task A_keeper_of_a_using_local_is_not_returned() => Keepers.Members(
        """
        static Reader Test()
        {
            using var x = new MemoryStream();
            return {|RVG0515:new Reader(x)|};
        }
        """);

    [Fact]
    public Task A_keeper_used_behind_the_using_of_what_it_keeps_is_reported() => Keepers.Body(
        """
        Reader reader;
        using (var x = new MemoryStream())
        {
            reader = new Reader({|RVG0597:x|});
        }
        reader.Read();
        """);

    [Fact]
    public Task Dropping_the_keeper_of_something_borrowed_is_reported() => Keepers.Members(
        """
        static void Test([Borrowed] Stream x)
        {
            var reader = new Reader(x);
            reader.Read();
            {|RVG0507:reader|}.Dispose();
        }
        """);

    [Fact]
    public Task Something_borrowed_that_is_left_open_is_accepted() => Keepers.Members(
        """
        static void Test([Borrowed] Stream x)
        {
            using var reader = new Reader(x, true);
            reader.Read();
        }
        """);

    [Fact]
    public Task Of_something_lent_nothing_is_known() => Keepers.Members(
        """
        static void Test(Stream x)
        {
            using (var reader = new Reader(x))
                reader.Read();
            x.ReadByte();
        }
        """);

    [Fact]
    public Task A_receiver_keeps_what_its_method_is_given() => Keepers.Body(
        """
        var x = new MemoryStream();
        var bundle = new Bundle();
        bundle.Add(x);
        x.ReadByte();
        bundle.Dispose();
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task A_receiver_may_keep_many() => Keepers.Body(
        """
        using var bundle = new Bundle();
        while (bundle.Count() < n)
        {
            var x = new MemoryStream();
            bundle.Add(x);
            x.WriteByte(1);
        }
        """);

    [Fact]
    public Task Two_keepers_in_fields_may_share_a_stream() => Keepers.Members(
        """
        private readonly Reader _one;
        private readonly Reader _two;
        public Tests()
        {
            var x = new MemoryStream();
            _one = new Reader(x);
            _two = new Reader(x);
            x.WriteByte(1);
        }
        """);

    [Fact]
    public Task A_keeper_of_a_using_local_is_not_stored() => Keepers.Members(
        """
        private readonly Reader _one;
        public Tests()
        {
            using var x = new MemoryStream();
            _one = new Reader({|RVG0597:x|});
        }
        """);

    [Fact]
    public Task A_keeper_that_may_be_missing_is_dropped_if_it_is_there() => Keepers.Body(
        """
        var x = new MemoryStream();
        var reader = c ? new Reader(x) : null;
        reader?.Read();
        reader?.Dispose();
        """);
}
