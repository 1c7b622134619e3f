namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Processes that were disposed, and their streams.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("var p = Process.Start(\"x\"); p.Dispose(); Use({|RVG0382:p|}.ExitCode);")]
    [InlineData("var p = Process.Start(new ProcessStartInfo(\"x\")); p.Close(); {|RVG0382:p|}.WaitForExit();")]
    [InlineData("var p = Process.GetProcessById(1); p.Dispose(); Use({|RVG0382:p|}.Id);")]
    [InlineData("var p = Process.GetCurrentProcess(); p.Dispose(); {|RVG0382:p|}.Refresh();")]
    [InlineData("var p = new Process(); p.Start(); p.Dispose(); {|RVG0382:p|}.Kill();")]
    [InlineData("var p = Process.Start(\"x\"); using (p) { p.WaitForExit(); } Use({|RVG0382:p|}.ExitCode);")]
    [InlineData("var p = Process.Start(\"x\"); try { p.WaitForExit(); } finally { p.Dispose(); } Use({|RVG0382:p|}.ExitCode);")]
    public Task A_process_is_used_behind_its_end(string body) => Check(body);

    [Theory]
    [InlineData("var p = Process.Start(\"x\"); p.WaitForExit(); Use(p.ExitCode); p.Dispose();")]
    [InlineData("using var p = Process.Start(\"x\"); p.WaitForExit(); Use(p.ExitCode);")]
    [InlineData("var p = Process.Start(\"x\"); p.Dispose(); Use(p.StartInfo); Use(p.EnableRaisingEvents);")]
    [InlineData("var p = Process.Start(\"x\"); p.Dispose(); p.Dispose();")]
    [InlineData("var p = Process.Start(\"x\"); p.Dispose(); p = Process.Start(\"y\"); p.WaitForExit();")]
    [InlineData("foreach (var p in Process.GetProcesses()) { Use(p.Id); p.Dispose(); }")]
    [InlineData("var p = Process.Start(\"x\"); var code = p.ExitCode; p.Dispose(); Use(code);")]
    public Task A_process_is_used_before_it(string body) => Check(body);

    [Theory]
    [InlineData("var p = Process.Start(\"x\"); var o = p.StandardOutput; {|RVG0505:p|}.Dispose(); Use(o.ReadToEnd());")]
    [InlineData("var p = Process.Start(\"x\"); var e = p.StandardError; {|RVG0505:p|}.Close(); Use(e.ReadLine());")]
    [InlineData("StreamReader o; using (var p = Process.Start(\"x\")) { o = {|RVG0597:p|}.StandardOutput; } Use(o.ReadToEnd());")]
    public Task Its_output_outlives_it(string body) => Check(body);

    [Theory]
    [InlineData("using var p = Process.Start(\"x\"); return {|RVG0515:p.StandardOutput|};")]
    [InlineData("var p = Process.Start(\"x\"); return p.StandardOutput;")]
    public Task Its_output_is_returned(string body) => CatalogProgram.Check($"    StreamReader M() {{ {body} }}");

    [Theory]
    [InlineData("using var p = Process.Start(\"x\"); var o = p.StandardOutput; Use(o.ReadToEnd()); p.WaitForExit();")]
    [InlineData("string text; using (var p = Process.Start(\"x\")) { text = p.StandardOutput.ReadToEnd(); } Use(text);")]
    [InlineData("using var p = Process.Start(\"x\"); p.StandardInput.WriteLine(\"a\"); p.StandardInput.Close(); p.WaitForExit();")]
    public Task Its_output_is_read_in_time(string body) => Check(body);

    private static Task Check(string body) => CatalogProgram.Check(
        $$"""
            static void Use(object value) { }
            void M() { {{body}} }
        """);
}
