using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>A variable that a proposal declares. What its edits are depends on its name, which no other proposal for the same body may take.</summary>
/// <param name="Document">Which document.</param>
/// <param name="Body">Where the name must be the only one of its kind.</param>
/// <param name="Names">The names that are free in the program as it is, the best first, without end.</param>
/// <param name="EditsWith">The edits with the given name.</param>
/// <param name="Purpose">What it holds, where proposals that need the same share one variable; else null.</param>
internal sealed record NewVariable(DocumentId Document, TextSpan Body, IEnumerable<string> Names, Func<string, ImmutableArray<TextEdit>> EditsWith, string? Purpose = null);
