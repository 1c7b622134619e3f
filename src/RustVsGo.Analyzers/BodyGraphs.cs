using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers;

/// <summary>The control flow graphs of a code block, and what is found in them: one for a member with a body, one for each initializer of a field.</summary>
internal static class BodyGraphs
{
    public static IEnumerable<ControlFlowGraph> Of(CodeBlockAnalysisContext context)
    {
        var model = context.SemanticModel;
        if (model.GetOperation(context.CodeBlock, context.CancellationToken) is { } operation)
        {
            if (Create(operation, context.CancellationToken) is { } graph)
            {
                yield return graph;
            }

            yield break;
        }

        if (InitializerOf(context) is { } initializer
            && model.GetOperation(initializer, context.CancellationToken) is { } value && Create(value, context.CancellationToken) is { } ofInitializer)
        {
            yield return ofInitializer;
        }
    }

    /// <summary>What <paramref name="checker"/> finds in the code block: graph by graph, of a sequence of initializers what stands in this one.</summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static IEnumerable<ImmutableArray<BorrowError>> Check(CodeBlockAnalysisContext context, BodyBorrowChecker checker)
    {
        if (InitializerSequence.TryFind(context, out var constructor, out var parts, out var own))
        {
            var errors = checker.CheckConstruction(
                Of(context, parts), constructor, InitializerSequence.UsedByMembers(constructor, parts, context.CancellationToken), context.CancellationToken);
            yield return errors.RemoveAll(error => !own.Span.Contains(error.Syntax.SpanStart));
            yield break;
        }

        foreach (var graph in Of(context))
        {
            yield return checker.Check(graph, context.OwningSymbol, context.CancellationToken);
        }
    }

    /// <summary>Gets the graphs of the parts of an <see cref="InitializerSequence"/>.</summary>
    public static ImmutableArray<ControlFlowGraph> Of(CodeBlockAnalysisContext context, ImmutableArray<SyntaxNode> parts)
    {
        var graphs = ImmutableArray.CreateBuilder<ControlFlowGraph>(parts.Length);
        foreach (var part in parts)
        {
            // The operation of a base call is that of the whole declaration.
            var syntax = part is PrimaryConstructorBaseTypeSyntax ? part.Parent!.Parent! : part;
            if (context.SemanticModel.GetOperation(syntax, context.CancellationToken) is { } operation && Create(operation, context.CancellationToken) is { } graph)
            {
                graphs.Add(graph);
            }
        }

        return graphs.ToImmutable();
    }

    /// <summary>Gets the initializer that the code block is; null where it is another member.</summary>
    public static EqualsValueClauseSyntax? InitializerOf(CodeBlockAnalysisContext context)
    {
        switch (context.CodeBlock)
        {
            case PropertyDeclarationSyntax property:
                return property.Initializer;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    // Each field is a code block of its own, and each comes with the syntax of all.
                    if (variable.Identifier.ValueText == context.OwningSymbol.Name)
                    {
                        return variable.Initializer;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Gets the call of the base constructor by the primary one; null where <paramref name="type"/> has none.</summary>
    public static PrimaryConstructorBaseTypeSyntax? BaseCallOf(TypeDeclarationSyntax type) =>
        type.BaseList is { Types: [PrimaryConstructorBaseTypeSyntax call, ..] } ? call : null;

    private static ControlFlowGraph? Create(IOperation operation, CancellationToken cancellation)
    {
        if (operation.Parent is not null)
        {
            return null;
        }

        return operation switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellation),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
            IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
            IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellation),
            IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellation),
            IParameterInitializerOperation parameter => ControlFlowGraph.Create(parameter, cancellation),
            _ => null,
        };
    }
}
