namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>A method among what the base library's traps need, in a program that knows nothing of us.</summary>
internal static class CatalogProgram
{
    /// <summary>The members of a class <c>C</c>, which get the marked warnings.</summary>
    public static Task Check(string members) => Verify.Catalog(Around(members));

    public static string Around(string members) =>
        """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.IO;
        using System.IO.Compression;
        using System.IO.Pipelines;
        using System.Linq;
        using System.Net.Http;
        using System.Runtime.InteropServices;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
        """ + "\n" + members + "\n}\n";
}
