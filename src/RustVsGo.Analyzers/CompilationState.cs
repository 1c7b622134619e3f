using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Configuration;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers;

/// <summary>
/// What the analysis of one compilation shares: contracts, gate and checker, once for each setting of the options that its trees have (nearly
/// always one). Built by the first body that asks: the start of a compilation is no place for work.
/// </summary>
internal sealed class CompilationState
{
    private static readonly ConditionalWeakTable<Compilation, CompilationState> s_states = new();

    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Lazy<ImmutableArray<ContractFile>> _projectFiles;
    private readonly ConcurrentDictionary<OwnershipOptions, Lazy<Setting>> _settings = new();
    private readonly ConcurrentDictionary<SyntaxTree, Setting> _settingOf = new();

    // A boxed bool: threads may ask at once.
    private object? _isSpokenIn;

    /// <summary>The state of <paramref name="compilation"/>, one for all analyzers that look at it with the same options; it lives as long as the compilation.</summary>
    /// <param name="compilation">The compilation under analysis.</param>
    /// <param name="options">Its options.</param>
    public static CompilationState Of(Compilation compilation, AnalyzerOptions options)
    {
        var known = s_states.GetValue(compilation, key => new CompilationState(key, options));
        return ReferenceEquals(known._options.AnalyzerConfigOptionsProvider, options.AnalyzerConfigOptionsProvider) && known._options.AdditionalFiles.Equals(options.AdditionalFiles)
            ? known
            : new CompilationState(compilation, options);
    }

    private CompilationState(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _options = options;
        _projectFiles = new(() => ProjectContracts.Read(options.AdditionalFiles, CancellationToken.None), LazyThreadSafetyMode.ExecutionAndPublication);
        MayUseCatalog = AnyUsesCatalog(compilation, options.AnalyzerConfigOptionsProvider);
        SeesAttributes = !compilation.GetTypesByMetadataName(AttributeNames.OwnedMetadataName).IsEmpty;
        DeclaresContracts = SeesAttributes || ProjectContracts.Any(options.AdditionalFiles);
    }

    /// <summary>Whether the compilation can see the attributes.</summary>
    public bool SeesAttributes { get; }

    /// <summary>Whether the compilation can see the attributes, or the project has a contract file.</summary>
    public bool DeclaresContracts { get; }

    /// <summary>Whether the built-in catalog is on for any of the compilation's files.</summary>
    public bool MayUseCatalog { get; }

    /// <summary>Whether anybody says anything about ownership that the project can reach. Asks the text of each file that is new.</summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public bool IsSpokenIn(CancellationToken cancellation) =>
        DeclaresContracts && (bool)(_isSpokenIn ??= GateCache.Shared.IsSpokenIn(_compilation, new ContractModel(_compilation), _projectFiles.Value, cancellation));

    /// <summary>Whether a body can have anything to report: where neither the catalog nor anybody else speaks, the driver has nothing to walk.</summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public bool MayFindAnything(CancellationToken cancellation) => MayUseCatalog || IsSpokenIn(cancellation);

    // Off for all, it may still be on for the files of a section.
    private static bool AnyUsesCatalog(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        if (OwnershipOptions.Read(provider.GlobalOptions).UsesCatalog)
        {
            return true;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            if (OwnershipOptions.Read(provider.GetOptions(tree)).UsesCatalog)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What holds for the bodies of <paramref name="tree"/>.</summary>
    public Setting For(SyntaxTree tree) => _settingOf.TryGetValue(tree, out var known) ? known : _settingOf.GetOrAdd(tree, Read(tree));

    private Setting Read(SyntaxTree tree)
    {
        var options = OwnershipOptions.Read(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        return _settings.TryGetValue(options, out var known)
            ? known.Value
            : _settings.GetOrAdd(options, new Lazy<Setting>(() => Create(options), LazyThreadSafetyMode.ExecutionAndPublication)).Value;
    }

    private Setting Create(OwnershipOptions options)
    {
        var catalog = options.UsesCatalog ? BuiltInCatalog.Read() : ImmutableArray<ContractFile>.Empty;
        var contracts = new ContractModel(_compilation, _projectFiles.Value, catalog) { BorrowsUnannotated = options.BorrowsUnannotated };
        var gate = new Lazy<BodyGate?>(
            () => IsSpokenIn(CancellationToken.None) ? BodyGate.Create(_compilation, contracts, _projectFiles.Value, options.UsesCatalog, GateCache.Shared, CancellationToken.None) : null,
            LazyThreadSafetyMode.ExecutionAndPublication);
        return new Setting(contracts, gate, new BodyBorrowChecker(contracts), new BodyBorrowChecker(contracts, checksDrops: true, options.FollowsThrown), options.UsesCatalog);
    }

    /// <param name="Contracts">The contracts.</param>
    /// <param name="LazyGate">What <see cref="Gate"/> is made by.</param>
    /// <param name="Checker">The checker.</param>
    /// <param name="DropChecker">The checker that looks for what is not dropped.</param>
    /// <param name="UsesCatalog">Whether the built-in catalog holds.</param>
    internal sealed record Setting(ContractModel Contracts, Lazy<BodyGate?> LazyGate, BodyBorrowChecker Checker, BodyBorrowChecker DropChecker, bool UsesCatalog)
    {
        /// <summary>Lets through what declared contracts can matter to; null where nothing is declared: neither do the rules about contracts hold there.</summary>
        public BodyGate? Gate => LazyGate.Value;
    }
}
