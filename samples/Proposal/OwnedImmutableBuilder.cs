using System.Collections.Immutable;
using System.Runtime.InteropServices;

/// <summary>The proposal's third example: a builder whose array becomes the immutable one without being copied.</summary>
public struct OwnedImmutableBuilder<T>(int length) : IResource
{
    private readonly T[] _items = new T[length];

    public T this[int index]
    {
        readonly get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>A static method takes what it is given: nobody has the builder any more.</summary>
    public static ImmutableArray<T> ToImmutable(OwnedImmutableBuilder<T> builder) => ImmutableCollectionsMarshal.AsImmutableArray(builder._items);

    public readonly void Drop()
    {
    }
}
