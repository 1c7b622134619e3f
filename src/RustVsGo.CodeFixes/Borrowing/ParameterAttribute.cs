using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Writes an attribute of the vocabulary to a parameter: over the name of another, or in front of the type.</summary>
internal static class ParameterAttribute
{
    /// <summary>Puts <paramref name="name"/> where <paramref name="attribute"/> names another; its qualification and suffix stay as they are.</summary>
    public static ImmutableArray<TextEdit> Replace(Document document, SemanticModel model, AttributeSyntax attribute, string name, CancellationToken cancellation)
    {
        var identifier = attribute.Name.GetLastToken();
        var newName = identifier.ValueText.EndsWith("Attribute", StringComparison.Ordinal) ? Vocabulary.AttributeClass(name) : name;
        var qualifier = model.SyntaxTree.GetText(cancellation).ToString(TextSpan.FromBounds(attribute.Name.SpanStart, identifier.SpanStart));
        return VocabularyName.MeansAttribute(model, attribute.SpanStart, qualifier + newName, name)
            ? ImmutableArray.Create(TextEdit.Replace(document.Id, identifier.Span, newName))
            : Write(document, model, attribute.SpanStart, name, text => TextEdit.Replace(document.Id, attribute.Name.Span, text), cancellation);
    }

    /// <summary>Adds <c>[name]</c> to a parameter, behind the attributes that it has.</summary>
    public static ImmutableArray<TextEdit> Add(Document document, SemanticModel model, ParameterSyntax parameter, string name, CancellationToken cancellation)
    {
        var lists = parameter.AttributeLists;
        var position = lists.Any() ? lists.Last().GetLastToken().GetNextToken().SpanStart : parameter.SpanStart;
        return Write(document, model, position, name, text => TextEdit.Before(document.Id, new TextSpan(position, 0), $"[{text}] "), cancellation);
    }

    /// <summary>The edit with <paramref name="name"/> as it is written at <paramref name="position"/>, and the <c>using</c> that this takes.</summary>
    public static ImmutableArray<TextEdit> Write(
        Document document, SemanticModel model, int position, string name, Func<string, TextEdit> edit, CancellationToken cancellation)
    {
        if (VocabularyName.OfAttribute(document, model, position, name, cancellation) is not { } written)
        {
            return ImmutableArray<TextEdit>.Empty;
        }

        return written.Import is { } import ? ImmutableArray.Create(edit(written.Text), import) : ImmutableArray.Create(edit(written.Text));
    }
}
