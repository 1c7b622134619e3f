using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// The names of catalogued members that can start a finding, by what else has to stand in the body for one. A test holds them against the catalog.
/// </summary>
internal static class CatalogNames
{
    /// <summary>What disturbs the enumerators and spans of a collection.</summary>
    public static readonly HashSet<string> Mutators = new()
    {
        "Add", "AddAfter", "AddBefore", "AddFirst", "AddLast", "AddRange", "Clear", "Dequeue", "DequeueEnqueue", "Enqueue", "EnqueueDequeue", "EnqueueRange",
        "EnsureCapacity", "ExceptWith", "Insert", "InsertRange", "IntersectWith", "Move", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast",
        "RemoveRange", "RemoveWhere", "Reverse", "Set", "SetAt", "SetRange", "Sort", "SymmetricExceptWith", "TrimExcess", "TrimToSize",
        "TryAdd", "TryDequeue", "TryPop", "UnionWith",
    };

    /// <summary>What ends a value, called on a variable that is named again afterwards.</summary>
    public static readonly HashSet<string> Drops = new() { "Abort", "Close", "CloseAsync", "Dispose", "DisposeAsync", "Free", "Return" };

    /// <summary>What ends a key or a hash, and empties a collection: a reason to look only where one is made too, by <see cref="Creator"/> or a constructor.</summary>
    public const string Clear = "Clear";

    /// <summary>What keys and hashes are made by.</summary>
    public const string Creator = "Create";

    /// <summary>How the names of keys and hashes begin or end that a constructor makes.</summary>
    public static bool IsKeyOrHash(string type) =>
        type.StartsWith("HMAC", StringComparison.Ordinal) || type.EndsWith("CryptoServiceProvider", StringComparison.Ordinal)
        || type.EndsWith("Managed", StringComparison.Ordinal) || type.EndsWith("Cng", StringComparison.Ordinal);

    /// <summary>What uses up an awaitable.</summary>
    public static readonly HashSet<string> Consumers = new() { "AsTask", "GetAwaiter", "Preserve", "Result", "ConfigureAwait" };

    /// <summary>Types that keep what they are made of.</summary>
    public static readonly HashSet<string> Keepers = new()
    {
        "BinaryReader", "BinaryWriter", "BrotliStream", "BufferedStream", "CryptoStream", "DeflateStream", "GZipStream", "NegotiateStream", "SslStream",
        "StreamReader", "StreamWriter", "ZLibStream", "ZipArchive", "TarReader", "TarWriter", "Utf8JsonWriter",
    };

    /// <summary>What is so rarely named that its name is enough.</summary>
    public static readonly HashSet<string> Alone = new()
    {
        "AddrOfPinnedObject", "CollectionsMarshal", "DangerousGetHandle", "GetFunctionPointerForDelegate", "AdvanceTo", "GetChunks", "GetMemory", "GetSpan", "WrittenMemory", "WrittenSpan", "TryGetBuffer",
    };

    /// <summary>What borrows from a value that a <c>using</c> of the body ends.</summary>
    public static readonly HashSet<string> BorrowedFromUsing = new()
    {
        "RootElement", "Memory", "Entries", "GetEntry", "CreateEntry", "Content", "ReadAsStreamAsync", "ReadAsStream", "ExecuteReader", "ExecuteReaderAsync", "CreateCommand",
        "BeginTransaction", "ServiceProvider", "GetRequiredService", "GetService", "EnumerateArray", "EnumerateObject", "BaseStream", "StandardError", "StandardInput",
        "StandardOutput", "GetResponseStream", "GetStream",
    };

    /// <summary>
    /// What has a result that may not be dropped. What changes a collection has names of its own (<see cref="Mutators"/>), which mean the immutable ones in
    /// few files.
    /// </summary>
    public static readonly HashSet<string> MustUse = new()
    {
        "AddDays", "AddHours", "AddMicroseconds", "AddMilliseconds", "AddMinutes", "AddMonths", "AddSeconds", "AddTicks", "AddYears", "As", "CastArray",
        "ChangeExtension", "Combine", "Concat", "ConvertAll", "Duration", "Escape", "Except", "FindAll", "Format", "GetRange", "Intersect", "Join", "Negate",
        "Normalize", "PadLeft", "PadRight", "Replace", "ReplaceLineEndings", "SetItem", "SetItems", "Slice", "Split", "Substring", "Subtract",
        "SymmetricExcept", "ToLocalTime", "ToLower", "ToLowerInvariant", "ToOffset", "ToUniversalTime", "ToUpper", "ToUpperInvariant", "Trim", "TrimEnd",
        "TrimStart", "TryEnter", "TryEnterReadLock", "TryEnterUpgradeableReadLock", "TryEnterWriteLock", "Unescape", "Union", "WithComparer", "WithComparers",
    };

    /// <summary>How the name of the types and of the namespace begins in which what changes a collection has a result that may not be dropped.</summary>
    public const string Immutable = "Immutable";

    /// <summary>What starts work that goes on behind the call.</summary>
    public static readonly HashSet<string> Starters = new() { "Run", "StartNew", "Thread", "Timer", "QueueUserWorkItem", "ContinueWith" };

    /// <summary>Operators whose result enumerates its source later.</summary>
    public static readonly HashSet<string> Deferred = new()
    {
        "Where", "Select", "SelectMany", "Take", "TakeWhile", "Skip", "SkipWhile", "OfType", "Cast", "Concat", "Distinct", "DistinctBy", "Append", "Prepend",
        "AsEnumerable", "DefaultIfEmpty", "Except", "Intersect", "SkipLast", "TakeLast", "Union", "Zip", "Chunk", "GetEnumerator", "Index",
    };

    /// <summary>What takes a lock that belongs to its thread, and by what it is left.</summary>
    public static readonly Dictionary<string, string> Locks = new()
    {
        ["Enter"] = "Exit", ["EnterReadLock"] = "ExitReadLock", ["EnterWriteLock"] = "ExitWriteLock", ["EnterUpgradeableReadLock"] = "ExitUpgradeableReadLock", ["WaitOne"] = "ReleaseMutex",
    };

    /// <summary>Whether a call of <paramref name="name"/>, alone in a statement of <paramref name="file"/>, may drop what must be used.</summary>
    public static bool MayDrop(string name, SyntaxTree file, CancellationToken cancellation) =>
        IsMustUse(name) || (Mutators.Contains(name) && Imports(file, Immutable, cancellation));

    /// <summary>Whether the result of what is called <paramref name="name"/> may not be dropped, in any file.</summary>
    public static bool IsMustUse(string name) => MustUse.Contains(name) || (name != Appends && Deferred.Contains(name));

    private const string Appends = "Append";

    private static bool Imports(SyntaxTree file, string name, CancellationToken cancellation)
    {
        if (file.GetRoot(cancellation) is not CompilationUnitSyntax unit)
        {
            return false;
        }

        foreach (var directive in unit.Usings)
        {
            if (directive.Name is QualifiedNameSyntax { Right.Identifier.ValueText: var last } && last == name)
            {
                return true;
            }
        }

        return false;
    }
}
