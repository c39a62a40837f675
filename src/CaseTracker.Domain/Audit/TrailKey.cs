using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CaseTracker.Domain.Audit;

/// <summary>
/// Authenticates the trail with HMAC-SHA256. The secret lives in a file outside the database, so that whoever has the
/// database alone can neither change a line nor add one. Each use has a key of its own, derived with HKDF.
/// </summary>
public sealed class TrailKey
{
    public const int Length = 32;

    private readonly byte[] _entries;
    private readonly byte[] _places;
    private readonly byte[] _tree;

    /// <exception cref="ArgumentException">The secret has not <see cref="Length"/> bytes.</exception>
    public TrailKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
        {
            throw new ArgumentException($"An audit key has {Length} bytes.", nameof(secret));
        }

        _entries = Derive(secret, "entry", Length);
        _places = Derive(secret, "place", Length);
        _tree = Derive(secret, "tree", Length);
        Id = Convert.ToHexStringLower(Derive(secret, "id", 8));
    }

    /// <summary>Tells keys apart and gives nothing of them away.</summary>
    public string Id { get; }

    public byte[] OfEntry(ReadOnlySpan<byte> canonical) => HMACSHA256.HashData(_entries, canonical);

    public byte[] OfPlace(long index, ReadOnlySpan<byte> leafHash)
    {
        Span<byte> bound = stackalloc byte[sizeof(long) + MerkleTree.HashLength];
        BinaryPrimitives.WriteInt64BigEndian(bound, index);
        leafHash.CopyTo(bound[sizeof(long)..]);
        return HMACSHA256.HashData(_places, bound);
    }

    public byte[] OfTree(ReadOnlySpan<byte> state) => HMACSHA256.HashData(_tree, state);

    public static bool Same(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found) => CryptographicOperations.FixedTimeEquals(expected, found);

    private static byte[] Derive(ReadOnlySpan<byte> secret, string use, int length)
    {
        var key = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], info: System.Text.Encoding.ASCII.GetBytes($"casetracker/trail/{use}/v1"));
        return key;
    }
}
