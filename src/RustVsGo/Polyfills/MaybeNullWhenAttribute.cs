#if NETSTANDARD2_0
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The compiler knows this attribute by its name; netstandard2.0 does not define it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class MaybeNullWhenAttribute : Attribute
{
    /// <summary>Says for which result the parameter may be null.</summary>
    public MaybeNullWhenAttribute(bool returnValue) => ReturnValue = returnValue;

    /// <summary>Gets that result.</summary>
    public bool ReturnValue { get; }
}
#endif
