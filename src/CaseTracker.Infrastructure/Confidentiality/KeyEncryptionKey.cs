using System.Security.Cryptography;
using System.Text;
using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>The key that wraps data keys. Comes from outside the databases and is never written to one.</summary>
internal sealed class KeyEncryptionKey
{
    public const int Size = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    private static readonly byte[] CheckText = "CaseTracker key check"u8.ToArray();

    private readonly byte[] _key;

    public KeyEncryptionKey(byte[] key)
    {
        if (key.Length != Size)
        {
            throw new ArgumentException("A key-encryption key has 32 bytes.", nameof(key));
        }

        _key = key;
    }

    public static KeyEncryptionKey Make() => new(RandomNumberGenerator.GetBytes(Size));

    public string Write() => Convert.ToBase64String(_key);

    public KeyRecipient Recipient(Guid id, DateTimeOffset at) => new() { Id = id, CreatedAt = at, Check = Encrypt($"check|{id:N}", CheckText) };

    public bool Opens(KeyRecipient recipient) => Decrypt($"check|{recipient.Id:N}", recipient.Check) is { } text && text.AsSpan().SequenceEqual(CheckText);

    public WrappedKey Wrap(KeyOwner owner, Guid recipient, byte[] dataKey) => new()
    {
        KeyId = owner.Id,
        Kind = owner.Kind,
        RecipientId = recipient,
        Algorithm = WrapAlgorithm.Aes256Gcm,
        Blob = Encrypt(Context(owner, recipient), dataKey),
    };

    /// <returns>Null if it was altered, or wrapped for another key or recipient.</returns>
    public byte[]? Unwrap(WrappedKey wrapped) => wrapped.Algorithm == WrapAlgorithm.Aes256Gcm
        ? Decrypt(Context(new KeyOwner(wrapped.Kind, wrapped.KeyId), wrapped.RecipientId), wrapped.Blob)
        : null;

    private static string Context(KeyOwner owner, Guid recipient) => $"{owner}|{recipient:N}";

    private byte[] Encrypt(string context, byte[] clear)
    {
        var blob = new byte[NonceSize + clear.Length + TagSize];
        RandomNumberGenerator.Fill(blob.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(blob.AsSpan(0, NonceSize), clear, blob.AsSpan(NonceSize, clear.Length), blob.AsSpan(NonceSize + clear.Length), Bound(context));
        return blob;
    }

    private byte[]? Decrypt(string context, byte[] blob)
    {
        var size = blob.Length - NonceSize - TagSize;
        if (size < 0)
        {
            return null;
        }

        var clear = new byte[size];
        using var aes = new AesGcm(_key, TagSize);
        try
        {
            aes.Decrypt(blob.AsSpan(0, NonceSize), blob.AsSpan(NonceSize, size), blob.AsSpan(NonceSize + size), clear, Bound(context));
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Bound(string context) => Encoding.UTF8.GetBytes($"ct/wrap/v1|{context}");
}
