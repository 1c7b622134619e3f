using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Leaves the drop to who owns the value by then: the statement <c>s.Dispose();</c> goes, or the <c>using</c> in front of the variable.</summary>
internal sealed class LeaveToOwnerFix : OwnershipFix
{
    public LeaveToOwnerFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Leave drops to the new owners";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is var (document, model, dropped)
            && DropStatement.Of(dropped, model, cancellation)?.Lines() is { } lines)
        {
            return new Proposal($"Leave dropping '{dropped}' to its new owner", ImmutableArray.Create(TextEdit.Replace(document.Id, lines, "")));
        }

        return await DeclarationSite<VariableDeclaratorSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is var (declaring, _, variable)
            && variable.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword: { RawKind: (int)SyntaxKind.UsingKeyword } keyword, Declaration: { Variables.Count: 1 } declaration } statement
            && !statement.ContainsDirectives
            ? new Proposal(
                $"Leave dropping '{variable.Identifier.ValueText}' to its new owner",
                ImmutableArray.Create(TextEdit.Replace(declaring.Id, TextSpan.FromBounds((statement.AwaitKeyword.IsKind(SyntaxKind.None) ? keyword : statement.AwaitKeyword).SpanStart, declaration.SpanStart), "")))
            : null;
    }
}
