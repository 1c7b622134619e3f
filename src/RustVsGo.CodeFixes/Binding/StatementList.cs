using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>The statements that follow each other in a block, a switch section or at the top level of a file.</summary>
internal sealed class StatementList
{
    private readonly List<StatementSyntax> _statements;

    private StatementList(List<StatementSyntax> statements) => _statements = statements;

    public StatementSyntax this[int index] => _statements[index];

    /// <summary>The list that <paramref name="statement"/> stands in, or null where it is the only one, as below an <c>if</c> without braces.</summary>
    public static StatementList? Of(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => new StatementList(block.Statements.ToList()),
        SwitchSectionSyntax section => new StatementList(section.Statements.ToList()),
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => new StatementList(unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList()),
        _ => null,
    };

    /// <summary>How many statements it has.</summary>
    public int Count => _statements.Count;

    public int IndexOf(StatementSyntax statement) => _statements.IndexOf(statement);

    /// <summary>The index of the statement that contains <paramref name="node"/>, or -1.</summary>
    public int IndexOfAround(SyntaxNode node) => _statements.FindIndex(statement => statement.Span.Contains(node.Span));

    /// <summary>The index of the statement that stands at <paramref name="span"/>, or -1.</summary>
    public int IndexOfAt(Microsoft.CodeAnalysis.Text.TextSpan span) => _statements.FindIndex(statement => statement.Span == span);

    /// <summary>The index of the last statement in which <paramref name="name"/> is written as a name, or -1.</summary>
    public int LastIndexNaming(string name) => _statements.FindLastIndex(
        statement => statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name));

    public IEnumerable<StatementSyntax> Range(int first, int last) => _statements.Skip(first).Take(last - first + 1);
}
