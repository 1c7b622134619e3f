using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Gives a lock back where it is used for the last time: <c>using var guard = counter.Lock();</c> and what uses it become a <c>using</c> statement, behind which the
/// rest stands; a <c>using</c> statement ends earlier, and the rest moves out of it. A variable that the rest needs is declared in front.
/// </summary>
internal sealed class NarrowGuardFix : OwnershipFix
{
    public NarrowGuardFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Give locks back where they are used for the last time";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<VariableDeclaratorSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, declarator)
            || DiagnosticPlaces.Find(diagnostic, PropertyKeys.LaterUse) is not { } use)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var change = declarator.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, AwaitKeyword.RawKind: 0 } guard => MakeStatement(guard, use, text, model, cancellation),
            UsingStatementSyntax { AwaitKeyword.RawKind: 0, Statement: BlockSyntax block } guard => EndEarlier(guard, block, use, text, model, cancellation),
            _ => null,
        };
        return change is var (span, replacement)
            ? new Proposal($"Give '{declarator.Identifier.ValueText}' back behind its last use", ImmutableArray.Create(TextEdit.Replace(document.Id, span, replacement)))
            : null;
    }

    private static (TextSpan Span, string Text)? MakeStatement(LocalDeclarationStatementSyntax guard, Location use, SourceText text, SemanticModel model, CancellationToken cancellation)
    {
        if (StatementList.Of(guard) is not { } list
            || list.IndexOf(guard) is not (>= 0 and var first)
            || list.IndexOfAt(use.SourceSpan) is not (>= 0 and var last) || last <= first)
        {
            return null;
        }

        var held = list.Range(first, last).ToList();
        if (held.Any(static statement => statement.ContainsDirectives || statement is LocalFunctionStatementSyntax or LabeledStatementSyntax || WholeLines.Of(statement) is null)
            || Lines.IndentationAt(text, guard.SpanStart) is not { } indentation
            || Outlived(held.Skip(1), list.Range(last + 1, list.Count - 1), model, cancellation) is not { } outlived)
        {
            return null;
        }

        var lineBreak = Lines.BreakOf(text);
        var start = WholeLines.Of(guard)!.Value.Start;
        var end = held[held.Count - 1].FullSpan.End;
        var changed = new StringBuilder();
        changed.Append(text.ToString(TextSpan.FromBounds(start, guard.SpanStart)));
        foreach (var (name, type) in outlived)
        {
            changed.Append(type).Append(' ').Append(name).Append(';').Append(lineBreak).Append(indentation);
        }

        changed.Append("using (").Append(guard.Declaration).Append(')').Append(text.ToString(TextSpan.FromBounds(guard.Span.End, guard.FullSpan.End)))
            .Append(indentation).Append('{').Append(lineBreak);
        Indented(changed, guard.SyntaxTree.GetRoot(cancellation), text, TextSpan.FromBounds(guard.FullSpan.End, end), Unit(text, guard, indentation), held.OfType<LocalDeclarationStatementSyntax>().Where(statement => outlived.Any(variable => Declares(statement, variable.Name))));
        changed.Append(indentation).Append('}').Append(lineBreak);
        return (TextSpan.FromBounds(start, end), changed.ToString());
    }

    private static (TextSpan Span, string Text)? EndEarlier(UsingStatementSyntax guard, BlockSyntax block, Location use, SourceText text, SemanticModel model, CancellationToken cancellation)
    {
        var last = block.Statements.IndexOf(statement => statement.Span == use.SourceSpan);
        if (last < 0 || last == block.Statements.Count - 1 || StatementList.Of(guard) is null || WholeLines.Of(guard) is not { } lines || block.ContainsDirectives
            || block.Statements.Any(static statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax || WholeLines.Of(statement) is null)
            || block.CloseBraceToken.LeadingTrivia.Concat(block.CloseBraceToken.TrailingTrivia).Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            || Lines.IndentationAt(text, guard.SpanStart) is not { } indentation
            || Lines.IndentationAt(text, block.Statements[0].SpanStart) is not { } inner || !inner.StartsWith(indentation, StringComparison.Ordinal))
        {
            return null;
        }

        var held = block.Statements.Take(last + 1).ToList();
        var rest = block.Statements.Skip(last + 1).ToList();
        if (rest.Any(static statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
            || MeetOthers(rest, guard)
            || Outlived(held, rest, model, cancellation) is not { } outlived)
        {
            return null;
        }

        var root = guard.SyntaxTree.GetRoot(cancellation);
        var lineBreak = Lines.BreakOf(text);
        var end = held[last].FullSpan.End;
        var changed = new StringBuilder(text.ToString(TextSpan.FromBounds(lines.Start, guard.SpanStart)));
        foreach (var (name, type) in outlived)
        {
            changed.Append(type).Append(' ').Append(name).Append(';').Append(lineBreak).Append(indentation);
        }

        changed.Append(text.ToString(TextSpan.FromBounds(guard.SpanStart, held[0].FullSpan.Start)));
        Indented(changed, root, text, TextSpan.FromBounds(held[0].FullSpan.Start, end), "", held.OfType<LocalDeclarationStatementSyntax>().Where(statement => outlived.Any(variable => Declares(statement, variable.Name))));
        changed.Append(indentation).Append('}').Append(lineBreak);
        foreach (var line in text.Lines.Where(line => line.Start >= end && line.Start < rest[rest.Count - 1].FullSpan.End))
        {
            var content = text.ToString(line.SpanIncludingLineBreak);
            changed.Append(content.StartsWith(inner, StringComparison.Ordinal) && !root.FindToken(line.Start - 1).Span.Contains(line.Start - 1)
                ? indentation + content.Substring(inner.Length)
                : content);
        }

        return (lines, changed.ToString());
    }

    // What the rest declares lives on in the block around: it must not meet a name that is used there.
    private static bool MeetOthers(List<StatementSyntax> rest, UsingStatementSyntax guard)
    {
        var declared = new HashSet<string>(rest.SelectMany(static statement => statement.DescendantNodes()).Select(static node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            _ => "",
        }));
        var moved = TextSpan.FromBounds(rest[0].SpanStart, rest[rest.Count - 1].Span.End);
        var around = guard.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? guard.SyntaxTree.GetRoot();
        return around.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && !moved.Contains(token.Span) && declared.Contains(token.ValueText));
    }

    private static bool Declares(LocalDeclarationStatementSyntax statement, string name) => statement.Declaration.Variables is [{ Identifier.ValueText: var declared }] && declared == name;

    /// <summary>The variables of the held statements that <paramref name="rest"/> names, with their types; null where one of them cannot be declared in front.</summary>
    private static ImmutableArray<(string Name, string Type)>? Outlived(IEnumerable<StatementSyntax> held, IEnumerable<StatementSyntax> rest, SemanticModel model, CancellationToken cancellation)
    {
        var named = new HashSet<string>(rest.SelectMany(static statement => statement.DescendantTokens()).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        var outlived = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var statement in held.OfType<LocalDeclarationStatementSyntax>())
        {
            foreach (var variable in statement.Declaration.Variables)
            {
                if (!named.Contains(variable.Identifier.ValueText))
                {
                    continue;
                }

                if (statement is not { UsingKeyword.RawKind: 0, IsConst: false, Declaration.Variables.Count: 1 } || variable.Initializer is null or { Value: RefExpressionSyntax }
                    || model.GetDeclaredSymbol(variable, cancellation) is not ILocalSymbol { IsRef: false, Type: { IsAnonymousType: false } type })
                {
                    return null;
                }

                outlived.Add((variable.Identifier.ValueText, type.ToMinimalDisplayString(model, statement.SpanStart)));
            }
        }

        return outlived.ToImmutable();
    }

    // Line by line one step deeper, but for the lines of a string, which are its value; a declaration whose variable is declared in front becomes an assignment.
    private static void Indented(StringBuilder target, SyntaxNode root, SourceText text, TextSpan span, string unit, IEnumerable<LocalDeclarationStatementSyntax> assignments)
    {
        var types = assignments.Select(static statement => TextSpan.FromBounds(statement.Declaration.Type.SpanStart, statement.Declaration.Variables[0].SpanStart)).ToList();
        foreach (var line in text.Lines.Where(line => span.Contains(line.Start) && line.Start < span.End))
        {
            var content = new StringBuilder();
            for (var position = line.Start; position < line.EndIncludingLineBreak; position++)
            {
                if (!types.Any(type => type.Contains(position)))
                {
                    content.Append(text[position]);
                }
            }

            target.Append(line.Span.IsEmpty || root.FindToken(line.Start - 1).Span.Contains(line.Start - 1) ? "" : unit).Append(content);
        }
    }

    // As deep as the block of the guard is in what is around it.
    private static string Unit(SourceText text, LocalDeclarationStatementSyntax guard, string indentation) =>
        guard.Parent is BlockSyntax block && Lines.IndentationAt(text, block.OpenBraceToken.SpanStart) is { } outer && outer.Length < indentation.Length
            ? indentation.Substring(outer.Length)
            : indentation.IndexOf('\t') >= 0 ? "\t" : "    ";
}
