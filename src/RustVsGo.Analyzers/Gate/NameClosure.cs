using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// From the names of all declarations to those through which a body can reach a move type or a contract: a type that is owned, what derives
/// from it or holds borrows, then every member whose signature mentions one. Two types of one name count as one: it errs on the side of looking.
/// </summary>
internal sealed class NameClosure
{
    private const string Suffix = "Attribute";

    private static readonly ImmutableArray<string> s_vocabulary = ImmutableArray.Create(
        AttributeNames.Owned, AttributeNames.Keeps, AttributeNames.Shared, AttributeNames.Borrowed, AttributeNames.BorrowedMut);

    private static readonly ImmutableArray<string> s_ofMembers = ImmutableArray.Create(
        AttributeNames.Borrows, AttributeNames.Mutates, AttributeNames.Consumes, AttributeNames.Drop, AttributeNames.Clone,
        AttributeNames.Once, AttributeNames.Send, AttributeNames.NotSend, AttributeNames.MustUse, OtherVocabularies.BorrowedReceiver);

    private static readonly ImmutableArray<string> s_ofValues = ImmutableArray.Create(
        AttributeNames.MustUse, AttributeNames.NotSend, OtherVocabularies.MustDisposeResource);

    private readonly Dictionary<string, List<Declaration>> _mentioning = new();
    private readonly Dictionary<string, List<Declaration>> _members = new();
    private readonly HashSet<string> _attributes = new();
    private readonly HashSet<string> _vocabulary = new();
    private readonly HashSet<string> _owning = new();
    private readonly HashSet<string> _borrowing = new();
    private readonly HashSet<string> _valued = new();
    private readonly HashSet<string> _owned = new();
    private readonly HashSet<string> _spreading = new();
    private readonly Queue<string> _news = new();

    private NameClosure()
    {
    }

    private HashSet<string> Names { get; } = new();

