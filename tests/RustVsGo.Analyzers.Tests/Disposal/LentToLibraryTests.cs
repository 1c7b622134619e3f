namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2001 for what methods of the base library read or write and leave open: to hand a file to one of them is not to give it away.</summary>
public sealed class LentToLibraryTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Formats.Tar;
        using System.IO;
        using System.IO.Compression;
        using System.Net.Sockets;
        using System.Security.Cryptography;
        using System.Text.Json;
        using System.Threading.Tasks;
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.Serialization;
        using System.Xml.XPath;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        """;

    [Fact]
    public Task What_is_read_or_written_by_the_library_still_has_to_be_closed() => Check(
        """
        class C
        {
            static void Json(object o, string p) { var s = {|RVG2001:File.Create(p)|}; JsonSerializer.Serialize(s, o); }
            static void Inline(object o, string p) => JsonSerializer.Serialize({|RVG2001:File.Create(p)|}, o);
            static async Task<int> Awaited(string p) => await JsonSerializer.DeserializeAsync<int>({|RVG2001:File.OpenRead(p)|});
            static XDocument Load(string p) => XDocument.Load({|RVG2001:File.OpenRead(p)|});
            static void Document(XmlDocument d, string p) => d.Load({|RVG2001:new StreamReader(p)|});
            static object Read(XmlSerializer x, string p) => x.Deserialize({|RVG2001:new StreamReader(p)|});
            static void Copy(Stream from, string p) { var to = {|RVG2001:File.Create(p)|}; from.CopyTo(to); }
            static async Task CopyAsync(Stream from, string p) { var to = {|RVG2001:File.Create(p)|}; await from.CopyToAsync(to); }
            static void FromFile(string p, Stream to) => {|RVG2001:File.OpenRead(p)|}.CopyTo(to);
            static void Form(IFormFile file, string p) { var s = {|RVG2001:new FileStream(p, FileMode.Create)|}; file.CopyTo(s); }
            static byte[] Hash(string p) => SHA256.HashData({|RVG2001:File.OpenRead(p)|});
            static XPathDocument Path(string p) => new XPathDocument({|RVG2001:File.OpenRead(p)|});
        }
        """);

    [Fact]
    public Task What_is_closed_behind_the_library_is_accepted() => Check(
        """
        class C
        {
            static void Json(object o, string p) { using var s = File.Create(p); JsonSerializer.Serialize(s, o); }
            static void Closed(object o, string p) { var s = File.Create(p); JsonSerializer.Serialize(s, o); s.Close(); }
            static XDocument Load(string p) { using var s = File.OpenRead(p); return XDocument.Load(s); }
            static async Task CopyAsync(string from, string p) { await using var s = File.OpenRead(from); await using var to = File.Create(p); await s.CopyToAsync(to); }
            static Stream Given(object o, string p) { var s = File.Create(p); JsonSerializer.Serialize(s, o); return s; }
            static byte[] Memory(object o) { var s = new MemoryStream(); JsonSerializer.Serialize(s, o); return s.ToArray(); }
        }
        """);

    [Fact]
    public Task What_closes_its_argument_itself_or_goes_on_reading_has_taken_it() => Check(
        """
        class C
        {
            static void Table(DataTable table, DbCommand command) { var reader = command.ExecuteReader(); table.Load(reader); }
            static IAsyncEnumerable<int> Lazy(string p) { var s = File.OpenRead(p); return JsonSerializer.DeserializeAsyncEnumerable<int>(s); }
            static void Out(string p) { var w = new StreamWriter(p); Console.SetOut(w); }
            static void Own(string p) { var w = new StreamWriter(p); Keep(w); }
            static void Keep(TextWriter w) { }
        }
        """);

    [Fact]
    public Task A_reader_of_xml_leaves_its_stream_open_unless_its_settings_say_otherwise() => Check(
        """
        class C
        {
            static void Bad(string p) { using var r = XmlReader.Create({|RVG2001:File.OpenRead(p)|}); r.Read(); }
            static void BadVariable(string p) { var s = {|RVG2001:File.Create(p)|}; using var w = XmlWriter.Create(s); w.WriteStartDocument(); }
            static void Good(string p) { using var s = File.OpenRead(p); using var r = XmlReader.Create(s); r.Read(); }
            static void Settings(string p) { using var r = XmlReader.Create(File.OpenRead(p), new XmlReaderSettings { CloseInput = true }); r.Read(); }
        }
        """);

    [Fact]
    public Task What_compresses_writes_its_end_when_it_is_closed() => Check(
        """
        class C
        {
            static byte[] Bad(byte[] data) { using var m = new MemoryStream(); var z = {|RVG2001:new GZipStream(m, CompressionLevel.Optimal)|}; z.Write(data); return m.ToArray(); }
            static void BadFile(byte[] data, string p) { var z = {|RVG2001:new BrotliStream(File.Create(p), CompressionLevel.Fastest)|}; z.Write(data); }
            static void BadTar(Stream to, string p) { var t = {|RVG2001:new TarWriter(to)|}; t.WriteEntry(p, null); }
            static byte[] Good(byte[] data) { using var m = new MemoryStream(); using (var z = new GZipStream(m, CompressionLevel.Optimal)) z.Write(data); return m.ToArray(); }
            static void GoodFile(byte[] data, string p) { using var z = new BrotliStream(File.Create(p), CompressionLevel.Fastest); z.Write(data); }
            static int Reads(Stream from) { var z = new GZipStream(from, CompressionMode.Decompress); return z.ReadByte(); }
        }
        """);

    [Fact]
    public Task A_part_that_ends_its_whole_is_enough() => Check(
        """
        class C
        {
            static void Stream(string host) { using var s = new TcpClient(host, 80).GetStream(); s.WriteByte(1); }
            static void Variable(string host) { var client = new TcpClient(host, 80); using (var s = client.GetStream()) s.WriteByte(1); }
            static void Writer(string host) { var client = new TcpClient(host, 80); using var w = new StreamWriter(client.GetStream()); w.Write(1); }
            static Stream Given(string host) { var client = new TcpClient(host, 80); return client.GetStream(); }
            static Stream Base(string path) { var r = new StreamReader(path); return r.BaseStream; }
            static void Bad(string host) { var client = {|RVG2001:new TcpClient(host, 80)|}; var s = client.GetStream(); s.WriteByte(1); }
        }
        """);

    [Fact]
    public Task A_scope_of_a_log_that_nobody_ends_goes_on() => Check(
        """
        class C
        {
            static void Bad(ILogger log) { var scope = {|RVG2001:log.BeginScope("a")|}; log.LogInformation("b"); }
            static void Good(ILogger log) { using (log.BeginScope("a")) log.LogInformation("b"); }
        }
        """);

    private static Task Check(string source) => Verify.Catalog<DisposalAnalyzer>(Prelude + source);
}
