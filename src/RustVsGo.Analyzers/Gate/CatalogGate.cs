using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Decides from syntax alone whether the catalog can have anything to say about a body: whether the names of a finding stand there together.
/// A lone <c>list.Add(x)</c> is none; one in a <c>foreach</c> over something that is called <c>list</c> is.
/// In: a body; out: go or no. Nothing is bound.
/// </summary>
internal struct CatalogGate
{
    private bool _hasUsing;
    private bool _needsUsing;
    private bool _creates;
    private HashSet<string>? _ended;
    private HashSet<string>? _cleared;
    private HashSet<string>? _consumed;
    private HashSet<string>? _queried;
    private HashSet<string>? _mutatedInLoop;
    private HashSet<string>? _used;
    private HashSet<string>? _returned;

    public static bool MayMatter(SyntaxNode body, TreeWords words)
    {
        if (!CanBegin(words.In(body.Span)))
        {
            return false;
        }

        var gate = default(CatalogGate);
        foreach (var node in body.DescendantNodes())
        {
            if (gate.Visit(node))
            {
                return true;
            }
        }

        if (gate._creates && gate._cleared is { } cleared)
        {
            (gate._ended ??= new()).UnionWith(cleared);
        }

        return (gate._needsUsing && gate._hasUsing)
            || (gate._hasUsing && ReturnsTask(body))
            || (gate._used is not null && gate._returned is not null && gate._used.Overlaps(gate._returned))
            || (gate._mutatedInLoop is not null && gate._queried is not null && gate._mutatedInLoop.Overlaps(gate._queried))
            || (gate._ended is not null && gate.IsNamedAgain(body));
    }

    // The words without which nothing below is found.
    private static bool CanBegin(WordKinds kinds) =>
        (kinds & (WordKinds.Begins | WordKinds.ForEach)) != 0 || ((kinds & WordKinds.While) != 0 && (kinds & WordKinds.Queries) != 0);

