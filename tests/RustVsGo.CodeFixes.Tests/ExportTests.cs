using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace RustVsGo.CodeFixes.Tests;

public sealed class ExportTests
{
    private static readonly Type[] Providers =
        [.. Assembly.Load("RustVsGo.CodeFixes").GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))];

    /// <summary>An editor finds providers by their export alone: one without it exists and is never offered.</summary>
    [Fact]
    public void Every_provider_is_exported_for_CSharp() =>
        Assert.All(Providers, type => Assert.Contains("C#", type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages ?? []));

    [Fact]
    public void Every_refactoring_is_exported_for_CSharp() =>
        Assert.All(
            Assembly.Load("RustVsGo.CodeFixes").GetTypes().Where(type => !type.IsAbstract && typeof(CodeRefactoringProvider).IsAssignableFrom(type)),
            type => Assert.Contains("C#", type.GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()?.Languages ?? []));

    [Fact]
    public void Every_provider_fixes_all_in_document_project_and_solution() =>
        Assert.All(
            Providers.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
            provider => Assert.Equal(
                [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution],
                provider.GetFixAllProvider()?.GetSupportedFixAllScopes() ?? []));

    [Fact]
    public void A_rule_has_one_provider() =>
        Assert.Distinct(Providers.SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds));
}
