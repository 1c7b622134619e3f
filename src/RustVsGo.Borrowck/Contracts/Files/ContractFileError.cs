using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>Something in a contract file that does not count. What is said about it is the reporter's business.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">Where.</param>
/// <param name="Text">What stands there, or what was expected.</param>
public sealed record ContractFileError(ContractFileErrorKind Kind, TextSpan Span, string Text);
