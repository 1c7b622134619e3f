namespace System;

/// <summary>The interface of the C# ownership proposal. Until .NET has it, a project declares it; until the compiler calls <see cref="Drop"/>, the owner does.</summary>
public interface IResource
{
    void Drop();
}

/// <summary>The proposal's attribute for a method that only borrows its object.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BorrowedReceiver : Attribute;
