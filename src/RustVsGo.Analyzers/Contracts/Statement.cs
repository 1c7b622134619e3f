using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>What one declaration says about one part of its signature: an attribute in code, or a line of a contract file.</summary>
internal sealed class Statement
{
    private Statement(string name, StatedAttribute said, AttributeData? attribute, ContractPart? line)
    {
        Name = name;
        Said = said;
        Attribute = attribute;
        Line = line;
    }

    /// <summary>The class name, as in <see cref="AttributeNames"/>.</summary>
    public string Name { get; }

    /// <summary>Its arguments.</summary>
    public StatedAttribute Said { get; }

    /// <summary>The attribute; null where a contract file speaks.</summary>
    public AttributeData? Attribute { get; }

    /// <summary>What the contract file says about the part; null where an attribute speaks.</summary>
    public ContractPart? Line { get; }

    /// <summary>Whether it is the built-in catalog that says it.</summary>
    public bool IsOfCatalog => Line is { Authority: Authority.Catalog };

    /// <summary>How it is written, without brackets.</summary>
    public string Text => Attribute is not null ? AttributeText.Of(Attribute) : AttributeText.Of(Line!.Find(Name)!);

    /// <summary>As it would be written on <paramref name="method"/>, whose parameters may be called otherwise than those of <paramref name="statedBy"/>.</summary>
    public string TextOn(IMethodSymbol method, IMethodSymbol statedBy) =>
        Attribute is not null ? AttributeText.On(method, Attribute, statedBy) : AttributeText.On(method, Line!.Find(Name)!, statedBy);

    public static Statement? Of(AttributeData? attribute) =>
        attribute is null ? null : new(attribute.AttributeClass!.Name, new StatedAttribute(attribute), attribute, line: null);

    /// <summary>The clause of <paramref name="line"/> that says who owns or borrows, or what happens to the receiver; null where none does.</summary>
    public static Statement? Of(ContractPart? line)
    {
        if (line is not null)
        {
            foreach (var clause in line.Clauses)
            {
                if (line.Kind == ContractPartKind.Receiver ? VocabularyAttribute.IsReceiver(clause.Name) : AttributeReader.IsMode(clause.Name))
                {
                    return new(clause.Name, new StatedAttribute(clause), attribute: null, line);
                }
            }
        }

        return null;
    }
}
