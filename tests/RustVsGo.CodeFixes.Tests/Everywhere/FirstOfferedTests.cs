using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>
/// The programs in which each way of mending is the first that is offered, as they are and in every place where such statements can stand; a real client
/// mends them all at once in the tests of the package.
/// </summary>
public sealed class FirstOfferedTests
{
    public static TheoryData<string> Names => [.. FixFamilies.All.Select(family => family.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_way_of_mending_is_the_first_somewhere() =>
        Assert.Equal(FixFamilies.InSource, FixFamilies.All.Select(family => family.Fix).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_the_first_and_leaves_nothing_to_report(string name)
    {
        var family = FixFamilies.All.Single(family => family.Name == name);
        using var project = new FamilyProject(family.Before, family.Rule);
        var reports = await project.Reports();
        var reported = Assert.Single(reports, report => report.Id == family.Rule);
        Assert.All(reports, report => Assert.True(report == reported || report.Id == family.Also, report.ToString()));

        var action = await project.First(reported);
        Assert.NotNull(action);
        var mended = await FamilyProject.After(action);

        Assert.Equal(family.After, await project.Text(mended));
        Assert.Empty(await project.Reports(mended));
        Assert.Contains(family.After, await ProposedBy(family.Fix, FamilyProject.ProviderOf(family.Rule).FixesOf(action.EquivalenceKey), project, reported));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_so_in_every_place(string name)
    {
        var family = FixFamilies.All.Single(family => family.Name == name);
        var failures = new List<string>();
        foreach (var (place, before, after, key) in FamilyPlaces.Of(family))
        {
            using var project = new FamilyProject(before, family.Rule);
            var reports = await project.Reports();
            var unexpected = reports.Where(report => report.Id != family.Rule && report.Id != family.Also).ToList();
            if (unexpected.Count > 0 || !reports.Any(report => report.Id == family.Rule))
            {
                failures.Add($"{place}: is reported otherwise: {string.Join(", ", reports)}\n{before}");
                continue;
            }

            var action = await project.First(reports.First(report => report.Id == family.Rule));
            var mended = action is null ? null
                : !key ? await FamilyProject.After(action)
                : await project.FixedAll(family.Rule, action.EquivalenceKey!, ScopeOf(place));
            if (mended is null)
                failures.Add($"{place}: nothing is offered\n{before}");
            else if (await project.Text(mended) is var text && text != after)
                failures.Add($"{place}: '{action!.Title}' leaves\n{text}");
            else if (await project.Reports(mended) is { IsEmpty: false } left)
                failures.Add($"{place}: {string.Join(", ", left)}");
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Several_in_one_method_are_mended_at_once(string name)
    {
        var family = FixFamilies.All.Single(family => family.Name == name);
        if (FamilyPlaces.Crowded(family) is not { } text)
            return;
        using var project = new FamilyProject(text, family.Rule);
        var reports = await project.Reports();
        Assert.All(reports, report => Assert.Equal(family.Rule, report.Id));
        Assert.True(reports.Length > 1, text);

        var action = await project.First(reports[0]);
        Assert.NotNull(action);
        var mended = await project.FixedAll(family.Rule, action.EquivalenceKey!, FixAllScope.Document);

        Assert.NotNull(mended);
        var left = await project.Reports(mended);
        Assert.True(left.IsEmpty, $"{string.Join("\n", left)}\n{await project.Text(mended)}");
    }

    [Fact]
    public async Task A_host_that_names_no_family_gets_the_first_of_each()
    {
        var (clone, borrow, loop) = (Of("CloneFix"), Of("BorrowParameterFix"), Of("IntoLoopFix"));
        var before = clone.Before + Inside(borrow.Before) + Inside(loop.Before);
        using var project = new FamilyProject(before, "RVG0382");

        var mended = await project.FixedAll("RVG0382", key: null, FixAllScope.Solution);

        Assert.NotNull(mended);
        Assert.Equal(clone.After + Inside(borrow.After) + Inside(loop.After), await project.Text(mended));

        static FixFamily Of(string fix) => FixFamilies.All.First(family => family.Fix == fix);
        static string Inside(string text) => text[text.IndexOf("public static class", StringComparison.Ordinal)..];
    }

    [Fact]
    public async Task What_another_provider_mends_is_left_to_it()
    {
        using var project = new FamilyProject(FixFamilies.All.First(family => family.Fix == "CloneFix").Before, "RVG0382");
        var reported = Assert.Single(await project.Reports());
        var offered = new List<string>();

        await new MoveOutOfBorrowCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(project.Document, reported, (action, _) => offered.Add(action.Title), Cancellation));

        Assert.Empty(offered);
    }

    private static FixAllScope ScopeOf(string place) =>
        place.EndsWith("solution", StringComparison.Ordinal) ? FixAllScope.Solution
        : place.EndsWith("project", StringComparison.Ordinal) ? FixAllScope.Project
        : FixAllScope.Document;

    private static async Task<List<string>> ProposedBy(string fix, IEnumerable<OwnershipFix> ways, FamilyProject project, Diagnostic reported)
    {
        var texts = new List<string>();
        foreach (var way in ways.Where(way => way.GetType().Name == fix))
        {
            if (await way.ProposeAsync(project.Document.Project.Solution, reported, Cancellation) is { } proposal)
                texts.Add(await project.Text(await MergedEdits.ApplyAsync(project.Document.Project.Solution, proposal, Cancellation)));
        }

        return texts;
    }
}
