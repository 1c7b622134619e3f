using System.Runtime.CompilerServices;

namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>A test whose program needs the compiler of C# 13; on an older one it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CSharp13FactAttribute : FactAttribute
{
    public CSharp13FactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "This Roslyn does not know C# 13.";
        SkipType = typeof(Construct);
        SkipUnless = nameof(Construct.HasCSharp13);
    }
}
