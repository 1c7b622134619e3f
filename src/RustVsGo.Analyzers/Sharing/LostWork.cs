using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1007: work is started and let go. A task that a statement drops, or a variable that nobody looks at has, and that no token reaches: nobody learns how it
/// ends. A task or foreground thread whose loop never ends and looks at no token: nobody can end it, the goroutine that leaks.
/// </summary>
/// <remarks>
/// <c>_ = Task.Run(…)</c> says that nobody waits, and is reported for the second alone. Work that handles its own exceptions, all of them, is observed. In an
/// <c>async</c> function the compiler tells of a dropped task (CS4014).
/// </remarks>
internal static class LostWork
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        var starts = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "StartNew" } } => true,
            ObjectCreationExpressionSyntax { Type: var type } => LastName(type) == "Thread",
            _ => false,
        };
        if (!starts)
        {
            return;
        }

        var call = (ExpressionSyntax)node;
        var fate = FateOf(call, body);
        if (fate == Fate.Kept || Starts(call, body) is not { } work)
        {
            return;
        }

        if (work.Kind != Work.Handle && body.UsesCatalog && NeverEnds(call, body) is { } loop)
        {
            Report(call, SharingMessages.EndlessWork(work.Name), body, loop);
        }
        else if (work.Kind == Work.Handle ? fate == Fate.Unread
            : work.Kind == Work.Task && body.UsesCatalog && fate is Fate.Dropped or Fate.Unread && !(fate == Fate.Dropped && IsInAsync(call))
                && IsWrittenHere(call, body) && !MentionsToken(call, body) && !HandlesItsExceptions(call))
        {
            Report(call, SharingMessages.LostWork(work.Name), body, loop: null);
        }
    }

    private static string? LastName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax { Right.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static (Work Kind, string Name)? Starts(ExpressionSyntax call, SharingBody body)
    {
        if (body.SymbolOf(call) is not IMethodSymbol { ContainingType: { } type } called)
        {
            return null;
        }

        if (type.Name == "Spawn" && LibraryTypes.IsJoinHandle(called.ReturnType))
        {
            return (Work.Handle, "Spawn.Run");
        }

        return type.ContainingNamespace is { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } && type.Name is "Task" or "TaskFactory"
            ? (Work.Task, type.Name == "Task" ? "Task.Run" : "StartNew")
            : type is { Name: "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } ? (Work.Thread, "new Thread") : null;
    }

    /// <summary>What becomes of the task, handle or thread that <paramref name="call"/> makes.</summary>
    private static Fate FateOf(ExpressionSyntax call, SharingBody body)
    {
        switch (call.Parent)
        {
            case ExpressionStatementSyntax:
                return Fate.Dropped;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard when discard.Right == call && body.SymbolOf(discard.Left) is null or IDiscardSymbol:
                return Fate.Discarded;

            // `new Thread(Work).Start();`
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } }:
                return Fate.Dropped;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } declarator }
                when name.Length > 0 && name[0] != '_' && declarator.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 }
                    && body.Model.GetDeclaredSymbol(declarator, body.Cancellation) is ILocalSymbol variable && !IsLookedAt(variable, declarator, body):
                return Fate.Unread;
            default:
                return Fate.Kept;
        }
    }

    // To start and to name a thread is not to look at it.
    private static bool IsLookedAt(ILocalSymbol variable, VariableDeclaratorSyntax declarator, SharingBody body)
    {
        var scope = declarator.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } parent ? parent is GlobalStatementSyntax ? parent.Parent! : parent : body.Syntax;
        foreach (var node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name
                && name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start" or "Name" or "Priority" }
                && SymbolEqualityComparer.Default.Equals(body.SymbolOf(name), variable))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInAsync(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case CompilationUnitSyntax unit:
                    return HasTopLevelAwait(unit);
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool HasTopLevelAwait(CompilationUnitSyntax unit)
    {
        foreach (var node in unit.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseTypeDeclarationSyntax)))
        {
            if (node is AwaitExpressionSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // A token reaches the work as an argument, or is looked at in it. `CancellationToken.None` is none.
    private static bool MentionsToken(ExpressionSyntax call, SharingBody body)
    {
        foreach (var node in call.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: not "None" } && body.TypeOf(node) is { Name: "CancellationToken" or "CancellationTokenSource" }
                && body.SymbolOf(node) is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
            {
                return true;
            }
        }

        return false;
    }

    // Of a delegate that came from elsewhere nobody knows what it does about its exceptions.
    private static bool IsWrittenHere(ExpressionSyntax call, SharingBody body)
    {
        foreach (var argument in (call as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? default)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax || body.SymbolOf(argument.Expression) is IMethodSymbol)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HandlesItsExceptions(ExpressionSyntax call)
    {
        foreach (var function in FunctionsOf(call))
        {
            if (function.Block is { Statements: [.., TryStatementSyntax { Catches: { Count: > 0 } catches }] } && CatchesAll(catches))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CatchesAll(SyntaxList<CatchClauseSyntax> catches)
    {
        foreach (var handler in catches)
        {
            if (handler.Filter is null && (handler.Declaration is null || LastName(handler.Declaration.Type) == "Exception"))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<AnonymousFunctionExpressionSyntax> FunctionsOf(ExpressionSyntax call)
    {
        var functions = ImmutableArray.CreateBuilder<AnonymousFunctionExpressionSyntax>();
        var arguments = call is InvocationExpressionSyntax invocation ? invocation.ArgumentList : ((ObjectCreationExpressionSyntax)call).ArgumentList;
        foreach (var argument in arguments?.Arguments ?? default)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax function)
            {
                functions.Add(function);
            }
        }

        return functions.ToImmutable();
    }

    /// <summary>The loop of the started function that nothing ends, or null. A background thread is meant to live as long as its process.</summary>
    private static SyntaxNode? NeverEnds(ExpressionSyntax call, SharingBody body)
    {
        if (call is ObjectCreationExpressionSyntax { Initializer: not null })
        {
            return null;
        }

        foreach (var function in FunctionsOf(call))
        {
            if (function.Block is { } block && EndlessLoop.In(block) is { } loop && !MentionsToken(call, body))
            {
                return loop;
            }
        }

        return null;
    }

    private static void Report(ExpressionSyntax call, string message, SharingBody body, SyntaxNode? loop)
    {
        var place = Spans.OfCallee(call);
        if (loop is null)
        {
            body.Report(SharingDescriptors.LostWork, place, message);
            return;
        }

        body.Report(
            SharingDescriptors.LostWork,
            place,
            message,
            ImmutableArray.Create(loop.GetFirstToken().GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Label + "0", SharingMessages.EndlessLabel()).Add(PropertyKeys.Cause, "0"));
    }

    private enum Work : byte
    {
        Task,
        Thread,
        Handle,
    }

    private enum Fate : byte
    {
        /// <summary>Somebody has it.</summary>
        Kept,

        /// <summary>A statement of its own.</summary>
        Dropped,

        /// <summary>Assigned to <c>_</c>.</summary>
        Discarded,

        /// <summary>In a variable that is not looked at.</summary>
        Unread,
    }
}
