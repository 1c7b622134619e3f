using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.CodeFixes;

/// <summary>How a type of the vocabulary is written at a position, and the <c>using</c> that this takes, if any.</summary>
/// <param name="Text">The name: simple where it is in scope, else qualified.</param>
/// <param name="Import">The insertion of <c>using RustVsGo;</c>, or null where none is needed.</param>
internal sealed record VocabularyName(string Text, TextEdit? Import)
{
    /// <summary>The attribute <c>[name]</c>, or null where nothing that could be written there means it.</summary>
    public static VocabularyName? OfAttribute(Document document, SemanticModel model, int position, string name, CancellationToken cancellation) =>
        Of(document, model, position, name, text => Attribute(model, position, text), cancellation);

    /// <summary>The class <c>Own</c>, or null where nothing that could be written there means it.</summary>
    public static VocabularyName? OfOwn(Document document, SemanticModel model, int position, CancellationToken cancellation) =>
        Of(document, model, position, Vocabulary.Own, text => Type(model, position, text), cancellation);

    /// <summary>Whether the attribute written <paramref name="text"/> would be the vocabulary's <c>[name]</c>.</summary>
    public static bool MeansAttribute(SemanticModel model, int position, string text, string name) => IsVocabulary(Attribute(model, position, text), name);

    private static VocabularyName? Of(Document document, SemanticModel model, int position, string name, Func<string, ISymbol?> bind, CancellationToken cancellation)
    {
        if (IsVocabulary(bind(name), name))
        {
            return new VocabularyName(name, Import: null);
        }

        var qualified = FirstThatMeans(name, bind, $"{Vocabulary.Namespace}.{name}", $"global::{Vocabulary.Namespace}.{name}");
        if (qualified is null)
        {
            // The project declares only a part of the vocabulary.
            return null;
        }

        var isFree = bind(name) is null;
        return isFree && UsingDirective.Insert(document, model, position, Vocabulary.Namespace, cancellation) is { } import
            ? new VocabularyName(name, import)
            : new VocabularyName(qualified, Import: null);
    }

    private static string? FirstThatMeans(string name, Func<string, ISymbol?> bind, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (IsVocabulary(bind(candidate), name))
            {
                return candidate;
            }
        }

        return null;
    }

    private static ISymbol? Attribute(SemanticModel model, int position, string text)
    {
        var info = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.Attribute(SyntaxFactory.ParseName(text)));
        return (info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]))?.ContainingType;
    }

    private static ISymbol? Type(SemanticModel model, int position, string text)
    {
        var info = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression);
        return info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
    }

    private static bool IsVocabulary(ISymbol? symbol, string name) =>
        symbol is INamedTypeSymbol type && Vocabulary.Declares(type) && (type.Name == name || type.Name == Vocabulary.AttributeClass(name));
}
