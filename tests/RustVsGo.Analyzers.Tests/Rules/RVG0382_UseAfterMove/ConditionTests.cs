namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Parameters that take ownership unless, or only when, another argument says so.</summary>
public sealed class ConditionTests
{
    [Fact]
    public Task A_default_argument_decides() => Keepers.Body(
        """
        var x = new MemoryStream();
        Owners.Close(x);
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task A_literal_that_says_no_takes_nothing() => Keepers.Body(
        """
        var x = new MemoryStream();
        Owners.Close(x, true);
        Owners.Close(x, leaveOpen: true);
        Owners.CloseWhen(x, false);
        x.ReadByte();
        """);

    [Fact]
    public Task Named_arguments_in_another_order_decide() => Keepers.Body(
        """
        var x = new MemoryStream();
        Owners.CloseWhen(close: true, stream: x);
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task A_constant_decides_as_its_value_does() => Keepers.Body(
        """
        const bool Keep = true;
        var x = new MemoryStream();
        Owners.Close(x, Keep);
        x.ReadByte();
        Owners.Close(x, !Keep);
        {|RVG0382:x|}.ReadByte();
        """);

    [Fact]
    public Task Of_a_variable_nothing_is_known() => Keepers.Body(
        """
        var x = new MemoryStream();
        Owners.Close(x, c);
        x.ReadByte();
        """);

    [Fact]
    public Task What_is_taken_on_a_condition_may_be_used_afterwards_in_the_body() => Keepers.Members(
        """
        static void Test([Owned(Unless = nameof(leaveOpen))] Stream x, bool leaveOpen)
        {
            if (!leaveOpen)
                Eat(x);
            else
                x.Flush();
        }
        """);

    [Fact]
    public Task A_condition_that_names_no_parameter_takes_nothing() => Keepers.Members(
        """
        static void Odd([{|RVG3001:Owned(Unless = "nobody")|}] Stream x, bool leaveOpen) { }
        static void Test()
        {
            var x = new MemoryStream();
            Odd(x, false);
            x.ReadByte();
        }
        """);

    [Fact]
    public Task A_condition_of_a_move_type_decides() => Keepers.Members(
        """
        static void Use([Owned(Unless = nameof(lend))] Config x, bool lend) { }
        static void Test()
        {
            var x = Make();
            Use(x, true);
            Look(x);
            Use(x, false);
            Look({|RVG0382:x|});
        }
        """);
}
