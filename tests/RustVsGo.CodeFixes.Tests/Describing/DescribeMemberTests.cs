namespace RustVsGo.CodeFixes.Tests.Describing;

/// <summary>The refactoring that writes a contract line for a member of a library that nobody describes.</summary>
public sealed class DescribeMemberTests
{
    private const string NewFile = "Contracts.ownership.txt";

    [Fact]
    public async Task An_argument_can_be_taken_or_only_used()
    {
        using var workspace = new LibraryWorkspace("var stream = new MemoryStream(); Device.Send(str$$eam); stream.ReadByte();");

        Assert.Equal(["stream.Owned", "stream.Borrowed"], await workspace.Offered());
        Assert.Equal(
            ["Say in a contract file that 'Send' takes 'stream' ('[Owned]')", "Say in a contract file that 'Send' only uses 'stream' during the call ('[Borrowed]')"],
            await workspace.Titles());
    }

    [Fact]
    public async Task The_line_is_written_into_a_new_file_and_counts()
    {
        using var workspace = new LibraryWorkspace("var stream = new MemoryStream(); Device.Send(str$$eam); stream.ReadByte();");

        var (files, reports) = await workspace.Apply("stream.Owned");

        Assert.Equal([(NewFile, "M:Vendor.Device.Send(System.IO.Stream) ; stream: [Owned]\n")], files);
        Assert.Equal(["RVG0382 stream"], reports);
    }

    [Fact]
    public async Task Where_the_argument_is_only_used_nothing_is_reported()
    {
        using var workspace = new LibraryWorkspace("var stream = new MemoryStream(); Device.Send(str$$eam); stream.ReadByte();");

        Assert.Empty((await workspace.Apply("stream.Borrowed")).Reports);
    }

    [Theory]
    [InlineData("", "M:Vendor.Device.Stop ; this: [Drop]\n")]
    [InlineData("# ours", "# ours\nM:Vendor.Device.Stop ; this: [Drop]\n")]
    [InlineData("# ours\n", "# ours\nM:Vendor.Device.Stop ; this: [Drop]\n")]
    [InlineData("# ours\r\n", "# ours\r\nM:Vendor.Device.Stop ; this: [Drop]\r\n")]
    [InlineData("M:Vendor.Device.Stopped ; this: [Drop]\n", "M:Vendor.Device.Stopped ; this: [Drop]\nM:Vendor.Device.Stop ; this: [Drop]\n")]
    public async Task An_existing_file_gets_a_line(string before, string after)
    {
        using var workspace = new LibraryWorkspace("device.St$$op();", ("App.ownership.txt", before));

        Assert.Equal([("App.ownership.txt", after)], (await workspace.Apply("this.Drop")).Files);
    }

    [Fact]
    public async Task A_line_of_the_member_is_made_longer_in_whichever_file_it_stands()
    {
        using var workspace = new LibraryWorkspace(
            "var body = device.Op$$en();",
            ("A.ownership.txt", "# first\n"),
            ("B.ownership.txt", "M:Vendor.Device.Open ; this: [Mutates]  \n# last\n"));

        var (files, reports) = await workspace.Apply("return.Owned");

        Assert.Equal([("A.ownership.txt", "# first\n"), ("B.ownership.txt", "M:Vendor.Device.Open ; this: [Mutates] ; return: [Owned]  \n# last\n")], files);
        Assert.Empty(reports);
    }

