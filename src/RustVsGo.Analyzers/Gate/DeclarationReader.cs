using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Gate;

/// <summary>Reads the declarations of one syntax tree, and no body: an edit of a body leaves them as they are.</summary>
internal sealed class DeclarationReader
{
    private readonly ImmutableArray<Declaration>.Builder _found = ImmutableArray.CreateBuilder<Declaration>();
    private readonly CancellationToken _cancellation;

    private DeclarationReader(CancellationToken cancellation) => _cancellation = cancellation;

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static ImmutableArray<Declaration> Read(SyntaxTree tree, CancellationToken cancellation)
    {
        var reader = new DeclarationReader(cancellation);
        if (tree.GetRoot(cancellation) is CompilationUnitSyntax unit)
        {
            reader.AddAliases(unit.Usings);
            reader.AddMembers(unit.Members, type: "", head: default);
        }

        return reader._found.ToImmutable();
    }

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { Name.Identifier.ValueText: var alias })
            {
                Add(DeclarationKind.Alias, alias, "", default, new Parts().Names(directive.NamespaceOrType));
            }
        }
    }

    // Members of an extension block have the parameter of the block as one of their own: `head`.
    private void AddMembers(SyntaxList<MemberDeclarationSyntax> members, string type, ParameterListSyntax? head)
    {
        foreach (var member in members)
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    AddAliases(space.Usings);
                    AddMembers(space.Members, type, head: null);
                    break;
                case TypeDeclarationSyntax declared:
                    AddType(declared, type);
                    break;
                case DelegateDeclarationSyntax declared:
                    Add(DeclarationKind.Delegate, declared.Identifier.ValueText, type, declared.AttributeLists,
                        new Parts().Names(declared.ReturnType).Parameters(declared.ParameterList).TypeParameters(declared.TypeParameterList, declared.ConstraintClauses));
                    break;
                case MethodDeclarationSyntax method:
                    var isPattern = method.Identifier.ValueText is "GetEnumerator" or "GetAsyncEnumerator" or "Deconstruct";
                    var signature = new Parts().Names(method.ReturnType).Parameters(method.ParameterList).Parameters(head).TypeParameters(method.TypeParameterList, method.ConstraintClauses);
                    Add(isPattern ? DeclarationKind.Unnamed : DeclarationKind.Method, method.Identifier.ValueText, type, method.AttributeLists, signature);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Add(DeclarationKind.Method, type, type, constructor.AttributeLists, new Parts().Parameters(constructor.ParameterList));
                    break;
                case OperatorDeclarationSyntax @operator:
                    Add(DeclarationKind.Unnamed, "", type, @operator.AttributeLists, new Parts().Names(@operator.ReturnType).Parameters(@operator.ParameterList));
                    break;
                case ConversionOperatorDeclarationSyntax conversion:
                    Add(DeclarationKind.Unnamed, "", type, conversion.AttributeLists, new Parts().Names(conversion.Type).Parameters(conversion.ParameterList));
                    break;
                case IndexerDeclarationSyntax indexer:
                    Add(DeclarationKind.Unnamed, "", type, indexer.AttributeLists, new Parts().Names(indexer.Type).Parameters(indexer.ParameterList).Accessors(indexer.AccessorList));
                    break;
                case PropertyDeclarationSyntax property:
                    Add(DeclarationKind.Data, property.Identifier.ValueText, type, property.AttributeLists,
                        new Parts().Names(property.Type).Parameters(head).Accessors(property.AccessorList), isStored: IsAuto(property));
                    break;
                case EventDeclarationSyntax @event:
                    Add(DeclarationKind.Data, @event.Identifier.ValueText, type, @event.AttributeLists, new Parts().Names(@event.Type).Accessors(@event.AccessorList));
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                    {
                        Add(DeclarationKind.Data, variable.Identifier.ValueText, type, field.AttributeLists, new Parts().Names(field.Declaration.Type), isStored: true);
                    }

                    break;
            }
        }
    }

    private void AddType(TypeDeclarationSyntax declared, string outer)
    {
        var name = declared.Identifier.ValueText;
        var isExtension = name.Length == 0;
        if (!isExtension)
        {
            var parts = new Parts().TypeParameters(declared.TypeParameterList, declared.ConstraintClauses);
            foreach (var baseType in declared.BaseList?.Types ?? default)
            {
                parts.Names(baseType.Type);
            }

            Add(DeclarationKind.Type, name, outer, declared.AttributeLists, parts);
            if (declared.ParameterList is { } primary)
            {
                Add(DeclarationKind.Method, name, name, default, new Parts().Parameters(primary));
                AddPrimary(declared, primary, name);
            }
        }

        AddMembers(declared.Members, isExtension ? outer : name, isExtension ? declared.ParameterList : null);
    }

    // Bodies of all parts can name the parameters. A positional record has a property and a place in its deconstructor for each.
    private void AddPrimary(TypeDeclarationSyntax declared, ParameterListSyntax primary, string name)
    {
        var isRecord = declared is RecordDeclarationSyntax;
        foreach (var parameter in primary.Parameters)
        {
            Add(DeclarationKind.Data, parameter.Identifier.ValueText, name, parameter.AttributeLists, new Parts().Names(parameter.Type), isStored: isRecord);
        }

        if (isRecord)
        {
            Add(DeclarationKind.Unnamed, "", name, default, new Parts().Parameters(primary));
        }
    }

    private static bool IsAuto(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is not null || property.AccessorList is not { } accessors)
        {
            return false;
        }

        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(DeclarationKind kind, string name, string type, SyntaxList<AttributeListSyntax> attributes, Parts parts, bool isStored = false)
    {
        parts.Attributes(attributes);
        _found.Add(new Declaration(kind, name, type, parts.AttributeNames, parts.TypeNames, isStored));
    }

    /// <summary>Collects the names in the parts of a signature.</summary>
    private sealed class Parts
    {
        private List<string>? _attributes;
        private List<string>? _names;

        public ImmutableArray<string> AttributeNames => _attributes?.ToImmutableArray() ?? ImmutableArray<string>.Empty;

        public ImmutableArray<string> TypeNames => _names?.ToImmutableArray() ?? ImmutableArray<string>.Empty;

        public Parts Names(SyntaxNode? type)
        {
            if (type is not null and not PredefinedTypeSyntax)
            {
                foreach (var token in type.DescendantTokens())
                {
                    if (token.IsKind(SyntaxKind.IdentifierToken))
                    {
                        (_names ??= new List<string>(2)).Add(token.ValueText);
                    }
                }
            }

            return this;
        }

        public Parts Parameters(BaseParameterListSyntax? list)
        {
            foreach (var parameter in list?.Parameters ?? default)
            {
                Names(parameter.Type);
                Attributes(parameter.AttributeLists);
            }

            return this;
        }

        public Parts TypeParameters(TypeParameterListSyntax? list, SyntaxList<TypeParameterConstraintClauseSyntax> constraints)
        {
            foreach (var parameter in list?.Parameters ?? default)
            {
                Attributes(parameter.AttributeLists);
            }

            foreach (var clause in constraints)
            {
                foreach (var constraint in clause.Constraints)
                {
                    Names(constraint);
                }
            }

            return this;
        }

        public Parts Accessors(AccessorListSyntax? list)
        {
            foreach (var accessor in list?.Accessors ?? default)
            {
                Attributes(accessor.AttributeLists);
            }

            return this;
        }

        public Parts Attributes(SyntaxList<AttributeListSyntax> lists)
        {
            foreach (var list in lists)
            {
                foreach (var attribute in list.Attributes)
                {
                    if (attribute.Name.GetLastToken().ValueText is { Length: > 0 } name)
                    {
                        (_attributes ??= new List<string>(1)).Add(name);
                    }
                }
            }

            return this;
        }
    }
}
