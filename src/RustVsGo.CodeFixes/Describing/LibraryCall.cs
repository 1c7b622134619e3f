using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>A use of a member that no source in the solution declares, and the part of its signature that a place in the use is about.</summary>
/// <param name="Method">The method, constructor or getter, as it is declared.</param>
/// <param name="Parameter">The parameter; null where the place is the name of the member.</param>
internal sealed record LibraryCall(IMethodSymbol Method, IParameterSymbol? Parameter)
{
    /// <summary>What a line of a contract file is about: of a getter its property.</summary>
    public ISymbol Member => Method.AssociatedSymbol ?? Method;

    /// <summary>The call around <paramref name="position"/>: of the member whose name stands there, else of the one that the argument there is passed to.</summary>
    public static LibraryCall? Find(SyntaxNode root, SemanticModel model, Solution solution, int position, CancellationToken cancellation)
    {
        var node = root.FindToken(position).Parent;
        if (node is SimpleNameSyntax name && Named(name, model, cancellation) is { } method)
        {
            return Of(method, parameter: null, model.Compilation, solution);
        }

        // What stands in the body of a lambda is not about the argument that the lambda is.
        var argument = node?.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not StatementSyntax && (ancestor == node || ancestor is not AnonymousFunctionExpressionSyntax))
            .OfType<ArgumentSyntax>().FirstOrDefault();
        return argument is not null
            && model.GetOperation(argument, cancellation) is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol callee } parameter }
            ? Of(callee, parameter, model.Compilation, solution)
            : null;
    }

    private static IMethodSymbol? Named(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>(static _ => true) is { Type: var created } creation && created.Span.Contains(name.Span))
        {
            // A type argument is no name of the constructor.
            return name.Parent is TypeArgumentListSyntax ? null : model.GetSymbolInfo(creation, cancellation).Symbol as IMethodSymbol;
        }

        return model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            IMethodSymbol method when IsCalled(name) => method,
            IPropertySymbol { GetMethod: { } getter } => getter,
            _ => null,
        };
    }

    private static bool IsCalled(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called;
    }

    private static LibraryCall? Of(IMethodSymbol method, IParameterSymbol? parameter, Compilation compilation, Solution solution)
    {
        var declared = (method.ReducedFrom ?? method).OriginalDefinition;
        if (declared.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.PropertyGet)
            || declared.ContainingType is null || Vocabulary.Declares(declared.ContainingType)
            || SymbolEqualityComparer.Default.Equals(declared.ContainingAssembly, compilation.Assembly)
            || solution.GetProject(declared.ContainingAssembly) is not null)
        {
            return null;
        }

        return new LibraryCall(declared, parameter is null ? null : declared.Parameters[parameter.Ordinal]);
    }
}
