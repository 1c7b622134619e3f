using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>
/// The members of a type that it has to drop: those that are <c>[Owned]</c>, and private fields that are given nothing but new values of which the catalog
/// says that they have to be dropped. In: one declaration of the type; a field that another part of the type assigns as well is left alone.
/// </summary>
internal static class OwnedMembers
{
    public static List<OwnedMember>? Find(TypeDeclarationSyntax declaration, SemanticModel model, ContractModel contracts, bool usesAttributes, bool usesCatalog, CancellationToken cancellation)
    {
        List<OwnedMember>? owned = null;
        var given = usesCatalog ? GivenTo(declaration) : null;
        foreach (var member in declaration.Members)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (member)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (usesAttributes && field.AttributeLists.Count > 0 && model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol symbol && IsStated(symbol, symbol.Type, contracts))
                        {
                            (owned ??= new()).Add(new OwnedMember(symbol, variable.Identifier.GetLocation(), Made: null));
                        }
                        else if (given is not null && given.TryGetValue(variable.Identifier.ValueText, out var values) && IsPrivate(field.Modifiers)
                            && Made(values, model, contracts, cancellation) is { } made
                            && model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol { ContainingType.DeclaringSyntaxReferences.Length: 1 } inferred)
                        {
                            (owned ??= new()).Add(new OwnedMember(inferred, variable.Identifier.GetLocation(), made));
                        }
                    }

                    break;
                case PropertyDeclarationSyntax { AttributeLists.Count: > 0 } property when usesAttributes && !property.Modifiers.Any(SyntaxKind.StaticKeyword):
                    if (model.GetDeclaredSymbol(property, cancellation) is { } auto && FieldLike.IsAutoProperty(auto) && IsStated(auto, auto.Type, contracts))
                    {
                        (owned ??= new()).Add(new OwnedMember(auto, property.Identifier.GetLocation(), Made: null));
                    }

                    break;
            }
        }

        return owned;
    }

    private static bool IsStated(ISymbol member, ITypeSymbol type, ContractModel contracts) =>
        AttributeReader.Has(member.GetAttributes(), AttributeNames.Owned) && contracts.Types.IsDroppable(type);

    private static bool IsPrivate(SyntaxTokenList modifiers) =>
        !modifiers.Any(SyntaxKind.PublicKeyword) && !modifiers.Any(SyntaxKind.ProtectedKeyword) && !modifiers.Any(SyntaxKind.InternalKeyword);

    // By field name what the type gives to it; only fields that are given something that may have to be dropped.
    private static Dictionary<string, List<ExpressionSyntax>>? GivenTo(TypeDeclarationSyntax declaration)
    {
        HashSet<string>? names = null;
        List<(string Name, ExpressionSyntax Value)>? all = null;
        foreach (var node in declaration.DescendantNodes(static node => node is not (TypeDeclarationSyntax or AttributeListSyntax or ParameterListSyntax) || node.Parent is not TypeDeclarationSyntax || node is ParameterListSyntax))
        {
            var (target, value) = node switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var plain }, Right: var right } => (plain, right),
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var qualified }, Right: var right } => (qualified, right),
                VariableDeclaratorSyntax { Initializer.Value: var initial, Identifier.ValueText: var declared, Parent.Parent: FieldDeclarationSyntax } => (declared, initial),
                _ => (null, null),
            };
            if (target is null || value is null)
            {
                continue;
            }

            (all ??= new()).Add((target, value));
            if (DisposalGate.Makes(value))
            {
                (names ??= new()).Add(target);
            }
        }

        if (names is null)
        {
            return null;
        }

        var given = new Dictionary<string, List<ExpressionSyntax>>();
        foreach (var (name, value) in all!)
        {
            if (names.Contains(name))
            {
                if (!given.TryGetValue(name, out var values))
                {
                    given.Add(name, values = new List<ExpressionSyntax>());
                }

                values.Add(value);
            }
        }

        return given;
    }

    // What has to be dropped, if there is nothing else among the values but null.
    private static SyntaxNode? Made(List<ExpressionSyntax> values, SemanticModel model, ContractModel contracts, CancellationToken cancellation)
    {
        SyntaxNode? made = null;
        foreach (var value in values)
        {
            if (value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression)
                || value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand.RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression })
            {
                continue;
            }

            if (!DisposalGate.Makes(value) || model.GetSymbolInfo(value, cancellation).Symbol is not IMethodSymbol method || contracts.Method(method).DropDuty == Authority.Default)
            {
                return null;
            }

            made ??= value;
        }

        return made;
    }
}
