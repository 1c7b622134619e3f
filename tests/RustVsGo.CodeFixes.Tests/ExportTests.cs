using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes.Tests;

public sealed class ExportTests
{
    private static readonly Assembly CodeFixes = Assembly.Load("RustVsGo.CodeFixes");

    /// <summary>An editor finds providers by their export alone: one without it exists and is never offered.</summary>
    [Fact]
    public void Every_provider_is_exported_for_CSharp() =>
        Assert.All(
            CodeFixes.GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type)),
            type => Assert.Contains("C#", type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages ?? []));
}
