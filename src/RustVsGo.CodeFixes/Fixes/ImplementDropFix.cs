using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Gives a type that owns something the drop that Rust would give it: it implements <c>IDisposable</c>, and <c>Dispose</c> drops what it owns.</summary>
internal sealed class ImplementDropFix : OwnershipFix
{
    public ImplementDropFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Implement IDisposable where a type owns something";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.Members, out var names) || names is null
            || await DeclarationSite<TypeDeclarationSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, declaration)
            || declaration.CloseBraceToken.IsKind(SyntaxKind.None) || declaration.CloseBraceToken.ContainsDirectives || declaration.Members.Count == 0
            || model.GetDeclaredSymbol(declaration, cancellation) is not { } type
            || model.Compilation.GetSpecialType(SpecialType.System_IDisposable) is not { TypeKind: not TypeKind.Error } disposable)
        {
            return null;
        }

        var drops = new List<string>();
        foreach (var name in names.Split(','))
        {
            if (type.GetMembers(name).FirstOrDefault() is not { } member || DropCall.Statement(member) is not { } drop)
            {
                return null;
            }

            drops.Add(drop);
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var @interface = disposable.ToMinimalDisplayString(model, declaration.SpanStart);
        var last = declaration.Members.Last();
        var indentation = Lines.IndentationAt(text, last.SpanStart);
        var lineBreak = Lines.BreakOf(text);
        var isOnOneLine = indentation is null || text.Lines.IndexOf(declaration.CloseBraceToken.SpanStart) == text.Lines.IndexOf(last.Span.End);
        var method = drops.Count == 1 || isOnOneLine
            ? drops.Count == 1 ? $"public void Dispose() => {drops[0]}" : $"public void Dispose() {{ {string.Join(" ", drops)} }}"
            : "public void Dispose()" + lineBreak + indentation + "{" + string.Concat(drops.Select(drop => lineBreak + indentation + Step(indentation!) + drop)) + lineBreak + indentation + "}";
        return new Proposal(
            $"Implement '{@interface}' for '{type.Name}'",
            ImmutableArray.Create(
                BaseList(document.Id, declaration, @interface),
                TextEdit.After(document.Id, last.Span, isOnOneLine ? " " + method : lineBreak + lineBreak + indentation + method)));
    }

    private static TextEdit BaseList(DocumentId document, TypeDeclarationSyntax declaration, string @interface)
    {
        if (declaration.BaseList is { Types: { Count: > 0 } types })
        {
            return TextEdit.After(document, types.Last().Span, ", " + @interface);
        }

        SyntaxNodeOrToken before = declaration.ParameterList is { } parameters ? parameters : declaration.TypeParameterList is { } typeParameters ? typeParameters : declaration.Identifier;
        return TextEdit.After(document, before.Span, " : " + @interface);
    }

    // One step deeper than where members stand: as they stand below their type.
    private static string Step(string indentation) => indentation.Length > 0 && indentation[0] == '\t' ? "\t" : "    ";
}
