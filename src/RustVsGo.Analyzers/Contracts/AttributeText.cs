using System;
using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>How an attribute is written, without brackets: <c>Borrowed("a", "this")</c>, <c>Owned(Unless = "leaveOpen")</c>.</summary>
internal static class AttributeText
{
    public static string Of(AttributeData attribute) => Of(attribute, static name => name);

    /// <summary>As it would be written on <paramref name="method"/>, whose parameters may be called otherwise than those of <paramref name="statedBy"/>.</summary>
    public static string On(IMethodSymbol method, AttributeData attribute, IMethodSymbol statedBy) => Of(
        attribute,
        name =>
        {
            foreach (var parameter in statedBy.Parameters)
            {
                if (parameter.Name == name && parameter.Ordinal < method.Parameters.Length)
                {
                    return method.Parameters[parameter.Ordinal].Name;
                }
            }

            return name;
        });

    private static string Of(AttributeData attribute, Func<string, string> rename)
    {
        var text = new StringBuilder(VocabularyAttribute.Written(attribute.AttributeClass!.Name));
        var start = text.Length;
        foreach (var name in AttributeReader.Names(attribute))
        {
            text.Append(text.Length == start ? "(" : ", ").Append('"').Append(rename(name)).Append('"');
        }

        foreach (var argument in attribute.NamedArguments)
        {
            text.Append(text.Length == start ? "(" : ", ").Append(argument.Key).Append(" = ");
            switch (argument.Value.Value)
            {
                case string name:
                    text.Append('"').Append(rename(name)).Append('"');
                    break;
                case bool flag:
                    text.Append(flag ? "true" : "false");
                    break;
            }
        }

        return text.Length == start ? text.ToString() : text.Append(')').ToString();
    }
}
