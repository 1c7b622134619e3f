using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Gate;

namespace RustVsGo.Analyzers;

/// <summary>Whether a code block has to be checked: for what somebody declared, or for what the catalog knows. Asks the cheapest first.</summary>
internal static class BlockGate
{
    /// <param name="context">The code block.</param>
    /// <param name="state">What is known of its compilation.</param>
    /// <param name="mayMatterToCatalog">Whether the catalog can have anything to say about the block, as its syntax and the words of its file go.</param>
    /// <param name="setting">What holds for the block.</param>
    /// <param name="isDeclared">Whether anything that somebody declared can occur in it.</param>
    public static bool LetsThrough(
        CodeBlockAnalysisContext context, CompilationState state, Func<SyntaxNode, TreeWords, bool> mayMatterToCatalog, out CompilationState.Setting setting, out bool isDeclared)
    {
        (setting, isDeclared) = (null!, false);
        var block = context.CodeBlock;
        if (block is TypeDeclarationSyntax type && BodyGraphs.BaseCallOf(type) is null)
        {
            // Of a type alone the call of the base constructor runs; its members are blocks of their own.
            return false;
        }

        var isOfCatalog = state.MayUseCatalog && mayMatterToCatalog(block, TreeWords.Of(block.SyntaxTree));
        if (!isOfCatalog && !state.DeclaresContracts)
        {
            return false;
        }

        setting = state.For(block.SyntaxTree);
        isDeclared = setting.Gate is { } gate && gate.MayMatter(context.OwningSymbol, block);
        return isDeclared || (isOfCatalog && setting.UsesCatalog);
    }
}
