namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The <see cref="bool"/> argument that decides whether a parameter's contract holds (<c>Unless = "leaveOpen"</c>). Where a call shows its
/// value, the parameter is what its contract says or it is lent; where it does not, nothing is known and it is lent.
/// </summary>
/// <param name="Ordinal">The parameter whose argument decides.</param>
/// <param name="Value">The value with which the contract holds.</param>
public sealed record ParameterCondition(int Ordinal, bool Value);
