namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>What a signature says of a parameter that its receiver keeps, and of one that is mutated under another name.</summary>
public sealed class KeptBorrowFixTests
{
    [Fact]
    public Task A_receiver_says_what_it_keeps() => Places.IsMended<ReturnsOtherSourceCodeFixProvider>(
        """
        [Owned]
        sealed class Album
        {
            [Borrowed] private Leaf? _last;

            [Mutates]
            public void Add([Borrowed] Leaf leaf) // keeps it
            {
                _last = {|RVG0621:leaf|};
            }

            [Mutates]
            public void Both([Borrowed] Leaf one, [BorrowedMut] Document other)
            {
                other.Change();
                {|RVG0621:Keep(one)|};
            }

            [Mutates]
            public void Again([Borrowed()] Leaf leaf) => {|RVG0621:this.Keep(leaf)|};

            [Mutates]
            public void Keep([Borrowed(CapturedBy = "this")] Leaf leaf) => _last = leaf;

            public int Size() => _last?.Size ?? 0;
        }
        """,
        """
        [Owned]
        sealed class Album
        {
            [Borrowed] private Leaf? _last;

            [Mutates]
            public void Add([Borrowed(CapturedBy = "this")] Leaf leaf) // keeps it
            {
                _last = leaf;
            }

            [Mutates]
            public void Both([Borrowed(CapturedBy = "this")] Leaf one, [BorrowedMut] Document other)
            {
                other.Change();
                Keep(one);
            }

            [Mutates]
            public void Again([Borrowed(CapturedBy = "this")] Leaf leaf) => this.Keep(leaf);

            [Mutates]
            public void Keep([Borrowed(CapturedBy = "this")] Leaf leaf) => _last = leaf;

            public int Size() => _last?.Size ?? 0;
        }
        """,
        ReturnsOtherSourceCodeFixProvider.KeepKey);

    [Fact]
    public Task Another_parameter_cannot_be_said_to_keep_it() => Places.IsLeft<ReturnsOtherSourceCodeFixProvider>(
        """
        [Owned]
        sealed class Album
        {
            [Borrowed] public Leaf? Last;

            [Mutates]
            public void Add([BorrowedMut] Album other, [Borrowed] Leaf leaf)
            {
                other.Last = {|RVG0621:leaf|};
            }

            public static void Put([BorrowedMut] Album other, [Borrowed] Leaf leaf)
            {
                other.Last = {|RVG0621:leaf|};
            }
        }
        """,
        ReturnsOtherSourceCodeFixProvider.KeepKey);

    [Fact]
    public Task A_parameter_is_mutated_under_another_name() => Places.IsMended<BorrowThroughSharedCodeFixProvider>(
        """
        static class C
        {
            static void Named([Borrowed] Document document)
            {
                var d = document;
                {|RVG0596:d|}.Change();
            }

            static void Matched([Borrowed] Document document)
            {
                if (document.Leaf is { } leaf)
                    {|RVG0596:leaf|}.Grow();
            }
        }
        """,
        """
        static class C
        {
            static void Named([BorrowedMut] Document document)
            {
                var d = document;
                d.Change();
            }

            static void Matched([BorrowedMut] Document document)
            {
                if (document.Leaf is { } leaf)
                    leaf.Grow();
            }
        }
        """,
        BorrowThroughSharedCodeFixProvider.MutateKey);
}
