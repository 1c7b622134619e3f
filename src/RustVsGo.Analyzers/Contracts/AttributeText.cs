using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>How an attribute is written, without brackets: <c>Borrowed("a", "this")</c>, <c>Owned(Unless = "leaveOpen")</c>.</summary>
internal static class AttributeText
{
    public static string Of(AttributeData attribute)
    {
        var text = new StringBuilder(VocabularyAttribute.Written(attribute.AttributeClass!.Name));
        var start = text.Length;
        foreach (var name in AttributeReader.Names(attribute))
        {
            text.Append(text.Length == start ? "(" : ", ").Append('"').Append(name).Append('"');
        }

        foreach (var argument in attribute.NamedArguments)
        {
            text.Append(text.Length == start ? "(" : ", ").Append(argument.Key).Append(" = ");
            switch (argument.Value.Value)
            {
                case string name:
                    text.Append('"').Append(name).Append('"');
                    break;
                case bool flag:
                    text.Append(flag ? "true" : "false");
                    break;
            }
        }

        return text.Length == start ? text.ToString() : text.Append(')').ToString();
    }
}