    [Theory]
    [InlineData("device.Op$$en();", "return.Owned", "return.Borrowed(\"this\")", "this.Mutates", "this.Drop")]
    [InlineData("await device.OpenAs$$ync();", "return.Owned", "return.Borrowed(\"this\")", "this.Mutates", "this.Drop")]
    [InlineData("_ = device.Bo$$dy;", "return.Owned", "return.Borrowed(\"this\")")]
    [InlineData("device.Sto$$p();", "this.Mutates", "this.Drop")]
    [InlineData("device?.Sto$$p();", "this.Mutates", "this.Drop")]
    [InlineData("device.Att$$ach(null);", "this.Mutates", "this.Drop", "stream.Owned", "stream.Keeps", "stream.Borrowed")]
    [InlineData("device.Attach(nu$$ll);", "stream.Owned", "stream.Keeps", "stream.Borrowed")]
    [InlineData("new Dev$$ice(null, 1);", "stream.Owned", "stream.Keeps", "stream.Borrowed")]
    [InlineData("Device made = new(nu$$ll, 1);", "stream.Owned", "stream.Keeps", "stream.Borrowed")]
    [InlineData("device.Call(() =$$> device.Stop());", "action.Owned", "action.Once", "action.Borrowed")]
    [InlineData("device.Call(() => device.St$$op());", "this.Mutates", "this.Drop")]
    [InlineData("Device.Send(null, nu$$ll);", "second.Owned", "second.Borrowed")]
    [InlineData("Device.Send(nu$$ll, null);", "@this.Owned", "@this.Borrowed")]
    [InlineData("Stream.Null.Push(de$$vice);", "device.Owned", "device.Borrowed")]
    [InlineData("Device.Pass<Stream>(nu$$ll);", "value.Owned", "value.Borrowed")]
    public async Task What_is_offered_depends_on_the_place(string statement, params string[] offered)
    {
        using var workspace = new LibraryWorkspace(statement);

        Assert.Equal(offered, await workspace.Offered());
    }

    [Theory]
    [InlineData("data goes in", "device.Count(\"te$$xt\");")]
    [InlineData("the project declares it", "Ow$$n(null);")]
    [InlineData("no call", "var $$x = device;")]
    [InlineData("the body of a lambda", "device.Call(() => dev$$ice.Stop());")]
    [InlineData("the argument of a method of the project", "Own(nu$$ll);")]
    [InlineData("the catalog knows it", "File.OpenRe$$ad(\"a\");")]
    [InlineData("every dispose is a drop", "new MemoryStream().Disp$$ose();")]
    [InlineData("a method group is no call", "Action stop = device.St$$op;")]
    [InlineData("what does not bind", "device.No$$thing();")]
    public async Task Nothing_is_offered_where(string what, string statement)
    {
        using var workspace = new LibraryWorkspace(statement);

        Assert.True(!(await workspace.Offered()).Any(), what);
    }

    [Fact]
    public async Task Nor_is_a_part_offered_of_which_a_file_speaks()
    {
        using var workspace = new LibraryWorkspace("device.Att$$ach(null);", ("App.ownership.txt", "M:Vendor.Device.Attach(System.IO.Stream) ; stream: [Keeps]\n"));

        Assert.Equal(["this.Mutates", "this.Drop"], await workspace.Offered());
    }

    [Theory]
    [InlineData("_ = device.Bo$$dy;", "return.Borrowed(\"this\")", "P:Vendor.Device.Body ; return: [Borrowed(\"this\")]\n")]
    [InlineData("new Dev$$ice(null, 1);", "stream.Keeps", "M:Vendor.Device.#ctor(System.IO.Stream,System.Int32) ; stream: [Keeps]\n")]
    [InlineData("Device.Send(nu$$ll, null);", "@this.Owned", "M:Vendor.Device.Send(System.IO.Stream,System.IO.Stream) ; @this: [Owned]\n")]
    [InlineData("Device.Pass<Stream>(nu$$ll);", "value.Owned", "M:Vendor.Device.Pass``1(``0) ; value: [Owned]\n")]
    [InlineData("Stream.Null.Push(de$$vice);", "device.Owned", "M:Vendor.Extensions.Push(System.IO.Stream,Vendor.Device) ; device: [Owned]\n")]
    public async Task Every_line_that_is_written_can_be_read(string statement, string words, string line)
    {
        using var workspace = new LibraryWorkspace(statement);

        var (files, reports) = await workspace.Apply(words);

        Assert.Equal([(NewFile, line)], files);
        Assert.Empty(reports);
    }
}
