namespace RustVsGo.Analyzers.Tests.Contracts.Catalog;

/// <summary>Keys, hashes and certificates that were disposed.</summary>
public sealed class CryptographyTests
{
    [Theory]
    [InlineData("var a = Aes.Create(); a.Dispose(); Use({|RVG0382:a|}.CreateEncryptor());")]
    [InlineData("var a = Aes.Create(); a.Clear(); {|RVG0382:a|}.GenerateKey();")]
    [InlineData("var h = new HMACSHA256(new byte[8]); h.Clear(); {|RVG0382:h|}.ComputeHash(new byte[8]);")]
    [InlineData("HMACSHA1 h = new(new byte[8]); h.Clear(); {|RVG0382:h|}.ComputeHash(new byte[8]);")]
    [InlineData("var e = Aes.Create().CreateEncryptor(); e.Dispose(); Use({|RVG0382:e|}.TransformFinalBlock(data, 0, 1));")]
    [InlineData("var h = SHA256.Create(); h.Dispose(); Use({|RVG0382:h|}.ComputeHash(data));")]
    [InlineData("var h = new HMACSHA256(data); h.Dispose(); Use({|RVG0382:h|}.ComputeHash(data));")]
    [InlineData("var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); h.Dispose(); {|RVG0382:h|}.AppendData(data);")]
    [InlineData("var r = RSA.Create(); using (r) { Use(r.ExportParameters(true)); } Use({|RVG0382:r|}.ExportParameters(true));")]
    [InlineData("var d = ECDsa.Create(); d.Dispose(); Use({|RVG0382:d|}.SignData(data, HashAlgorithmName.SHA256));")]
    [InlineData("var g = new AesGcm(data, 16); g.Dispose(); {|RVG0382:g|}.Encrypt(data, data, data, data);")]
    [InlineData("var c = X509CertificateLoader.LoadCertificate(data); c.Dispose(); Use({|RVG0382:c|}.Thumbprint);")]
    [InlineData("var s = new X509Store(StoreName.My); s.Close(); Use({|RVG0382:s|}.Certificates);")]
    [InlineData("var s = new X509Store(StoreName.My); using (s) { s.Open(OpenFlags.ReadOnly); } Use({|RVG0382:s|}.Certificates);")]
    [InlineData("var c = new X509Chain(); c.Dispose(); Use({|RVG0382:c|}.ChainElements);")]
    public Task It_is_used_behind_its_end(string body) => Check(body);

    [Theory]
    [InlineData("using var a = Aes.Create(); using var e = a.CreateEncryptor(); Use(e.TransformFinalBlock(data, 0, 1));")]
    [InlineData("var a = Aes.Create(); a.GenerateKey(); Use(a.Key); a.Clear();")]
    [InlineData("var h = new HMACSHA256(new byte[8]); Use(h.ComputeHash(new byte[8])); h.Clear();")]
    [InlineData("var h = new HMACSHA256(new byte[8]); var items = new List<int>(); items.Clear(); Use(h.ComputeHash(new byte[8])); items.Add(1); h.Dispose();")]
    [InlineData("var a = Aes.Create(); a.Dispose(); Use(a.KeySize); Use(a.Mode); Use(a.Padding);")]
    [InlineData("var a = Aes.Create(); var e = a.CreateEncryptor(); a.Dispose(); Use(e.TransformFinalBlock(data, 0, 1)); e.Dispose();")]
    [InlineData("var h = SHA256.Create(); var hash = h.ComputeHash(data); h.Dispose(); h.Dispose(); Use(hash); Use(h.HashSize);")]
    [InlineData("using (var h = SHA256.Create()) { Use(h.ComputeHash(data)); } Use(SHA256.HashData(data));")]
    [InlineData("var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); h.AppendData(data); h.Dispose(); Use(h.AlgorithmName);")]
    [InlineData("var r = RSA.Create(2048); Use(r.ExportParameters(true)); r.Dispose(); r = RSA.Create(4096); Use(r.ExportParameters(true));")]
    [InlineData("var c = X509CertificateLoader.LoadCertificate(data); var name = c.Subject; c.Dispose(); Use(name);")]
    [InlineData("var s = new X509Store(StoreName.My); s.Open(OpenFlags.ReadOnly); Use(s.Certificates); s.Close(); Use(s.IsOpen); Use(s.Name);")]
    [InlineData("var n = RandomNumberGenerator.Create(); n.Dispose(); n.GetBytes(data);")] // one for all, which ignores it
    [InlineData("using var g = new AesGcm(data, 16); g.Encrypt(data, data, data, data);")]
    public Task It_is_used_before_it(string body) => Check(body);

    [Theory]
    [InlineData("RSA M() { using var r = RSA.Create(); return {|RVG0515:r|}; }")]
    [InlineData("RSA M() { var r = RSA.Create(); return r; }")]
    [InlineData("Task<byte[]> M(Stream s) { using var h = SHA256.Create(); return {|RVG0515:h.ComputeHashAsync(s)|}; }")]
    [InlineData("async Task<byte[]> M(Stream s) { using var h = SHA256.Create(); return await h.ComputeHashAsync(s); }")]
    [InlineData("byte[] M(byte[] data) { using var h = SHA256.Create(); return h.ComputeHash(data); }")]
    public Task It_is_returned(string member) => CatalogProgram.Check("    " + member);

    private static Task Check(string body) => CatalogProgram.Check(
        $$"""
            static void Use(object value) { }
            void M(byte[] data) { {{body}} }
        """);
}
