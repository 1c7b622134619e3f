using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Tests;

/// <summary>Breaks a program as editing does: cut off, a token gone, twice, or in the place of another. The same random numbers break it the same way.</summary>
internal static class Mutations
{
    public static string Break(string program, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(program).GetRoot().DescendantTokens().Select(static token => token.Span).Where(static span => span.Length > 0).ToArray();
        if (tokens.Length < 2)
            return program;
        var (one, other) = (tokens[random.Next(tokens.Length)], tokens[random.Next(tokens.Length)]);
        return random.Next(5) switch
        {
            0 => program[..random.Next(program.Length)],
            1 => program[..one.End],
            2 => program.Remove(one.Start, one.Length),
            3 => program.Insert(one.End, " " + Text(program, one)),
            _ => Swap(program, one, other),
        };
    }

    private static string Swap(string program, TextSpan one, TextSpan other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        return first == second
            ? program
            : program[..first.Start] + Text(program, second) + program[first.End..second.Start] + Text(program, first) + program[second.End..];
    }

    private static string Text(string program, TextSpan span) => program.Substring(span.Start, span.Length);
}
