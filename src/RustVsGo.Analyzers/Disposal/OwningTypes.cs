using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>RVG2002 and RVG2003: a type that owns what has to be dropped has a drop, and that drops it.</summary>
internal static class OwningTypes
{
    public static void Check(
        TypeDeclarationSyntax declaration, SemanticModel model, ContractModel contracts, bool usesAttributes, bool usesCatalog, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (declaration is InterfaceDeclarationSyntax || declaration.Modifiers.Any(SyntaxKind.StaticKeyword)
            || OwnedMembers.Find(declaration, model, contracts, usesAttributes, usesCatalog, cancellation) is not { } owned
            || model.GetDeclaredSymbol(declaration, cancellation) is not { } type)
        {
            return;
        }

        var bodies = DropBodies.Of(type, contracts, cancellation);
        foreach (var member in owned)
        {
            // Of what no attribute calls owned, any way of ending it will do.
            if (member.IsStated ? bodies.End(member.Symbol.Name) : bodies.EndsAnywhere(member.Symbol.Name))
            {
                continue;
            }

            var labels = new Labels();
            if (member.Made is { } made)
            {
                labels.Add(made.GetLocation(), DisposalMessages.OwnedLabel(member.Symbol), PropertyKeys.Cause);
            }

            if (!bodies.HasDrop)
            {
                labels.Add(member.Name, DisposalMessages.MemberLabel(member.Symbol), PropertyKeys.LaterUse);
                Add(DisposalDescriptors.TypeWithoutDrop, declaration.Identifier.GetLocation(), DisposalMessages.TypeWithoutDrop(type, member.Symbol), labels);

                // One mistake: with a drop the type has a place for all of them.
                return;
            }

            if (bodies.Drop is { Locations: [{ SourceTree: not null } drop, ..] })
            {
                labels.Add(drop, DisposalMessages.DropLabel(bodies.Drop), PropertyKeys.Parameter);
            }

            Add(DisposalDescriptors.FieldNotDropped, member.Name, DisposalMessages.FieldNotDropped(member.Symbol, type, bodies.Drop), labels);
        }

        void Add(DiagnosticDescriptor rule, Location location, string message, Labels labels)
        {
            var members = rule == DisposalDescriptors.TypeWithoutDrop
                ? ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Members, string.Join(",", owned.ConvertAll(static member => member.Symbol.Name)))
                : ImmutableDictionary<string, string?>.Empty;
            var (spans, properties) = labels.Build(members);
            report(Diagnostic.Create(rule, location, spans, properties, message));
        }
    }
}
