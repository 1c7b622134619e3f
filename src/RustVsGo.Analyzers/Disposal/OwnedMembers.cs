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
        if (given is not null && !(usesAttributes && MayBeStated(declaration)) && AreEnded(declaration, given.Keys))
        {
            // Whoever owns them, and however they were made: nothing is asked of the compiler.
            given = null;
        }

        foreach (var member in declaration.Members)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (member)
            {
                case FieldDeclarationSyntax field when IsOfObject(field):
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

    private static bool MayBeStated(TypeDeclarationSyntax declaration)
    {
        foreach (var member in declaration.Members)
        {
            if (member is FieldDeclarationSyntax { AttributeLists.Count: > 0 } or PropertyDeclarationSyntax { AttributeLists.Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreEnded(TypeDeclarationSyntax declaration, IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            if (!DropBodies.EndsIn(declaration, member))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrivate(SyntaxTokenList modifiers) =>
        !modifiers.Any(SyntaxKind.PublicKeyword) && !modifiers.Any(SyntaxKind.ProtectedKeyword) && !modifiers.Any(SyntaxKind.InternalKeyword);

    // By field name what the type gives to it; only private fields that are given something that may have to be dropped.
    private static Dictionary<string, List<ExpressionSyntax>>? GivenTo(TypeDeclarationSyntax declaration)
    {
        var places = TreeWords.Of(declaration.SyntaxTree).Places(declaration.Span, WordKinds.Makes);
        if (places.IsEmpty || FieldsOf(declaration) is not { } fields)
        {
            return null;
        }

        Dictionary<string, List<ExpressionSyntax>>? given = null;
        foreach (var node in declaration.DescendantNodes(node => IsOf(declaration, node) && DisposalGate.MayHaveMaker(node, places)))
        {
            if (Given(node) is ({ } target, { } value) && DisposalGate.Makes(value) && fields.Contains(target) && given?.ContainsKey(target) != true)
            {
                (given ??= new()).Add(target, new List<ExpressionSyntax>());
            }
        }

        if (given is null)
        {
            return null;
        }

        foreach (var node in declaration.DescendantNodes(node => IsOf(declaration, node)))
        {
            if (Given(node) is ({ } target, { } value) && given.TryGetValue(target, out var values))
            {
                values.Add(value);
            }
        }

        return given;
    }

    private static HashSet<string>? FieldsOf(TypeDeclarationSyntax declaration)
    {
        HashSet<string>? fields = null;
        foreach (var member in declaration.Members)
        {
            if (member is FieldDeclarationSyntax field && IsOfObject(field) && IsPrivate(field.Modifiers))
            {
                foreach (var variable in field.Declaration.Variables)
                {
                    (fields ??= new()).Add(variable.Identifier.ValueText);
                }
            }
        }

        return fields;
    }

    private static bool IsOfObject(FieldDeclarationSyntax field) => !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword);

    // Nested types are declarations of their own.
    private static bool IsOf(TypeDeclarationSyntax declaration, SyntaxNode node) =>
        node == declaration || node is not (TypeDeclarationSyntax or AttributeListSyntax) || node.Parent is not TypeDeclarationSyntax;

    private static (string? Target, ExpressionSyntax? Value) Given(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var plain }, Right: var right } => (plain, right),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var qualified }, Right: var right } => (qualified, right),
        VariableDeclaratorSyntax { Initializer.Value: var initial, Identifier.ValueText: var declared, Parent.Parent: FieldDeclarationSyntax } => (declared, initial),
        _ => (null, null),
    };

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
