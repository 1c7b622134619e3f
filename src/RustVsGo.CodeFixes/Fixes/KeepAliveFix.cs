using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Keeps what a raw pointer leads to until its last use: <c>var p = Marshal.GetFunctionPointerForDelegate(new Callback(Run)); Call(p);</c> gets
/// <c>var callback = new Callback(Run);</c> in front and <c>GC.KeepAlive(callback);</c> behind.
/// </summary>
/// <remarks>
/// The variable alone would not do: from its last use on the collector may take what it holds. Only where every way from the declaration leads to the end of
/// the last statement that names the pointer, and the pointer goes nowhere but into calls.
/// </remarks>
internal sealed class KeepAliveFix : OwnershipFix
{
    public KeepAliveFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Keep values alive behind the last use of their pointers";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await TemporaryPlace.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Type.IsReferenceType: true } temporary
            || RawBorrow.Of(temporary.Expression, temporary.Model, cancellation) is not { } pointer
            || BindTemporaryFix.Keyword(temporary.Type, temporary.Statement, temporary.Model, cancellation) is not { Length: 0 }
            || ValueKinds.IsDisposable(temporary.Type)
            || BindTemporaryFix.BorrowOutlives(temporary, diagnostic, cancellation)
            || LastStatement(temporary, pointer, cancellation) is not { } last
            || CollectorAt(temporary) is not { } collector)
        {
            return null;
        }

        var text = await temporary.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        return new Proposal(
            "Keep the temporary value alive until the pointer's last use",
            new NewVariable(
                temporary.Document.Id,
                VariableName.BodyOf(temporary.Statement),
                VariableName.After(temporary.Type, temporary.Model, temporary.Statement, cancellation),
                name => temporary.Declare("", name).Add(StatementPlace.Behind(temporary.Document.Id, text, last, $"{collector}.KeepAlive({name});"))));
    }

    /// <summary>The statement behind which the pointer is no longer used, or null where not all ways lead there or the pointer may be elsewhere by then.</summary>
    private static StatementSyntax? LastStatement(TemporaryPlace temporary, ExpressionSyntax pointer, CancellationToken cancellation)
    {
        var (_, model, _, _, statement, _) = temporary;
        if (HolderOf(RawBorrow.Around(pointer), model, cancellation) is not { } holder || StatementList.Of(statement) is not { } list)
        {
            return null;
        }

        var names = list.Range(0, list.Count).SelectMany(each => VariableNames.In(each, holder, model, cancellation)).Where(name => !statement.Span.Contains(name.Span)).ToImmutableArray();
        if (names.IsEmpty || !names.All(name => GoesIntoCall(name, statement, model, cancellation)))
        {
            return null;
        }

        var index = names.Max(name => list.IndexOfAround(name));
        while (index + 1 < list.Count && KeepsAlive(list[index + 1]))
        {
            index++;
        }

        var last = list[index];
        return model.AnalyzeControlFlow(statement, last) is { Succeeded: true, ExitPoints.IsEmpty: true, ReturnStatements.IsEmpty: true, EntryPoints.IsEmpty: true, EndPointIsReachable: true }
            && !last.DescendantNodesAndSelf().Any(static node => node is YieldStatementSyntax)
            ? last
            : null;
    }

    // Others that end with the same statement stand in the order of their declarations.
    private static bool KeepsAlive(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "KeepAlive", Expression: var collector } } }
        && collector.ToString().EndsWith("GC", System.StringComparison.Ordinal);

    private static ISymbol? HolderOf(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax } } declarator } => model.GetDeclaredSymbol(declarator, cancellation),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Right == value =>
            model.GetSymbolInfo(assignment.Left, cancellation).Symbol as ILocalSymbol,
        _ => null,
    };

    // What is assigned, returned or kept by a new object is in use for longer than its name; so is what a function captures.
    private static bool GoesIntoCall(SyntaxNode name, StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        var inCall = false;
        for (var node = name; node is not (null or StatementSyntax); node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax or RefExpressionSyntax or QueryExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                case ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 }:
                    return false;
                case AssignmentExpressionSyntax assignment when assignment.Left.Span.Contains(name.Span):
                    return false;
                case InvocationExpressionSyntax call:
                    if (RawBorrow.IsRaw(model.GetTypeInfo(call, cancellation).Type))
                    {
                        return false;
                    }

                    inCall = true;
                    break;
                case AssignmentExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax when !inCall:
                    return false;
            }
        }

        return name.Ancestors().TakeWhile(node => node != statement.Parent).All(static node => node is not (LocalFunctionStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax));
    }

    private static string? CollectorAt(TemporaryPlace temporary)
    {
        foreach (var name in new[] { "GC", "System.GC", "global::System.GC" })
        {
            var meant = temporary.Model.GetSpeculativeSymbolInfo(temporary.Statement.SpanStart, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Symbol;
            if (meant is INamedTypeSymbol { Name: "GC", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return name;
            }
        }

        return null;
    }
}
