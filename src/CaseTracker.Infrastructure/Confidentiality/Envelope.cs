using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// How a value is sealed: version 1 ‖ salt 24 ‖ commitment 32 ‖ ciphertext ‖ tag 16. Key, nonce and commitment are derived
/// anew for each value (HKDF-SHA256, RFC 5869) from the record's data key, a random salt and the place; AES-256-GCM
/// (NIST SP 800-38D) seals it with the place as associated data. The commitment makes a ciphertext open under one key only,
/// which GCM alone does not promise. Lengths are rounded up, so that a length says little.
/// </summary>
internal static class Envelope
{
    public const byte Version = 1;
    public const int KeySize = 32;

    private const int SaltSize = 24;
    private const int NonceSize = 12;
    private const int CommitmentSize = 32;
    private const int TagSize = 16;
    private const int LengthSize = 4;
    private const int HeadSize = 1 + SaltSize + CommitmentSize;
    private const int LargestBucket = 16_384;

    /// <param name="place">Binds the value: opened for any other place, it fails.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, string place, ReadOnlySpan<byte> clear)
    {
        var padded = new byte[Bucket(LengthSize + clear.Length)];
        BinaryPrimitives.WriteInt32BigEndian(padded, clear.Length);
        clear.CopyTo(padded.AsSpan(LengthSize));

        var envelope = new byte[HeadSize + padded.Length + TagSize];
        envelope[0] = Version;
        var salt = envelope.AsSpan(1, SaltSize);
        RandomNumberGenerator.Fill(salt);
        var context = Context(place);
        Span<byte> derived = stackalloc byte[KeySize + NonceSize + CommitmentSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt, context);
        derived[(KeySize + NonceSize)..].CopyTo(envelope.AsSpan(1 + SaltSize));
        using (var aes = new AesGcm(derived[..KeySize], TagSize))
        {
            aes.Encrypt(derived.Slice(KeySize, NonceSize), padded, envelope.AsSpan(HeadSize, padded.Length), envelope.AsSpan(HeadSize + padded.Length), context);
        }

        CryptographicOperations.ZeroMemory(derived);
        CryptographicOperations.ZeroMemory(padded);
        return envelope;
    }

    /// <returns>Null if it does not open: another key, another place, or altered.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> key, string place, ReadOnlySpan<byte> envelope)
    {
        var size = envelope.Length - HeadSize - TagSize;
        if (size < LengthSize || envelope[0] != Version)
        {
            return null;
        }

        var context = Context(place);
        Span<byte> derived = stackalloc byte[KeySize + NonceSize + CommitmentSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, envelope.Slice(1, SaltSize), context);
        if (!CryptographicOperations.FixedTimeEquals(derived[(KeySize + NonceSize)..], envelope.Slice(1 + SaltSize, CommitmentSize)))
        {
            return null;
        }

        var padded = new byte[size];
        try
        {
            using var aes = new AesGcm(derived[..KeySize], TagSize);
            aes.Decrypt(derived.Slice(KeySize, NonceSize), envelope.Slice(HeadSize, size), envelope[(HeadSize + size)..], padded, context);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        return length >= 0 && length <= size - LengthSize ? padded.AsSpan(LengthSize, length).ToArray() : null;
    }

    private static byte[] Context(string place) => Encoding.UTF8.GetBytes($"ct/field/v1|{place}|{Version}");

    /// <summary>Powers of two from 32 bytes up to 16 KiB, then whole steps of 16 KiB.</summary>
    private static int Bucket(int length)
    {
        if (length > LargestBucket)
        {
            return (length + LargestBucket - 1) / LargestBucket * LargestBucket;
        }

        var bucket = 32;
        while (bucket < length)
        {
            bucket *= 2;
        }

        return bucket;
    }
}
