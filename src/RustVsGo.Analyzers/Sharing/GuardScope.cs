using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// A variable that a <c>using</c> declares, and the statements that follow it up to the end of its life: those of its block, or those of the statement's body.
/// </summary>
internal sealed class GuardScope
{
    private GuardScope(VariableDeclaratorSyntax declarator, ILocalSymbol variable, IReadOnlyList<StatementSyntax> statements)
    {
        Declarator = declarator;
        Variable = variable;
        Statements = statements;
    }

    public VariableDeclaratorSyntax Declarator { get; }

    public ILocalSymbol Variable { get; }

    public IReadOnlyList<StatementSyntax> Statements { get; }

    /// <summary>The scope of the one variable that <paramref name="node"/> declares with <c>using</c>, or null.</summary>
    public static GuardScope? Of(SyntaxNode node, SharingBody body)
    {
        var (declaration, statements) = node switch
        {
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local => (local.Declaration, Behind(local)),
            UsingStatementSyntax { Declaration: { } declared, Statement: BlockSyntax block } => (declared, (IReadOnlyList<StatementSyntax>)block.Statements),
            _ => (null, null),
        };
        return declaration is { Variables: [{ Initializer: not null } declarator] } && statements is { Count: > 0 }
            && body.Model.GetDeclaredSymbol(declarator, body.Cancellation) is ILocalSymbol variable
                ? new GuardScope(declarator, variable, statements)
                : null;
    }

    /// <summary>The name of what the variable was got from: the <c>counter</c> of <c>counter.Lock()</c> and of <c>await this.counter.LockAsync()</c>; null where it has none.</summary>
    public string? NameOfLock
    {
        get
        {
            var value = Declarator.Initializer!.Value;
            if (value is AwaitExpressionSyntax { Expression: var awaited })
            {
                value = awaited;
            }

            return value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var source } }
                ? source is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } ? member : (source as IdentifierNameSyntax)?.Identifier.ValueText
                : null;
        }
    }

    /// <summary>Whether a statement behind that at <paramref name="index"/> has <paramref name="name"/> in it.</summary>
    public bool IsNamedBehind(int index, string name)
    {
        for (var i = index + 1; i < Statements.Count; i++)
        {
            foreach (var token in Statements[i].DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The last statement that needs what the variable gives: one that names it, or another variable that was got from it and may lead back to it (a list and not
    /// its length). -1 where nothing does; null where it is given away or ends before its block does.
    /// </summary>
    public int? LastUse(SharingBody body)
    {
        var got = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { Variable };
        var last = -1;
        for (var i = 0; i < Statements.Count; i++)
        {
            var isUse = false;
            foreach (var node in Statements[i].DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && body.SymbolOf(name) is ILocalSymbol local && got.Contains(local))
                {
                    if (SymbolEqualityComparer.Default.Equals(local, Variable) && !IsLookedAt(name))
                    {
                        return null;
                    }

                    isUse = true;
                }
            }

            if (isUse)
            {
                last = i;
                AddDeclared(Statements[i], got, body);
            }
        }

        return last;
    }

    // `guard.Value`, and not `guard.Dispose()`, `Take(guard)` or `var other = guard`.
    private static bool IsLookedAt(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } access && access.Expression == name;

    // What a statement that uses the value declares or assigns may lead to it.
    private static void AddDeclared(StatementSyntax statement, HashSet<ISymbol> got, SharingBody body)
    {
        foreach (var node in statement.DescendantNodesAndSelf())
        {
            var symbol = node switch
            {
                VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax => body.Model.GetDeclaredSymbol(node, body.Cancellation),
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } => body.SymbolOf(target),
                _ => null,
            };
            if (symbol is ILocalSymbol local && (local.IsRef || !IsData(local.Type)))
            {
                got.Add(local);
            }
        }
    }

    private static bool IsData(ITypeSymbol type) => TypeOwnership.IsScalar(type) || type.SpecialType == SpecialType.System_String || (type.IsUnmanagedType && !type.IsRefLikeType);

    private static IReadOnlyList<StatementSyntax>? Behind(LocalDeclarationStatementSyntax declaration)
    {
        var list = new List<StatementSyntax>();
        switch (declaration.Parent)
        {
            case BlockSyntax block:
                list.AddRange(block.Statements);
                break;
            case SwitchSectionSyntax section:
                list.AddRange(section.Statements);
                break;
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                foreach (var member in unit.Members)
                {
                    if (member is GlobalStatementSyntax global)
                    {
                        list.Add(global.Statement);
                    }
                }

                break;
            default:
                return null;
        }

        return list.GetRange(list.IndexOf(declaration) + 1, list.Count - list.IndexOf(declaration) - 1);
    }
}
