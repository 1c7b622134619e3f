using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>
/// What ends an object of a type: its drop, the methods of the type that the drop calls, and theirs. Names decide, in all parts of the type: to look too far
/// only costs a report.
/// </summary>
internal sealed class DropBodies
{
    private readonly INamedTypeSymbol _type;
    private readonly List<TypeDeclarationSyntax> _parts = new();
    private readonly List<SyntaxNode> _bodies = new();

    private DropBodies(INamedTypeSymbol type) => _type = type;

    /// <summary>The drop of the type itself, the first of them; null where it has none of its own.</summary>
    public IMethodSymbol? Drop { get; private set; }

    /// <summary>Whether objects of the type are dropped, by a method of its own or of a base.</summary>
    public bool HasDrop { get; private set; }

    public static DropBodies Of(INamedTypeSymbol type, ContractModel contracts, CancellationToken cancellation)
    {
        var bodies = new DropBodies(type);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax part)
            {
                bodies._parts.Add(part);
            }
        }

        bodies.FindDrop(contracts);
        bodies.Follow();
        return bodies;
    }

    /// <summary>Whether one of the bodies ends <paramref name="member"/>, or gives it to somebody who may.</summary>
    public bool End(string member)
    {
        foreach (var body in _bodies)
        {
            if (Ends(body, member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything that the type does, but for making the object, ends <paramref name="member"/>.</summary>
    public bool EndsAnywhere(string member)
    {
        foreach (var part in _parts)
        {
            if (EndsIn(part, member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="EndsAnywhere"/>, of one part of the type.</summary>
    public static bool EndsIn(TypeDeclarationSyntax part, string member)
    {
        foreach (var declared in part.Members)
        {
            if (declared is ConstructorDeclarationSyntax or FieldDeclarationSyntax ? EndsInConstruction(declared, member) : Ends(declared, member))
            {
                return true;
            }
        }

        return false;
    }

    private void FindDrop(ContractModel contracts)
    {
        HasDrop = contracts.Types.HasDrop(_type);
        foreach (var symbol in _type.GetMembers())
        {
            if (symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Destructor or MethodKind.ExplicitInterfaceImplementation, IsStatic: false } method)
            {
                continue;
            }

            var receiver = contracts.Method(method).Receiver;
            if (receiver is ReceiverKind.Drops or ReceiverKind.Consumes)
            {
                HasDrop = true;
                Drop ??= method;
            }
            else if (Drop is null && method is { Name: "Dispose", IsOverride: true })
            {
                // `Dispose(bool)` of a base that calls it.
                Drop = method;
            }

            if (receiver is ReceiverKind.Drops or ReceiverKind.Consumes || method.MethodKind == MethodKind.Destructor
                || method.Name is "Dispose" or "DisposeAsync" or "DisposeCore" or "DisposeAsyncCore" or "Close")
            {
                Add(method);
            }
        }
    }

    private void Add(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is var body && !_bodies.Contains(body))
            {
                _bodies.Add(body);
            }
        }
    }

    // The list grows while it is gone through.
    private void Follow()
    {
        for (var i = 0; i < _bodies.Count; i++)
        {
            foreach (var node in _bodies[i].DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: var called } && NameOf(called) is { } name)
                {
                    foreach (var member in _type.GetMembers(name))
                    {
                        if (member is IMethodSymbol method)
                        {
                            Add(method);
                        }
                    }
                }
            }
        }
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        GenericNameSyntax generic => generic.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    // A constructor may hand on what it makes; it ends it where it says so, but for a failure, or in a function that runs later.
    private static bool EndsInConstruction(MemberDeclarationSyntax declared, string member)
    {
        foreach (var node in declared.DescendantNodes(static node => node is not CatchClauseSyntax))
        {
            if ((node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && Ends(node, member))
                || (node is IdentifierNameSyntax { Identifier.ValueText: var name } mention && name == member && IsEnded(mention)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(SyntaxNode body, string member)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var name } mention && name == member && Ends(mention))
            {
                return true;
            }
        }

        return false;
    }

    // Anything but a mere use: a call of what ends it, an argument, another name for it, a `using`.
    private static bool Ends(IdentifierNameSyntax mention) => PlaceOf(mention) is { } place && place.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression != place || IsEnded(place),
        ConditionalAccessExpressionSyntax conditional when conditional.Expression == place => IsEnded(place),
        AssignmentExpressionSyntax assignment => assignment.Right == place || IsUsed(assignment),
        BinaryExpressionSyntax or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax } or ElementAccessExpressionSyntax => false,
        NameColonSyntax or AttributeArgumentSyntax => false,
        _ => true,
    };

    private static bool IsEnded(IdentifierNameSyntax mention) => PlaceOf(mention) is { } place && IsEnded(place);

    // `place.Dispose()`, `place?.Close()`, `using (place)`.
    private static bool IsEnded(ExpressionSyntax place) => place.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == place && IsEnd(access.Name.Identifier.ValueText),
        ConditionalAccessExpressionSyntax { Expression: var on, WhenNotNull: var then } => on == place && FirstMember(then) is { } member && IsEnd(member),
        UsingStatementSyntax => true,
        AssignmentExpressionSyntax { Parent: UsingStatementSyntax } assignment => assignment.Left == place,
        _ => false,
    };

    // The expression that stands for the member, through parentheses and casts; null where it is a member of something else.
    private static ExpressionSyntax? PlaceOf(IdentifierNameSyntax mention)
    {
        ExpressionSyntax place = mention;
        if (mention.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == mention)
        {
            if (qualified.Expression is not (ThisExpressionSyntax or BaseExpressionSyntax or IdentifierNameSyntax))
            {
                return null;
            }

            place = qualified;
        }

        while (place.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax
            || (place.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } cast && cast.Left == place))
        {
            place = (ExpressionSyntax)place.Parent;
        }

        return place;
    }

    // `using (_source = Create())`: what is assigned has another holder.
    private static bool IsUsed(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or InitializerExpressionSyntax);

    private static string? FirstMember(ExpressionSyntax then)
    {
        foreach (var node in then.DescendantNodesAndSelf())
        {
            if (node is MemberBindingExpressionSyntax binding)
            {
                return binding.Name.Identifier.ValueText;
            }
        }

        return null;
    }

    private static bool IsEnd(string member) => Borrowck.Contracts.Disposal.MayBe(member) || member == "ConfigureAwait";
}
