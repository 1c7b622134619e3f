using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Configuration;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers;

/// <summary>RVG3003: lines of contract files, and options, that do not count.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnreadableContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var reported = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        context.RegisterSyntaxTreeAction(tree => CheckOptions(tree, reported));

        var additional = context.Options.AdditionalFiles;
        if (ProjectContracts.Any(additional))
        {
            var files = new Lazy<ImmutableArray<ContractFile>>(() => ProjectContracts.Read(additional, CancellationToken.None), LazyThreadSafetyMode.ExecutionAndPublication);
            context.RegisterAdditionalFileAction(file => CheckFile(file, files));
        }
    }

    private static void CheckFile(AdditionalFileAnalysisContext context, Lazy<ImmutableArray<ContractFile>> files)
    {
        if (!ContractFile.IsContractFile(context.AdditionalFile.Path))
        {
            return;
        }

        foreach (var file in files.Value)
        {
            if (file.Path == context.AdditionalFile.Path)
            {
                foreach (var error in ContractFileCheck.Check(file, files.Value, context.Compilation, context.CancellationToken))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreadableContract, ProjectContracts.LocationOf(file.Path, error.Span, ImmutableArray.Create(context.AdditionalFile)), ContractFileMessages.Sentence(error)));
                }

                return;
            }
        }
    }

    // Options have no place that an analyzer could name; each wrong value is told once.
    private static void CheckOptions(SyntaxTreeAnalysisContext context, ConcurrentDictionary<string, bool> reported)
    {
        foreach (var (name, value, allowed) in OwnershipOptions.Unknown(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree)))
        {
            if (reported.TryAdd(name + "=" + value, true))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreadableContract, Location.None, ContractFileMessages.Option(name, value, allowed)));
            }
        }
    }
}
