using System.Collections.Generic;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>Which attribute may stand on which part, and with which arguments: what <c>AttributeUsage</c> and the compiler check where code says it.</summary>
internal static class ContractVocabulary
{
    /// <summary>The attribute that a contract file calls <paramref name="name"/>, or null.</summary>
    public static Entry? Find(string name) => name switch
    {
        "Owned" => new(AttributeNames.Owned, Kinds.Type | Kinds.Return | Kinds.Parameter | Kinds.TypeParameter, Group.Value, TakesValues: false, "Unless", "When", "", ""),
        "Keeps" => new(AttributeNames.Keeps, Kinds.Parameter | Kinds.Receiver, Group.Value, TakesValues: false, "Unless", "When", "", ""),
        "Shared" => new(AttributeNames.Shared, Kinds.Return | Kinds.Parameter, Group.Value, TakesValues: false, "", "", "", ""),
        "Borrowed" => new(AttributeNames.Borrowed, Kinds.Type | Kinds.Return | Kinds.Parameter, Group.Value, TakesValues: true, "CapturedBy", "", "Deferred", ""),
        "BorrowedMut" => new(AttributeNames.BorrowedMut, Kinds.Return | Kinds.Parameter, Group.Value, TakesValues: true, "CapturedBy", "", "Deferred", ""),
        "Borrows" => new(AttributeNames.Borrows, Kinds.Receiver, Group.Receiver, TakesValues: false, "", "", "AfterDrop", ""),
        "Mutates" => new(AttributeNames.Mutates, Kinds.Receiver, Group.Receiver, TakesValues: false, "", "", "Invalidates", ""),
        "Consumes" => new(AttributeNames.Consumes, Kinds.Receiver, Group.Receiver, TakesValues: false, "", "", "", ""),
        "Drop" => new(AttributeNames.Drop, Kinds.Receiver, Group.Receiver, TakesValues: false, "", "", "Idempotent", ""),
        "Clone" => new(AttributeNames.Clone, Kinds.Receiver, Group.Other, TakesValues: false, "", "", "", ""),
        "Once" => new("OnceAttribute", Kinds.Parameter, Group.Other, TakesValues: false, "", "", "", ""),
        "MustUse" => new("MustUseAttribute", Kinds.Type | Kinds.Return, Group.Other, TakesValues: true, "", "", "", ""),
        "Send" => new("SendAttribute", Kinds.Parameter | Kinds.TypeParameter, Group.Other, TakesValues: false, "", "", "", ""),
        "NotSend" => new("NotSendAttribute", Kinds.Type, Group.Other, TakesValues: false, "", "", "", ""),
        _ => null,
    };

    /// <summary>Whether two of the clauses say of one part what only one of them can be.</summary>
    public static bool Contradict(IReadOnlyList<ContractClause> clauses)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (first, second) = (GroupOf(clauses[j]), GroupOf(clauses[i]));
                if (clauses[i].Name == clauses[j].Name || (first == second && first != Group.Other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether both say the same.</summary>
    public static bool IsSame(ContractPart first, ContractPart second)
    {
        if (first.Clauses.Length != second.Clauses.Length)
        {
            return false;
        }

        foreach (var clause in first.Clauses)
        {
            if (second.Find(clause.Name) is not { } other || !IsSame(clause, other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(ContractClause first, ContractClause second)
    {
        if (first.Values.Length != second.Values.Length || first.Texts.Count != second.Texts.Count || first.Flags.Count != second.Flags.Count)
        {
            return false;
        }

        for (var i = 0; i < first.Values.Length; i++)
        {
            if (first.Values[i] != second.Values[i])
            {
                return false;
            }
        }

        foreach (var pair in first.Texts)
        {
            if (!second.Texts.TryGetValue(pair.Key, out var text) || text != pair.Value)
            {
                return false;
            }
        }

        foreach (var pair in first.Flags)
        {
            if (!second.Flags.TryGetValue(pair.Key, out var flag) || flag != pair.Value)
            {
                return false;
            }
        }

        return true;
    }

    private static Group GroupOf(ContractClause clause) => Find(clause.Name.Substring(0, clause.Name.Length - "Attribute".Length))?.Group ?? Group.Other;

    /// <summary>What only one clause of a part may say.</summary>
    internal enum Group : byte
    {
        Other,
        Value,
        Receiver,
    }

    /// <summary>Parts of a member, as a set.</summary>
    [System.Flags]
    internal enum Kinds : byte
    {
        Type = 1 << ContractPartKind.Type,
        Receiver = 1 << ContractPartKind.Receiver,
        Return = 1 << ContractPartKind.Return,
        TypeParameter = 1 << ContractPartKind.TypeParameter,
        Parameter = 1 << ContractPartKind.Parameter,
    }

    /// <summary>One attribute.</summary>
    internal sealed record Entry(string ClassName, Kinds Parts, Group Group, bool TakesValues, string Text, string OtherText, string Flag, string OtherFlag)
    {
        public bool MayStandOn(ContractPartKind part) => (Parts & (Kinds)(1 << (int)part)) != 0;

        public bool HasText(string name) => name.Length > 0 && (name == Text || name == OtherText);

        public bool HasFlag(string name) => name.Length > 0 && (name == Flag || name == OtherFlag);
    }
}
