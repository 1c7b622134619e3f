using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>The attribute by which a function says that its result is borrowed, as it is written.</summary>
internal static class ResultAttribute
{
    /// <summary>Finds <c>[return: Borrowed]</c> or <c>[return: BorrowedMut]</c> in the attribute lists of a function, or null.</summary>
    public static AttributeSyntax? Borrowed(SyntaxList<AttributeListSyntax> lists, SemanticModel model, CancellationToken cancellation) =>
        lists.Where(static list => list.Target?.Identifier.IsKind(SyntaxKind.ReturnKeyword) == true)
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute => model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type && Vocabulary.Declares(type)
                && Vocabulary.AttributeName(type) is Vocabulary.Borrowed or Vocabulary.BorrowedMut);
}
