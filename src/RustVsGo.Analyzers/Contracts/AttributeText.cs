using System;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>How an attribute is written, without brackets: <c>Borrowed("a", "this")</c>, <c>Owned(Unless = "leaveOpen")</c>.</summary>
internal static class AttributeText
{
    public static string Of(AttributeData attribute) => Of(attribute, static name => name);

    public static string Of(ContractClause clause) => Of(clause, static name => name);

    /// <summary>As it would be written on <paramref name="method"/>, whose parameters may be called otherwise than those of <paramref name="statedBy"/>.</summary>
    public static string On(IMethodSymbol method, AttributeData attribute, IMethodSymbol statedBy) => Of(attribute, name => Renamed(name, method, statedBy));

    /// <summary>As <see cref="On(IMethodSymbol, AttributeData, IMethodSymbol)"/>, for what a contract file says.</summary>
    public static string On(IMethodSymbol method, ContractClause clause, IMethodSymbol statedBy) => Of(clause, name => Renamed(name, method, statedBy));

    private static string Renamed(string name, IMethodSymbol method, IMethodSymbol statedBy)
    {
        foreach (var parameter in statedBy.Parameters)
        {
            if (parameter.Name == name && parameter.Ordinal < method.Parameters.Length)
            {
                return method.Parameters[parameter.Ordinal].Name;
            }
        }

        return name;
    }

    private static string Of(AttributeData attribute, Func<string, string> rename)
    {
        var text = new Writer(attribute.AttributeClass!.Name, rename);
        text.Names(AttributeReader.Names(attribute));
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Value.Value)
            {
                case string name:
                    text.Named(argument.Key, name);
                    break;
                case bool flag:
                    text.Named(argument.Key, flag);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Of(ContractClause clause, Func<string, string> rename)
    {
        var text = new Writer(clause.Name, rename);
        text.Names(clause.Values);
        foreach (var argument in clause.Texts)
        {
            text.Named(argument.Key, argument.Value);
        }

        foreach (var argument in clause.Flags)
        {
            text.Named(argument.Key, argument.Value);
        }

        return text.ToString();
    }

    /// <summary>The attribute as far as it is written.</summary>
    private sealed class Writer
    {
        private readonly StringBuilder _text;
        private readonly Func<string, string> _rename;
        private readonly int _start;

        public Writer(string className, Func<string, string> rename)
        {
            _text = new StringBuilder(VocabularyAttribute.Written(className));
            _start = _text.Length;
            _rename = rename;
        }

        public void Names(ImmutableArray<string> names)
        {
            foreach (var name in names)
            {
                Next().Append('"').Append(_rename(name)).Append('"');
            }
        }

        public void Named(string key, string name) => Next().Append(key).Append(" = \"").Append(_rename(name)).Append('"');

        public void Named(string key, bool flag) => Next().Append(key).Append(" = ").Append(flag ? "true" : "false");

        public override string ToString() => _text.Length == _start ? _text.ToString() : _text.ToString() + ")";

        private StringBuilder Next() => _text.Append(_text.Length == _start ? "(" : ", ");
    }
}
