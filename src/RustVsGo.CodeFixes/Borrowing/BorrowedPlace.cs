using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>What the borrow that a place is reached through permits.</summary>
internal static class BorrowedPlace
{
    /// <summary>Whether whoever names <paramref name="place"/> may mutate it: each borrow on the way is stated as an exclusive one. Where in doubt, no.</summary>
    public static bool IsExclusive(IOperation? place) => place switch
    {
        IParameterReferenceOperation { Parameter: var parameter } =>
            parameter.RefKind == RefKind.Ref || Vocabulary.Has(StatedContract.OnParameter(parameter), Vocabulary.BorrowedMut),
        ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.Ref || IsBorrowedExclusively(local, place.SemanticModel),
        IInstanceReferenceOperation instance => MayMutateThis(instance),
        IFieldReferenceOperation { Field: { IsStatic: false } field } reference => IsOwned(field) && IsExclusive(reference.Instance),
        IPropertyReferenceOperation { Property: { IsStatic: false } property } reference => IsOwned(property) && IsExclusive(reference.Instance),
        IInvocationOperation call => StatedContract.OnReturn(call.TargetMethod, Vocabulary.BorrowedMut),
        IParenthesizedOperation parenthesized => IsExclusive(parenthesized.Operand),
        IConversionOperation { OperatorMethod: null } conversion => IsExclusive(conversion.Operand),
        _ => false,
    };

    private static bool IsOwned(ISymbol member) => !Vocabulary.Has(member.GetAttributes(), Vocabulary.Borrowed);

    private static bool IsBorrowedExclusively(ILocalSymbol local, SemanticModel? model) =>
        local.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax call }
        && model is not null && model.SyntaxTree == call.SyntaxTree
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && StatedContract.OnReturn(method, Vocabulary.BorrowedMut);

    private static bool MayMutateThis(IInstanceReferenceOperation instance)
    {
        if (instance.ReferenceKind != InstanceReferenceKind.ContainingTypeInstance || instance.SemanticModel is not { } model)
        {
            return false;
        }

        var member = instance.Syntax.Ancestors().FirstOrDefault(node => node is AccessorDeclarationSyntax or MemberDeclarationSyntax);
        return member is not null && model.GetDeclaredSymbol(member) is IMethodSymbol method
            && (method.MethodKind is MethodKind.Constructor or MethodKind.PropertySet || StatedContract.OnMethod(method, Vocabulary.Mutates));
    }
}
