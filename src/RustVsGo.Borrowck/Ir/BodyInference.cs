using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// What is known of a body only after its loans were followed, and changes how it is lowered: the body is then lowered and checked once more.
/// Nested functions whose delegate leaves the body take what they capture (Rust asks the programmer to write <c>move</c>); borrows that no
/// attribute speaks about are exclusive where a use mutates through them (Rust infers so what a closure captures).
/// </summary>
internal sealed class BodyInference
{
    private readonly HashSet<SyntaxNode> _escaping = new();
    private readonly HashSet<SyntaxNode> _exclusive = new();

    /// <summary>Whether something was learned since the last <see cref="StartRound"/>.</summary>
    public bool HasGrown { get; private set; }

    public bool Escapes(SyntaxNode function) => _escaping.Contains(function);

    public bool IsExclusive(SyntaxNode member) => _exclusive.Contains(member);

    public void AddEscaping(SyntaxNode function) => HasGrown |= _escaping.Add(function);

    public void StartRound() => HasGrown = false;

    /// <summary>
    /// Makes the inferred borrows exclusive that <paramref name="local"/> may hold, following it back through copies.
    /// </summary>
    /// <returns>Whether there is one that was not exclusive yet.</returns>
    public bool TryMakeExclusive(Body body, int local)
    {
        var found = false;
        var seen = new HashSet<int> { local };
        var queue = new Queue<int>();
        queue.Enqueue(local);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            foreach (var block in body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    switch (statement)
                    {
                        case Call { IsInferred: true, Target: { IsLocal: true } target } call when target.Local == current:
                            found |= _exclusive.Add(body.Origins[call.Origin]);
                            break;
                        case Assign { Target: { IsLocal: true } target, Value: var value } when target.Local == current:
                            var source = value switch
                            {
                                Read { Operand.Place: { IsLocal: true } place } => place.Local,
                                Borrow { Place: { IsIndirect: true } place } => place.Local,
                                _ => -1,
                            };
                            if (source >= 0 && seen.Add(source))
                            {
                                queue.Enqueue(source);
                            }

                            break;
                    }
                }
            }
        }

        HasGrown |= found;
        return found;
    }
}
