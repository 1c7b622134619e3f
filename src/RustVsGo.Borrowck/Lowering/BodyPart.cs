using Microsoft.CodeAnalysis.FlowAnalysis;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// One of the stretches that a body is made of. Most bodies have one; in a type with a primary constructor, each initializer and the call of the base
/// constructor is one, since Roslyn gives each a graph of its own.
/// </summary>
/// <param name="Graph">Its control flow graph.</param>
/// <param name="Nested">The functions nested in it.</param>
internal readonly record struct BodyPart(ControlFlowGraph Graph, INestedBodies Nested);