    /// <param name="declarations">Those of all trees.</param>
    /// <param name="referenced">The names that referenced assemblies contribute.</param>
    /// <param name="fromFiles">The names that the project's contract files speak about.</param>
    /// <param name="cancellation">The host's token.</param>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static GateNames Of(ImmutableArray<ImmutableArray<Declaration>> declarations, ImmutableArray<OwnershipNames> referenced, OwnershipNames fromFiles, CancellationToken cancellation)
    {
        var closure = new NameClosure();

        // The proposal's interface makes a move type of whatever implements it (docs/ownership-model.md, section 10).
        closure.AddOwned(OtherVocabularies.Resource);
        closure.Add(fromFiles);
        foreach (var assembly in referenced)
        {
            closure.Add(assembly);
        }

        foreach (var tree in declarations)
        {
            cancellation.ThrowIfCancellationRequested();
            closure.Index(tree);
        }

        closure.AddVocabulary();
        foreach (var tree in declarations)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var declaration in tree)
            {
                closure.Look(declaration);
            }
        }

        while (closure._news.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            closure.Spread(closure._news.Dequeue());
        }

        return new GateNames(closure.Names, closure._attributes);
    }

    private void Add(OwnershipNames assembly)
    {
        foreach (var name in assembly.Owned)
        {
            AddOwned(name);
        }

        foreach (var name in assembly.Spreading)
        {
            AddSpreading(name);
        }

        foreach (var name in assembly.Names)
        {
            AddName(name);
        }
    }

    private void AddVocabulary()
    {
        // A lambda or local function can carry an attribute where nothing else does.
        AddName(AttributeNames.Own);
        AddAttributes(s_vocabulary);
        AddAttributes(OtherVocabularies.OfJetBrains);

        foreach (var attribute in s_ofMembers)
        {
            Close(_vocabulary, attribute);
        }

        Close(_owning, AttributeNames.Owned);
        Close(_owning, OtherVocabularies.NonCopyable);
        foreach (var attribute in s_ofValues)
        {
            Close(_valued, attribute);
        }

        Close(_borrowing, AttributeNames.Borrowed);
        Close(_borrowing, AttributeNames.BorrowedMut);
    }

    private void AddAttributes(ImmutableArray<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            Close(_attributes, attribute);
            Close(_vocabulary, attribute);
        }
    }

    /// <summary>How <paramref name="attribute"/>, the name of a class, may be written where it is used.</summary>
    public static string Short(string attribute) => attribute.EndsWith(Suffix, System.StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - Suffix.Length) : attribute;

    // An attribute may go by an alias, and that by another one.
    private void Close(HashSet<string> names, string attribute)
    {
        var news = new Queue<string>();
        news.Enqueue(attribute);
        news.Enqueue(Short(attribute));
        while (news.Count > 0)
        {
            var name = news.Dequeue();
            if (names.Add(name) && _mentioning.TryGetValue(name, out var mentioning))
            {
                foreach (var declaration in mentioning)
                {
                    if (declaration.Kind == DeclarationKind.Alias)
                    {
                        news.Enqueue(declaration.Name);
                    }
                }
            }
        }
    }

    private void Index(ImmutableArray<Declaration> tree)
    {
        foreach (var declaration in tree)
        {
            foreach (var mention in declaration.Mentions)
            {
                AddTo(_mentioning, mention, declaration);
            }

            if (declaration.Kind is DeclarationKind.Method or DeclarationKind.Unnamed or DeclarationKind.Data)
            {
                AddTo(_members, declaration.Type, declaration);
            }
        }
    }

    private static void AddTo(Dictionary<string, List<Declaration>> map, string name, Declaration declaration)
    {
        if (!map.TryGetValue(name, out var list))
        {
            map.Add(name, list = new List<Declaration>(1));
        }

        list.Add(declaration);
    }

    private void Spread(string name)
    {
        if (_mentioning.TryGetValue(name, out var mentioning))
        {
            foreach (var declaration in mentioning)
            {
                Look(declaration);
            }
        }

        if (_owned.Contains(name) && _members.TryGetValue(name, out var members))
        {
            foreach (var member in members)
            {
                AddName(member.Name);
            }
        }
    }

    private void Look(Declaration declaration)
    {
        switch (declaration.Kind)
        {
            case DeclarationKind.Type:
                if (HasAttribute(declaration, _owning) || Mentions(declaration, _owned))
                {
                    AddOwned(declaration.Name);
                }
                else if (Mentions(declaration, _spreading) || HasAttribute(declaration, _valued))
                {
                    AddSpreading(declaration.Name);
                }

                break;
            case DeclarationKind.Alias:
                if (Mentions(declaration, _owned))
                {
                    AddOwned(declaration.Name);
                }
                else if (Mentions(declaration, _spreading))
                {
                    AddSpreading(declaration.Name);
                }
                else if (Mentions(declaration, Names))
                {
                    AddName(declaration.Name);
                }

                break;
            case DeclarationKind.Delegate when HasContract(declaration):
                AddSpreading(declaration.Name);
                break;
            case DeclarationKind.Unnamed when HasContract(declaration):
                AddName(declaration.Name);
                AddSpreading(declaration.Type);
                break;
            case DeclarationKind.Method when HasContract(declaration):
                AddName(declaration.Name);
                break;
            case DeclarationKind.Data when HasContract(declaration):
                AddName(declaration.Name);
                if (declaration.IsStored && HasAttribute(declaration, _borrowing))
                {
                    // It holds a borrow: its type carries one.
                    AddOwned(declaration.Type);
                }

                break;
        }
    }

    private bool HasContract(Declaration declaration) => HasAttribute(declaration, _vocabulary) || Mentions(declaration, _spreading);

    private static bool HasAttribute(Declaration declaration, HashSet<string> names)
    {
        foreach (var attribute in declaration.Attributes)
        {
            if (names.Contains(attribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(Declaration declaration, HashSet<string> names)
    {
        foreach (var mention in declaration.Mentions)
        {
            if (names.Contains(mention))
            {
                return true;
            }
        }

        return false;
    }

    private void AddOwned(string name)
    {
        if (name.Length > 0 && _owned.Add(name))
        {
            _spreading.Add(name);
            Names.Add(name);
            _news.Enqueue(name);
        }
    }

    private void AddSpreading(string name)
    {
        if (name.Length > 0 && _spreading.Add(name))
        {
            Names.Add(name);
            _news.Enqueue(name);
        }
    }

    private void AddName(string name)
    {
        if (name.Length > 0 && Names.Add(name))
        {
            _news.Enqueue(name);
        }
    }
}
