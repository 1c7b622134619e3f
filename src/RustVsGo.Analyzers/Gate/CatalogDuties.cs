using System;
using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>The names by which the catalog's members are called whose result has to be dropped: read from the catalog itself, once.</summary>
internal static class CatalogDuties
{
    private static readonly Lazy<(HashSet<string> Types, Dictionary<string, HashSet<string>> Members)> s_names = new(Read, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The types of which a new object has to be dropped.</summary>
    public static HashSet<string> Types => s_names.Value.Types;

    /// <summary>The methods, each with the types that have it.</summary>
    public static Dictionary<string, HashSet<string>> Members => s_names.Value.Members;

    /// <summary>Whether methods of this name are so many that only the name of the type in front of it tells.</summary>
    public static bool IsCommon(string member) => member is "Create" or "Open" or "Start" or "Parse";

    private static (HashSet<string> Types, Dictionary<string, HashSet<string>> Members) Read()
    {
        var types = new HashSet<string>();
        var members = new Dictionary<string, HashSet<string>>();
        foreach (var file in BuiltInCatalog.Read())
        {
            foreach (var line in file.Lines)
            {
                if (line.Find(ContractPartKind.Return, "") is { } result && result.Find(AttributeNames.Owned) is not null && result.Find(AttributeNames.MustUse) is not null)
                {
                    Add(line.Id, types, members);
                }
            }
        }

        return (types, members);
    }

    // `M:System.IO.File.OpenRead(System.String)`
    private static void Add(string id, HashSet<string> types, Dictionary<string, HashSet<string>> members)
    {
        var end = id.IndexOf('(');
        var path = (end < 0 ? id : id.Substring(0, end)).Split('.');
        var (type, member) = (WithoutArity(path[path.Length - 2]), WithoutArity(path[path.Length - 1]));
        if (member == "#ctor")
        {
            types.Add(type);
            return;
        }

        if (!members.TryGetValue(member, out var of))
        {
            members.Add(member, of = new HashSet<string>());
        }

        of.Add(type);
    }

    private static string WithoutArity(string name) => name.IndexOf('`') is >= 0 and var tick ? name.Substring(0, tick) : name;
}
