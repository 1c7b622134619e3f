namespace RustVsGo.Analyzers.Tests.Rules;

public sealed class HarnessTests
{
    [Fact]
    public Task A_program_without_any_attribute_is_silent() =>
        Verify.Ownership(
            """
            using System;
            class C { void M(string s) { var t = s; Console.WriteLine(s + t); } }
            """);
}
