using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace RustVsGo;

/// <summary>What the handles of one value share: the value and the number of its owners.</summary>
internal sealed class ArcInner<T>
{
    // So far below zero that no number of handles that were copied instead of cloned counts it up to an owner.
    private const int Dead = int.MinValue / 2;

    /// <summary>How many handles own the value; less than zero once it is dropped.</summary>
    internal int Owners = 1;

    internal ArcInner(T value)
    {
        Value = value;
        EndsAsynchronously = Ending.IsAsynchronous(value);
    }

    internal T Value { get; }

    /// <summary>Whether the last drop has to be awaited.</summary>
    internal bool EndsAsynchronously { get; }

    // Counted before it is looked at, which is cheaper: what is dropped does not come back by it, and who comes too late counts itself back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddOwner()
    {
        var owners = Interlocked.Increment(ref Owners);
        if (owners <= 0)
        {
            Refuse(owners);
        }
    }

    /// <summary>Whether there was an owner left to be joined: nobody may bring a dropped value back.</summary>
    internal bool TryAddOwner()
    {
        var owners = Volatile.Read(ref Owners);
        while (owners > 0)
        {
            var seen = Interlocked.CompareExchange(ref Owners, checked(owners + 1), owners);
            if (seen == owners)
            {
                return true;
            }

            owners = seen;
        }

        return false;
    }

    /// <summary>Whether that was the last one, so that the value has to be dropped.</summary>
    // Compared before it is counted: an owner that never was is not counted for a moment either, and nobody comes between the last one and the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool RemoveOwner()
    {
        var owners = Volatile.Read(ref Owners);
        while (owners > 0)
        {
            var seen = Interlocked.CompareExchange(ref Owners, owners == 1 ? Dead : owners - 1, owners);
            if (seen == owners)
            {
                return owners == 1;
            }

            owners = seen;
        }

        throw DroppedBefore();
    }

    /// <summary>Whether the one owner that there is has the value for itself from now on.</summary>
    internal bool TryTake() => Interlocked.CompareExchange(ref Owners, Dead, 1) == 1;

    /// <summary>Whether there is another owner left that drops the value: the last one stays what it is, without being away for a moment.</summary>
    internal bool TryRemoveOwnerButLast()
    {
        var owners = Volatile.Read(ref Owners);
        while (owners > 1)
        {
            var seen = Interlocked.CompareExchange(ref Owners, owners - 1, owners);
            if (seen == owners)
            {
                return true;
            }

            owners = seen;
        }

        return false;
    }

    /// <summary>What a handle is told that is one too many.</summary>
    internal static InvalidOperationException DroppedBefore() => new("The value was dropped before: a handle was copied where it should have been cloned.");

    private void Refuse(int owners)
    {
        Interlocked.Decrement(ref Owners);
        throw owners < Dead + (Dead / 2)
            ? new OverflowException("There are too many handles of one value.")
            : new ObjectDisposedException("Arc", "The value was dropped: a handle was copied where it should have been cloned.");
    }
}
