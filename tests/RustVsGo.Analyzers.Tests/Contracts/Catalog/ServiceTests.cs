namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>What a scope of services ends.</summary>
public sealed class ServiceTests
{
    [Theory]
    [InlineData("IServiceProvider M(IServiceProvider p) { using var s = p.CreateScope(); return {|RVG0515:s.ServiceProvider|}; }")]
    [InlineData("IServiceProvider M(IServiceScopeFactory f) { using (var s = f.CreateScope()) return {|RVG0515:s.ServiceProvider|}; }")]
    [InlineData("async Task<IServiceProvider> M(IServiceProvider p) { await using var s = p.CreateAsyncScope(); return {|RVG0515:s.ServiceProvider|}; }")]
    [InlineData("void M(IServiceProvider p) { IServiceProvider q; using (var s = p.CreateScope()) { q = {|RVG0597:s|}.ServiceProvider; } q.GetService(typeof(int)); }")]
    public Task The_provider_outlives_its_scope(string member) => CatalogProgram.Check(member);

    [Theory]
    [InlineData("void M(IServiceProvider p) { using var s = p.CreateScope(); s.ServiceProvider.GetRequiredService<C>().ToString(); }")]
    [InlineData("C M(IServiceProvider p) { using var s = p.CreateScope(); return s.ServiceProvider.GetRequiredService<C>(); }")]
    [InlineData("async Task M(IServiceProvider p) { await using var s = p.CreateAsyncScope(); var c = s.ServiceProvider.GetRequiredService<Stream>(); await c.FlushAsync(); }")]
    [InlineData("IServiceScope M(IServiceProvider p) { var s = p.CreateScope(); s.ServiceProvider.GetService(typeof(int)); return s; }")]
    public Task Services_are_used_in_their_scope_or_may_outlive_it(string member) => CatalogProgram.Check(member);
}
