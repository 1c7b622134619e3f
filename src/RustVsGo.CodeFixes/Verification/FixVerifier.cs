using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Proves a fix before it is offered: the changed solution compiles where it was touched, with no warning more (for many a project warnings are errors), and the analyzers, run on that, no longer report the
/// diagnostic and report nothing new (docs/ownership-model.md, section 6).
/// </summary>
/// <remarks>
/// A diagnostic names one cause: of two borrows that are in the way of one assignment the second is told once the first is mended, at the same place; of two
/// ways on which one borrow escapes the second likewise. That is not the same diagnostic, and not a new mistake either.
/// A change inside a body is checked in its member. A change of a signature is checked in the members of its document that use it before it is offered, and
/// in other documents when it is applied: looking for them takes longer than a light bulb may. What was reported before is asked for only where something
/// is reported afterwards.
/// </remarks>
internal sealed class FixVerifier
{
    private readonly Solution _before;
    private readonly Dictionary<(DocumentId Document, string Spans), ImmutableArray<Diagnostic>?> _known = new();

    /// <param name="before">The solution that the diagnostics belong to.</param>
    public FixVerifier(Solution before) => _before = before;

    /// <summary>Whether <paramref name="after"/> mends <paramref name="diagnostics"/> and breaks nothing where it changes something.</summary>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public async Task<bool> IsGoodAsync(Solution after, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var documents = ChangedDocuments(after).ToImmutableHashSet();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && _before.GetDocumentId(tree) is { } reported)
            {
                documents = documents.Add(reported);
            }
        }

        foreach (var document in documents)
        {
            if (await HasNewAsync(after, document, diagnostics, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether nothing breaks in the documents that use what <paramref name="after"/> declares otherwise.</summary>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public async Task<bool> IsGoodForUsersAsync(Solution after, CancellationToken cancellation)
    {
        var changed = ChangedDocuments(after).ToImmutableHashSet();
        var users = new HashSet<DocumentId>();
        foreach (var id in changed)
        {
            var document = _before.GetDocument(id)!;
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            if (root is null || model is null)
            {
                return false;
            }

            var changes = await after.GetDocument(id)!.GetTextChangesAsync(document, cancellation).ConfigureAwait(false);
            foreach (var declaration in TouchedCode.Of(root, changes).Declarations)
            {
                if (model.GetDeclaredSymbol(declaration, cancellation) is { } symbol)
                {
                    users.UnionWith(await UsersOfAsync(symbol, cancellation).ConfigureAwait(false));
                }
            }
        }

        users.ExceptWith(changed);
        foreach (var user in users)
        {
            if (await HasNewAsync(after, user, ImmutableArray<Diagnostic>.Empty, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IEnumerable<DocumentId>> UsersOfAsync(ISymbol symbol, CancellationToken cancellation)
    {
        var references = await SymbolFinder.FindReferencesAsync(symbol, _before, cancellation).ConfigureAwait(false);
        return references.SelectMany(static reference => reference.Locations).Select(static location => location.Document.Id);
    }

    private IEnumerable<DocumentId> ChangedDocuments(Solution after) =>
        after.GetChanges(_before).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments());

    // What was there before and is not to be mended may stay.
    private async Task<bool> HasNewAsync(Solution after, DocumentId id, ImmutableArray<Diagnostic> mended, CancellationToken cancellation)
    {
        var document = _before.GetDocument(id)!;
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
        {
            return true;
        }

        var changes = (await after.GetDocument(id)!.GetTextChangesAsync(document, cancellation).ConfigureAwait(false)).ToImmutableArray();
        var spans = Around(root, changes, mended);
        var map = new PositionMap(changes);
        var now = await DocumentCheck.RunAsync(after.GetDocument(id)!, ImmutableArray.CreateRange(spans, map.Map), cancellation).ConfigureAwait(false);
        if (now is { IsEmpty: true })
        {
            return false;
        }

        var old = await BeforeAsync(document, spans, cancellation).ConfigureAwait(false);
        if (old is null || now is null)
        {
            return true;
        }

        var staying = old.Value.Where(diagnostic => !mended.Any(gone => IsSame(gone, diagnostic))).ToList();
        var first = old.Value.Where(diagnostic => mended.Any(gone => IsSame(gone, diagnostic))).ToList();
        foreach (var diagnostic in now)
        {
            var known = staying.FindIndex(other => other.Id == diagnostic.Id && (IsCompilerWarning(diagnostic) || map.Leads(other.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Start)));
            if (known >= 0)
            {
                staying.RemoveAt(known);
                continue;
            }

            var hidden = first.FindIndex(other => IsHiddenBehind(other, diagnostic, map));
            if (hidden < 0)
            {
                return true;
            }

            first.RemoveAt(hidden);
        }

        return false;
    }

    // Of several reasons for one warning the compiler tells the first: it may stand elsewhere once something moves.
    private static bool IsCompilerWarning(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    // A callee that changes may stand far from the use that it mends: both are looked at. A document without either uses what changed elsewhere.
    private static ImmutableArray<TextSpan> Around(SyntaxNode root, ImmutableArray<TextChange> changes, ImmutableArray<Diagnostic> mended)
    {
        var places = changes.ToList();
        foreach (var diagnostic in mended)
        {
            if (diagnostic.Location.SourceTree is { } tree && tree == root.SyntaxTree)
            {
                places.Add(new TextChange(diagnostic.Location.SourceSpan, ""));
            }
        }

        return places.Count == 0 ? ImmutableArray.Create(root.FullSpan) : TouchedCode.Of(root, places).Spans;
    }

    /// <summary>
    /// Whether <paramref name="after"/> was there before and not told: another cause of what is reported at the same place, or another place that has the same
    /// cause, as of a borrow that may live on in two ways.
    /// </summary>
    private static bool IsHiddenBehind(Diagnostic before, Diagnostic after, PositionMap map)
    {
        if (before.Id != after.Id || map.IsNew(after.Location.SourceSpan.Start))
        {
            return false;
        }

        var known = CausesOf(before);
        var causes = CausesOf(after);
        if (known.IsEmpty || causes.IsEmpty
            || known.Any(cause => cause.SourceTree != before.Location.SourceTree)
            || causes.Any(cause => cause.SourceTree != after.Location.SourceTree || map.IsNew(cause.SourceSpan.Start)))
        {
            return false;
        }

        var isSameCause = causes.Any(cause => known.Any(other => map.Leads(other.SourceSpan.Start, cause.SourceSpan.Start)));
        var isSamePlace = map.Leads(before.Location.SourceSpan.Start, after.Location.SourceSpan.Start);
        return isSameCause != isSamePlace;
    }

    private static ImmutableArray<Location> CausesOf(Diagnostic diagnostic) =>
        DiagnosticPlaces.Causes(diagnostic) is { IsEmpty: false } causes ? causes.Select(static cause => cause.Location).ToImmutableArray()
        : DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is { } only ? ImmutableArray.Create(only)
        : ImmutableArray<Location>.Empty;

    private static bool IsSame(Diagnostic x, Diagnostic y) => x.Id == y.Id && x.Location.SourceTree?.FilePath == y.Location.SourceTree?.FilePath && x.Location.SourceSpan == y.Location.SourceSpan;

    private async Task<ImmutableArray<Diagnostic>?> BeforeAsync(Document document, ImmutableArray<TextSpan> spans, CancellationToken cancellation)
    {
        var key = (document.Id, string.Join(",", spans));
        if (!_known.TryGetValue(key, out var known))
        {
            known = await DocumentCheck.RunAsync(document, spans, cancellation).ConfigureAwait(false);
            _known.Add(key, known);
        }

        return known;
    }
}
