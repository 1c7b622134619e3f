using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// Kinds of operations that are newer than the Roslyn this is compiled against (4.8). A newer host hands them over all the same; their
/// operands are the child operations.
/// </summary>
internal static class Lightup
{
    /// <summary><c>[a, b, ..c]</c>, Roslyn 4.11 and later.</summary>
    public const OperationKind CollectionExpression = (OperationKind)0x7f;

    /// <summary><c>..c</c> in a collection expression, Roslyn 4.11 and later.</summary>
    public const OperationKind Spread = (OperationKind)0x80;

    /// <summary>An argument for a <c>params</c> parameter that is no array, Roslyn 4.11 and later.</summary>
    public const ArgumentKind ParamCollection = (ArgumentKind)4;
}