    private bool Visit(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                return VisitName(name);
            case UsingStatementSyntax statement:
                _hasUsing = true;
                VisitUsing(statement);
                return false;
            case LocalDeclarationStatementSyntax local when local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword):
                _hasUsing = true;
                AddVariables(local.Declaration);
                return false;
            case ReturnStatementSyntax { Expression: { } returned }:
                VisitReturn(returned);
                return false;
            case AwaitExpressionSyntax { Expression: IdentifierNameSyntax awaited }:
                // A task that is awaited behind the end of what it was started with.
                _needsUsing = true;
                return IsConsumedTwice(awaited);
            case ExpressionStatementSyntax { Expression: var expression } when MayLetTaskGo(expression):
                _needsUsing = true;
                return false;
            case QueryExpressionSyntax { FromClause.Expression: var source }:
                AddNames(source, _queried ??= new());
                return false;
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var target } }:
                return VisitMutation(target);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation when WrittenNames.Created(creation) is { } type && CatalogNames.Keepers.Contains(type):
                if (arguments[0].Expression is IdentifierNameSyntax { Identifier.ValueText: var kept })
                {
                    (_ended ??= new()).Add(kept);

                    // `using var s = …; return new StreamReader(s);`
                    _needsUsing |= node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;
                }

                return false;
            case BaseObjectCreationExpressionSyntax creation when WrittenNames.Created(creation) is { } made:
                _creates |= CatalogNames.IsKeyOrHash(made);
                return false;
            default:
                return false;
        }
    }

    // `using (stream)` and `using (stream = Open())`, whose variable is still there behind it.
    private void VisitUsing(UsingStatementSyntax statement)
    {
        if (statement.Declaration is { } declaration)
        {
            AddVariables(declaration);
        }

        if ((statement.Expression is AssignmentExpressionSyntax { Left: var target } ? target : statement.Expression) is IdentifierNameSyntax { Identifier.ValueText: var name })
        {
            (_ended ??= new()).Add(name);
        }
    }

    private void AddVariables(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            (_used ??= new()).Add(variable.Identifier.ValueText);
        }
    }

    private void VisitReturn(ExpressionSyntax returned)
    {
        if (returned is IdentifierNameSyntax { Identifier.ValueText: var name })
        {
            (_returned ??= new()).Add(name);
        }

        _needsUsing |= returned is AnonymousFunctionExpressionSyntax;
    }

    // `_ = SendAsync();` and `SendAsync();`
    private static bool MayLetTaskGo(ExpressionSyntax expression)
    {
        var called = expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: var value } ? value : expression;
        return called is InvocationExpressionSyntax { Expression: var target } && (called != expression || (Name(target) is { } name && name.EndsWith("Async", System.StringComparison.Ordinal)));
    }

    private static string? Name(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private bool VisitName(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        if (CatalogNames.Alone.Contains(text))
        {
            return true;
        }

        _creates |= text == CatalogNames.Creator;
        if (CatalogNames.BorrowedFromUsing.Contains(text) || CatalogNames.Starters.Contains(text))
        {
            _needsUsing = true;
        }

        if (Receiver(name) is not { } receiver)
        {
            return false;
        }

        if (receiver is IdentifierNameSyntax variable && CatalogNames.Consumers.Contains(text) && IsConsumedTwice(variable))
        {
            return true;
        }

        if (name.Parent?.Parent is not InvocationExpressionSyntax && name.Parent is not MemberBindingExpressionSyntax)
        {
            return false;
        }

        if (CatalogNames.Drops.Contains(text))
        {
            _hasUsing = true;
            VisitDrop(text, receiver, name.Parent?.Parent as InvocationExpressionSyntax);
        }
        else if (CatalogNames.Mutators.Contains(text))
        {
            if (text == CatalogNames.Clear && receiver is IdentifierNameSyntax { Identifier.ValueText: var cleared })
            {
                (_cleared ??= new()).Add(cleared);
            }

            return VisitMutation(receiver);
        }
        else if (CatalogNames.Deferred.Contains(text))
        {
            AddNames(receiver, _queried ??= new());
        }

        return false;
    }

    private void VisitDrop(string text, ExpressionSyntax receiver, InvocationExpressionSyntax? call)
    {
        if (text == "Return")
        {
            // A pool gets back what the argument names.
            if (call is { ArgumentList.Arguments: { Count: > 0 } arguments } && arguments[0].Expression is IdentifierNameSyntax returned)
            {
                (_ended ??= new()).Add(returned.Identifier.ValueText);
            }
        }
        else if (receiver is IdentifierNameSyntax dropped)
        {
            (_ended ??= new()).Add(dropped.Identifier.ValueText);
        }
    }

    // Inside a foreach over something that is named alike.
    private bool VisitMutation(ExpressionSyntax receiver)
    {
        for (var current = receiver.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is CommonForEachStatementSyntax loop && loop.Statement.Span.Contains(receiver.Span))
            {
                if (SharesName(receiver, loop.Expression))
                {
                    return true;
                }

                AddNames(receiver, _mutatedInLoop ??= new());
            }
            else if (current is WhileStatementSyntax)
            {
                // `while (e.MoveNext())`
                AddNames(receiver, _mutatedInLoop ??= new());
            }
        }

        return false;
    }

    private bool IsConsumedTwice(IdentifierNameSyntax variable)
    {
        if (!(_consumed ??= new()).Add(variable.Identifier.ValueText))
        {
            return true;
        }

        for (var current = variable.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // Some variable is named behind the place that ends it, or ended in a loop.
    private readonly bool IsNamedAgain(SyntaxNode body)
    {
        var ended = new HashSet<string>();
        foreach (var token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not IdentifierNameSyntax name || !_ended!.Contains(token.ValueText))
            {
                continue;
            }

            if (ended.Contains(token.ValueText) && !IsMemberName(name))
            {
                return true;
            }

            if (Ends(name))
            {
                if (IsInLoop(name))
                {
                    return true;
                }

                ended.Add(token.ValueText);
            }
        }

        return false;
    }

    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name;

    private static bool IsInLoop(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (current is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name && access.Parent is InvocationExpressionSyntax && access.Name.Identifier.ValueText is var member && (member == CatalogNames.Clear || CatalogNames.Drops.Contains(member)),
        ConditionalAccessExpressionSyntax => true,
        ArgumentSyntax or UsingStatementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Left == name && assignment.Parent is UsingStatementSyntax,
        _ => false,
    };

    private static ExpressionSyntax? Receiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static bool SharesName(ExpressionSyntax first, ExpressionSyntax second)
    {
        foreach (var token in first.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                continue;
            }

            foreach (var other in second.DescendantTokens())
            {
                if (other.IsKind(SyntaxKind.IdentifierToken) && other.ValueText == token.ValueText)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void AddNames(ExpressionSyntax expression, HashSet<string> names)
    {
        foreach (var token in expression.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }
    }

    // A task that is returned and not awaited may still use what a `using` of the body ends.
    private static bool ReturnsTask(SyntaxNode body)
    {
        var (type, modifiers) = body switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, method.Modifiers),
            LocalFunctionStatementSyntax function => (function.ReturnType, function.Modifiers),
            _ => (null, default),
        };
        var name = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is "Task" or "ValueTask" && !modifiers.Any(SyntaxKind.AsyncKeyword);
    }
}
