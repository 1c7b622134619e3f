using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Contracts;

namespace RustVsGo.CodeFixes;

/// <summary>One thing that a contract file could say about a part of a member.</summary>
/// <param name="Part">The part, as a contract file names it.</param>
/// <param name="Attribute">The attribute, without brackets.</param>
/// <param name="Title">What an editor shows.</param>
internal sealed record PartWords(string Part, string Attribute, string Title)
{
    /// <summary>What can be said about the part that <paramref name="call"/> is about, the likeliest first; nothing about a part of which somebody speaks.</summary>
    public static IEnumerable<PartWords> For(LibraryCall call, DescribedParts described)
    {
        if (call.Parameter is { } parameter)
        {
            return OfParameter(call.Method, parameter, described);
        }

        var words = OfResult(call.Method, described).Concat(OfReceiver(call.Method, described));
        return call.Method.Parameters.Where(Holds).ToList() is [var only] ? words.Concat(OfParameter(call.Method, only, described)) : words;
    }

    private static IEnumerable<PartWords> OfParameter(IMethodSymbol method, IParameterSymbol parameter, DescribedParts described)
    {
        if (!Holds(parameter) || described.HasParameter(method, parameter.Ordinal))
        {
            yield break;
        }

        var part = parameter.Name is "type" or "this" or "return" ? "@" + parameter.Name : parameter.Name;
        var isCallback = parameter.Type.TypeKind == TypeKind.Delegate;
        yield return new(part, Vocabulary.Owned, Says(method, $"takes '{parameter.Name}'", Vocabulary.Owned));
        if (isCallback)
        {
            yield return new(part, Vocabulary.Once, Says(method, $"calls '{parameter.Name}' once at most", Vocabulary.Once));
        }
        else if (method.MethodKind == MethodKind.Constructor || !method.IsStatic)
        {
            yield return new(part, Vocabulary.Keeps, Says(method, $"keeps '{parameter.Name}' until its object is disposed", Vocabulary.Keeps));
        }

        yield return new(part, Vocabulary.Borrowed, Says(method, $"only uses '{parameter.Name}' during the call", Vocabulary.Borrowed));
    }

    private static IEnumerable<PartWords> OfResult(IMethodSymbol method, DescribedParts described)
    {
        if (method.MethodKind == MethodKind.Constructor || !IsValue(Awaited(method.ReturnType)) || described.HasResult(method))
        {
            yield break;
        }

        yield return new("return", Vocabulary.Owned, Says(method, "gives a value to the caller", Vocabulary.Owned));
        if (!method.IsStatic)
        {
            const string FromReceiver = Vocabulary.Borrowed + "(\"this\")";
            yield return new("return", FromReceiver, Says(method, "lends what belongs to its object", FromReceiver));
        }
    }

    // Every property looks at its object, and `Dispose` ends it: nobody has to say so.
    private static IEnumerable<PartWords> OfReceiver(IMethodSymbol method, DescribedParts described)
    {
        if (method.IsStatic || method.MethodKind != MethodKind.Ordinary || method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true } || described.HasReceiver(method))
        {
            yield break;
        }

        yield return new("this", Vocabulary.Mutates, Says(method, "changes its object", Vocabulary.Mutates));
        yield return new("this", Vocabulary.Drop, Says(method, "ends its object", Vocabulary.Drop));
    }

    private static string Says(IMethodSymbol method, string what, string attribute) =>
        $"Say in a contract file that '{(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : (method.AssociatedSymbol ?? method).Name)}' {what} ('[{attribute}]')";

    private static bool Holds(IParameterSymbol parameter) => parameter is { RefKind: RefKind.None, IsParams: false } && IsValue(parameter.Type);

    private static bool IsValue(ITypeSymbol type) => !ValueKinds.IsData(type) && type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error or TypeKind.Dynamic);

    // What is said about the result of a task speaks of what is awaited.
    private static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result
        : type;
}
