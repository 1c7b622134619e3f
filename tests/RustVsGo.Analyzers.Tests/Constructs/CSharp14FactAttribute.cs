using System.Runtime.CompilerServices;

namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>A test whose program needs the compiler of C# 14; on an older one it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CSharp14FactAttribute : FactAttribute
{
    public CSharp14FactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "This Roslyn does not know C# 14.";
        SkipType = typeof(Construct);
        SkipUnless = nameof(Construct.HasCSharp14);
    }
}
