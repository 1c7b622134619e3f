using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>One code block under the rules about sharing and results: what they ask, and what they found.</summary>
internal sealed class SharingBody
{
    private readonly CodeBlockAnalysisContext _context;
    private readonly CompilationState.Setting _setting;
    private readonly List<Diagnostic> _found = new();
    private bool? _isDeclared;
    private bool? _isInBoundType;

    public SharingBody(CodeBlockAnalysisContext context, CompilationState.Setting setting)
    {
        _context = context;
        _setting = setting;
    }

    public SyntaxNode Syntax => _context.CodeBlock;

    public ISymbol Owner => _context.OwningSymbol;

    public SemanticModel Model => _context.SemanticModel;

    public ContractModel Contracts => _setting.Contracts;

    public CancellationToken Cancellation => _context.CancellationToken;

    /// <summary>Whether what the base library is known for counts.</summary>
    public bool UsesCatalog => _setting.UsesCatalog;

    /// <summary>Whether anything that code or a contract file declares can occur in the block; asked for the first time, its names are looked through.</summary>
    public bool IsDeclared => _isDeclared ??= _setting.Gate is { } gate && gate.MayMatter(_context.OwningSymbol, _context.CodeBlock);

    /// <summary>Whether objects of the type around the block may not cross a thread, so that <c>this</c> is one that is declared, by whatever name it is used.</summary>
    public bool IsInBoundType => _isInBoundType ??= _setting.Gate is not null && Contracts.Sendability.Obstacle(_context.OwningSymbol.ContainingType) is not null;

    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, Cancellation).Symbol;

    public ITypeSymbol? TypeOf(SyntaxNode node) => Model.GetTypeInfo(node, Cancellation).Type;

    public void Report(DiagnosticDescriptor rule, Location place, string message, ImmutableArray<Location> others = default, ImmutableDictionary<string, string?>? properties = null) =>
        _found.Add(Diagnostic.Create(rule, place, others.IsDefault ? ImmutableArray<Location>.Empty : others, properties ?? ImmutableDictionary<string, string?>.Empty, message));

    /// <summary>Hands out what was found, unless the block does not compile: that has its own diagnostics.</summary>
    public void Publish()
    {
        if (_found.Count == 0 || CompileErrors.AreIn(Syntax, Model, Cancellation))
        {
            return;
        }

        foreach (var diagnostic in _found)
        {
            _context.ReportDiagnostic(diagnostic);
        }
    }
}
