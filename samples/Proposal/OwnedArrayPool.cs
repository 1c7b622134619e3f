using System.Buffers;

/// <summary>The proposal's second example: a pool whose arrays cannot be returned twice, nor used behind their return.</summary>
public sealed class OwnedArrayPool<T>
{
    private readonly ArrayPool<T> _arrays;

    private OwnedArrayPool(ArrayPool<T> arrays) => _arrays = arrays;

    public static OwnedArrayPool<T> Shared { get; } = new(ArrayPool<T>.Shared);

    public RentedArray Rent(int minimumLength) => new(_arrays.Rent(minimumLength), this);

    public readonly struct RentedArray : IResource
    {
        private readonly T[] _rented;
        private readonly OwnedArrayPool<T> _pool;

        internal RentedArray(T[] rented, OwnedArrayPool<T> pool) => (_rented, _pool) = (rented, pool);

        /// <summary>The array, as a borrow of the rental.</summary>
        public Span<T> Span => _rented;

        public void Drop() => _pool._arrays.Return(_rented);
    }
}
