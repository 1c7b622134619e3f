using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes.Tests;

public sealed class TextEditTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Nested_insertions_wrap_each_other_in_any_order()
    {
        const string Text = "f(a ?? b)";
        Func<DocumentId, Proposal>[] proposals =
        [
            id => Wrap(id, new TextSpan(2, 6), "(", ").Clone()"),
            id => Wrap(id, new TextSpan(7, 1), "", ".Clone()"),
            id => Wrap(id, new TextSpan(2, 1), "g(", ")"),
        ];

        Assert.Equal("f((g(a) ?? b.Clone()).Clone())", await Apply(Text, proposals));
        Assert.Equal("f((g(a) ?? b.Clone()).Clone())", await Apply(Text, [.. proposals.Reverse()]));
    }

    [Fact]
    public async Task What_is_asked_for_twice_is_done_once()
    {
        static Proposal Insert(DocumentId id) => Wrap(id, new TextSpan(0, 1), "", ".Clone()");

        Assert.Equal("a.Clone()", await Apply("a", Insert, Insert));
    }

    [Fact]
    public async Task A_contradiction_leaves_the_later_proposal_out_as_a_whole()
    {
        static Proposal Shared(DocumentId id) => new("", [TextEdit.Replace(id, new TextSpan(0, 5), "Borrowed")]);
        static Proposal Exclusive(DocumentId id) => new("", [TextEdit.Replace(id, new TextSpan(0, 5), "BorrowedMut"), TextEdit.After(id, new TextSpan(6, 1), "!")]);

        Assert.Equal("Borrowed a", await Apply("Owned a", Shared, Exclusive));
    }

    [Fact]
    public async Task A_file_in_two_projects_is_changed_in_both()
    {
        using var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        var ids = new List<DocumentId>();
        foreach (var name in (string[])["net8.0", "net10.0"])
        {
            var project = ProjectId.CreateNewId();
            var document = DocumentId.CreateNewId(project);
            solution = solution
                .AddProject(ProjectInfo.Create(project, VersionStamp.Default, name, name, LanguageNames.CSharp))
                .AddDocument(document, "a.cs", SourceText.From("a"), filePath: "/a.cs");
            ids.Add(document);
        }

        var edits = new MergedEdits(solution);
        Assert.True(edits.TryAdd(Wrap(ids[0], new TextSpan(0, 1), "", ".Clone()")));
        Assert.True(edits.TryAdd(Wrap(ids[1], new TextSpan(0, 1), "", ".Clone()")));
        var changed = await edits.ApplyAsync(None);

        foreach (var id in ids)
            Assert.Equal("a.Clone()", (await changed.GetDocument(id)!.GetTextAsync(None)).ToString());
    }

    private static Proposal Wrap(DocumentId document, TextSpan anchor, string prefix, string suffix)
    {
        var edits = ImmutableArray.Create(TextEdit.After(document, anchor, suffix));
        return new("", prefix.Length == 0 ? edits : edits.Insert(0, TextEdit.Before(document, anchor, prefix)));
    }

    private static async Task<string> Apply(string text, params Func<DocumentId, Proposal>[] proposals)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("P", LanguageNames.CSharp).AddDocument("a.cs", SourceText.From(text));
        var edits = new MergedEdits(document.Project.Solution);
        foreach (var proposal in proposals)
            edits.TryAdd(proposal(document.Id));
        return (await (await edits.ApplyAsync(None)).GetDocument(document.Id)!.GetTextAsync(None)).ToString();
    }
}
