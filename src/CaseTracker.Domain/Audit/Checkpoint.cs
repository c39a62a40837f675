using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// The size and root of the trail's tree at a time, signed: kept elsewhere, it proves later that nothing before it was
/// changed. A small text after the manner of C2SP signed notes; see docs/trail.md.
/// </summary>
/// <param name="PublicKey">SubjectPublicKeyInfo of the ECDSA P-256 key that signed.</param>
public sealed record Checkpoint(long Size, byte[] Root, DateTimeOffset At, byte[] PublicKey)
{
    /// <summary>A longer text is no checkpoint.</summary>
    public const int TextLimit = 2000;

    private const string Origin = "casetracker.trail.checkpoint/v1";
    private const string TimePattern = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Dash = "\u2014 ";

    /// <summary>First half of the SHA-256 of the public key: what people compare.</summary>
    public string KeyName => NameOf(PublicKey);

    public static string NameOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey)[..16]);

    public static string Sign(long size, byte[] root, DateTimeOffset at, ECDsa key)
    {
        var unsigned = new Checkpoint(size, root, at, key.ExportSubjectPublicKeyInfo());
        var signature = key.SignData(unsigned.Body(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"{Encoding.UTF8.GetString(unsigned.Body())}\n{Dash}{unsigned.KeyName} {Convert.ToBase64String(signature)}\n";
    }

    /// <returns>Null if the text is no checkpoint, or not signed by the key that it names.</returns>
    public static Checkpoint? Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (text.Length > TextLimit || lines is not [Origin, var size, var root, var time, var key, "", var signed, ""]
            || !long.TryParse(Value(size, "size "), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !DateTimeOffset.TryParseExact(Value(time, "time "), TimePattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || Bytes(Value(root, "root ")) is not { Length: MerkleTree.HashLength } hash
            || Bytes(Value(key, "public-key ")) is not { } publicKey)
        {
            return null;
        }

        var checkpoint = new Checkpoint(count, hash, at, publicKey);
        return string.Join('\n', lines[..5]) + '\n' == Encoding.UTF8.GetString(checkpoint.Body())
            && Bytes(Value(signed, $"{Dash}{checkpoint.KeyName} ")) is { } signature && checkpoint.IsSigned(signature) ? checkpoint : null;
    }

    private bool IsSigned(byte[] signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(PublicKey, out var read);
            return read == PublicKey.Length && key.KeySize == 256
                && key.VerifyData(Body(), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What is signed: the lines up to the empty one.</summary>
    private byte[] Body() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Origin}\nsize {Size}\nroot {Convert.ToBase64String(Root)}\ntime {At.UtcDateTime.ToString(TimePattern, CultureInfo.InvariantCulture)}\npublic-key {Convert.ToBase64String(PublicKey)}\n"));

    private static string Value(string line, string name) => line.StartsWith(name, StringComparison.Ordinal) ? line[name.Length..] : "";

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var count) && Convert.ToBase64String(bytes, 0, count) == text ? bytes[..count] : null;
    }
}
