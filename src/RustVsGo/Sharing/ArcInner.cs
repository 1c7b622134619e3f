using System;
using System.Threading;

namespace RustVsGo;

/// <summary>What the handles of one value share: the value and the number of its owners.</summary>
internal sealed class ArcInner<T>
{
    /// <summary>How many handles own the value; 0 once it is dropped.</summary>
    internal int Owners = 1;

    internal ArcInner(T value)
    {
        Value = value;
        EndsAsynchronously = Ending.IsAsynchronous(value);
    }

    internal T Value { get; }

    /// <summary>Whether the last drop has to be awaited.</summary>
    internal bool EndsAsynchronously { get; }

    internal void AddOwner()
    {
        if (!TryAddOwner())
        {
            throw new ObjectDisposedException("Arc", "The value was dropped: a handle was copied where it should have been cloned.");
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
    internal bool RemoveOwner()
    {
        var owners = Interlocked.Decrement(ref Owners);
        if (owners < 0)
        {
            Interlocked.Increment(ref Owners);
            throw new InvalidOperationException("The value was dropped before: a handle was copied where it should have been cloned.");
        }

        return owners == 0;
    }

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
}
