using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>A parameter of a method that can be edited: where it is declared (twice for a partial method), and what its body does with it.</summary>
internal sealed class SourceParameter
{
    private readonly ImmutableArray<Declaration> _declarations;
    private readonly Declaration _withBody;
    private readonly IOperation? _body;

    private SourceParameter(ImmutableArray<Declaration> declarations, Declaration withBody, IOperation? body)
    {
        _declarations = declarations;
        _withBody = withBody;
        _body = body;
    }

    /// <summary>The parameter as the part with the body declares it.</summary>
    public IParameterSymbol Symbol => _withBody.Symbol;

    public IMethodSymbol Method => (IMethodSymbol)Symbol.ContainingSymbol;

    /// <summary>Finds <paramref name="parameter"/> in the source of <paramref name="solution"/>, or null where it is not there or is not a method's.</summary>
    public static async Task<SourceParameter?> FindAsync(Solution solution, IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor or MethodKind.LocalFunction } called)
        {
            return null;
        }

        var method = called.OriginalDefinition;
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        foreach (var part in new[] { method.PartialDefinitionPart, method, method.PartialImplementationPart })
        {
            if (part is null)
            {
                continue;
            }

            if (await Declaration.FindAsync(solution, part.Parameters[parameter.Ordinal], cancellation).ConfigureAwait(false) is not { } declaration)
            {
                return null;
            }

            declarations.Add(declaration);
        }

        foreach (var declaration in declarations)
        {
            if (declaration.Body(cancellation) is { } body)
            {
                return new SourceParameter(declarations.ToImmutable(), declaration, body);
            }
        }

        return declarations.Count == 0 ? null : new SourceParameter(declarations.ToImmutable(), declarations[0], body: null);
    }

    /// <summary>Whether there is a body that could tell what it needs; an abstract member has none.</summary>
    public bool HasBody => _body is not null;

    /// <summary>
    /// Whether the signature lets the parameter be a borrow: the result does not hold the borrow beyond the call. A task does, so that it must be
    /// awaited where it is made.
    /// </summary>
    public bool MayBorrow(bool isAwaited)
    {
        if (Method.ReturnsByRef || Method.ReturnsByRefReadonly
            || StatedContract.OnReturn(Method, Vocabulary.Borrowed) || StatedContract.OnReturn(Method, Vocabulary.BorrowedMut)
            || StatedContract.OnMethod(Method, Vocabulary.Consumes)
            || Symbol.RefKind != RefKind.None || Symbol.IsParams)
        {
            return false;
        }

        if (ValueKinds.MayCarryBorrow(ResultType(Method)) || (Method.IsAsync && Method.ReturnsVoid))
        {
            return false;
        }

        return !ValueKinds.IsLazy(Method.ReturnType) || (isAwaited && ValueKinds.IsAwaitable(Method.ReturnType));
    }

    /// <summary>What the body does with the parameter.</summary>
    public BorrowNeed Need(CancellationToken cancellation) => _body is null ? BorrowNeed.Shared : BorrowedUses.Of(Symbol, _body, cancellation);

    /// <summary>
    /// The edits after which the parameter is <c>[<paramref name="name"/>]</c>; default where what stands there says something else than that it owns.
    /// One that inherits what its base says is left alone.
    /// </summary>
    public ImmutableArray<TextEdit> Become(string name, CancellationToken cancellation)
    {
        var stated = _declarations.SelectMany(declaration => declaration.Stated(cancellation)).ToImmutableArray();
        switch (stated)
        {
            case [] when StatedContract.Bases(Method).Any():
                return ImmutableArray<TextEdit>.Empty;
            case []:
                // On one part of a partial method, for it counts for both: on the one that comes first.
                var first = _declarations[0];
                return ParameterAttribute.Add(first.Document, first.Model, first.Syntax, name, cancellation);
            case [(var declaration, { ArgumentList: null } attribute, Vocabulary.Owned)]:
                return ParameterAttribute.Replace(declaration.Document, declaration.Model, attribute, name, cancellation);
            default:
                return default;
        }
    }

    private static ITypeSymbol ResultType(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType
        : ValueKinds.IsAwaitable(method.ReturnType) && method.ReturnType is INamedTypeSymbol { TypeArguments: [var awaited] } ? awaited
        : method.ReturnType;

    /// <summary>One of the places where the parameter is declared.</summary>
    private sealed class Declaration
    {
        private Declaration(Document document, SemanticModel model, ParameterSyntax syntax, IParameterSymbol symbol)
        {
            Document = document;
            Model = model;
            Syntax = syntax;
            Symbol = symbol;
        }

        public Document Document { get; }

        public SemanticModel Model { get; }

        public ParameterSyntax Syntax { get; }

        public IParameterSymbol Symbol { get; }

        public static async Task<Declaration?> FindAsync(Solution solution, IParameterSymbol parameter, CancellationToken cancellation)
        {
            if (parameter.DeclaringSyntaxReferences is not [var reference]
                || solution.GetDocument(reference.SyntaxTree) is not { } document
                || document is SourceGeneratedDocument
                || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not ParameterSyntax { Parent: ParameterListSyntax list } syntax
                || !MayCarryAttributes(list.Parent)
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || model.GetDeclaredSymbol(syntax, cancellation) is not { } symbol)
            {
                return null;
            }

            return new Declaration(document, model, syntax, symbol);
        }

        /// <summary>The operations of the method, or null where this part has no body.</summary>
        public IOperation? Body(CancellationToken cancellation) => Syntax.Parent!.Parent switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or LocalFunctionStatementSyntax { Body: null, ExpressionBody: null } or null => null,
            var method => Model.GetOperation(method, cancellation),
        };

        /// <summary>The attributes of the vocabulary that are written here, each with its name.</summary>
        public IEnumerable<(Declaration At, AttributeSyntax Syntax, string Name)> Stated(CancellationToken cancellation)
        {
            foreach (var attribute in Syntax.AttributeLists.SelectMany(list => list.Attributes))
            {
                if (Model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type && Vocabulary.Declares(type))
                {
                    yield return (this, attribute, Vocabulary.AttributeName(type));
                }
            }
        }

        private static bool MayCarryAttributes(SyntaxNode? method) => method switch
        {
            LocalFunctionStatementSyntax => ((CSharpParseOptions)method.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9,
            BaseMethodDeclarationSyntax => true,
            _ => false,
        };
    }
}
