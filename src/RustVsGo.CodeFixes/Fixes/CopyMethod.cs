using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>The method that copies a value: one that is marked <c>[Clone]</c>, else a <c>Clone()</c> without parameters.</summary>
internal static class CopyMethod
{
    private const string DefaultName = "Clone";

    /// <summary>The names under which a value of <paramref name="type"/> may be copied, the stated ones first.</summary>
    public static IEnumerable<string> NamesFor(ITypeSymbol type)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return SelfAndBases(value)
            .SelectMany(declaring => declaring.GetMembers())
            .Where(member => member is IMethodSymbol { IsStatic: false } && Vocabulary.Has(member.GetAttributes(), Vocabulary.Clone))
            .Select(member => member.Name)
            .Concat(new[] { DefaultName })
            .Distinct();
    }

    /// <summary>The first call of a copy method on <paramref name="value"/> that <see cref="Fits">fits</see>, or null.</summary>
    /// <param name="model">The model of the document.</param>
    /// <param name="value">What is copied.</param>
    /// <param name="type">Its type.</param>
    /// <param name="mayBeNull">Whether it may be null.</param>
    /// <param name="cancellation">Whether the host asked to stop.</param>
    public static PostfixCall? On(SemanticModel model, ExpressionSyntax value, ITypeSymbol type, bool mayBeNull, CancellationToken cancellation)
    {
        if (ArcName.Is(type) && value.Parent is not ConditionalAccessExpressionSyntax)
        {
            return ArcName.At(model, value.SpanStart) is { } arc ? PostfixCall.Around(value, arc + "." + DefaultName, DefaultName) : null;
        }

        foreach (var name in NamesFor(type))
        {
            var call = PostfixCall.On(value, name, mayBeNull);
            if (Fits(model, call, type, name, cancellation))
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>The name of the first copy method that can be called on <c>this</c> at <paramref name="position"/> and gives its <paramref name="type"/>, or null.</summary>
    public static string? OfThis(SemanticModel model, int position, ITypeSymbol type)
    {
        foreach (var name in NamesFor(type))
        {
            var call = SyntaxFactory.ParseExpression($"this.{name}()");
            if (model.GetSpeculativeSymbolInfo(position, call, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method && IsCopy(method, name)
                && SymbolEqualityComparer.Default.Equals(method.ReturnType, type))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="call"/> compiles where it would stand, copies what it is called on, and gives what is needed there.</summary>
    public static bool Fits(SemanticModel model, PostfixCall call, ITypeSymbol type, string name, CancellationToken cancellation)
    {
        if (MethodNamed(name, model, call.Operand, type) is not { } method || !IsCopy(method, name))
        {
            return false;
        }

        var result = model.GetSpeculativeTypeInfo(call.Operand.SpanStart, call.StandIn, SpeculativeBindingOption.BindAsExpression).Type;
        return result is not null
            && (SymbolEqualityComparer.Default.Equals(result, type) || ConvertsToWhatIsNeeded(model, call, result, cancellation));
    }

    // Binding decides what is accessible, which overload it is, and whether it is an extension. A null test would hide the method, so it is left out.
    private static IMethodSymbol? MethodNamed(string name, SemanticModel model, ExpressionSyntax operand, ITypeSymbol type)
    {
        var value = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ".Value" : "";
        var direct = SyntaxFactory.ParseExpression($"({operand}){value}.{name}()");
        return model.GetSpeculativeSymbolInfo(operand.SpanStart, direct, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
    }

    private static bool IsCopy(IMethodSymbol method, string name) =>
        !method.IsStatic
        && !method.ReturnsVoid && !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && (method.Parameters.IsEmpty || Vocabulary.Has(method.GetAttributes(), Vocabulary.Clone) || name != DefaultName)
        && !StatedContract.OnMethod(method, Vocabulary.Consumes)
        && !StatedContract.OnReturn(method, Vocabulary.Borrowed)
        && !StatedContract.OnReturn(method, Vocabulary.BorrowedMut);

    /// <summary>
    /// A copy of another type than its original (a <c>Shape</c> of a <c>Circle</c>) will do only where the type that is needed is written down, not
    /// inferred from the expression, and where a call keeps its overload.
    /// </summary>
    private static bool ConvertsToWhatIsNeeded(SemanticModel model, PostfixCall call, ITypeSymbol result, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(call.Operand, cancellation).ConvertedType is not { } needed
            || model.Compilation.ClassifyConversion(result, needed) is not ({ IsIdentity: true } or { IsImplicit: true, IsReference: true }))
        {
            return false;
        }

        SyntaxNode outermost = call.Operand;
        while (outermost.Parent is ParenthesizedExpressionSyntax)
        {
            outermost = outermost.Parent;
        }

        return outermost.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => !declaration.Type.IsVar,
            EqualsValueClauseSyntax => true,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Right == outermost,
            ReturnStatementSyntax statement => statement.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null,
            ArgumentSyntax { Parent.Parent: ExpressionSyntax outer } => KeepsItsTarget(model, outer, call, cancellation),
            _ => false,
        };
    }

    private static bool KeepsItsTarget(SemanticModel model, ExpressionSyntax outer, PostfixCall call, CancellationToken cancellation)
    {
        var before = model.GetSymbolInfo(outer, cancellation).Symbol;
        var after = model.GetSpeculativeSymbolInfo(outer.SpanStart, outer.ReplaceNode(call.Operand, call.StandIn), SpeculativeBindingOption.BindAsExpression).Symbol;
        return before is not null && SymbolEqualityComparer.Default.Equals(before, after);
    }

    private static IEnumerable<ITypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(SelfAndBases);
        }

        var bases = new List<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            bases.Add(current);
        }

        bases.AddRange(type.AllInterfaces);
        return bases;
    }
}
