using System.Security.Cryptography;
using CaseTracker.Application.Confidentiality;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>Holds the key-encryption key while the program runs, and unwraps data keys for those who ask.</summary>
internal sealed class Vault(IDbContextFactory<KeyDbContext> databases, KeySource source, TimeProvider time) : IVault, IVaultDoor, IKeyShredder, ISecretBox, IBlindIndex
{
    private static readonly KeyOwner Secrets = new(KeyKind.Secrets, Guid.Empty);
    private static readonly KeyOwner Index = new(KeyKind.Index, Guid.Empty);

    private readonly DataKeyCache _cache = new(time);
    private readonly KeyStore _store = new(databases, time);
    private readonly KeyDestruction _destroyer = new(databases, time);
    private volatile OpenedVault? _opened;

    public bool IsLocked => _opened is null;

    public bool KeyLiesBesideTheData => source.LiesBesideTheData;

    public string AfterRotation => source.Kind switch
    {
        KeySourceKind.File => "Back up the key file, apart from the databases.",
        KeySourceKind.Configuration => "Put the value of Vault:NextKey into Vault:Key now, take Vault:NextKey away, and keep a copy apart from the databases.",
        _ => "From now on the new passphrase opens the vault.",
    };

    private OpenedVault Opened => _opened ?? throw new VaultLockedException();

    public async Task OpenAsync(bool anythingSealed, CancellationToken cancellationToken)
    {
        // Opened again while it serves, it stays open until the answer is known: nobody is to be turned away for a moment.
        OpenedVault? opened = null;
        try
        {
            opened = await ReadAsync(anythingSealed, cancellationToken);
        }
        finally
        {
            _opened = opened;
            _cache.Clear();
        }
    }

    public async Task<IKeyRing> FetchAsync(IEnumerable<KeyOwner> owners, CancellationToken cancellationToken) => await RingAsync(owners, _ => false, cancellationToken);

    /// <summary>The keys of these records, made for those that are new. A key that an existing record lacks was lost: one made in its place would hide that.</summary>
    public Task<KeyRing> EnsureAsync(IEnumerable<KeyOwner> owners, IReadOnlySet<Guid> ofNew, CancellationToken cancellationToken) =>
        RingAsync(owners, owner => ofNew.Contains(owner.Id), cancellationToken);

    /// <summary>Keys of records that were made this moment: nothing is looked for first, and nothing is kept in memory for later.</summary>
    public async Task<KeyRing> MakeAsync(IEnumerable<KeyOwner> owners, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<KeyOwner, byte[]>();
        await _store.MakeAsync(Opened.Unlocked, [.. owners], keys, cancellationToken);
        return new(keys, [], []);
    }

    public async Task DestroyAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken)
    {
        try
        {
            await _destroyer.DestroyAsync(owners, cancellationToken);
        }
        finally
        {
            foreach (var owner in owners)
            {
                _cache.Forget(owner);
            }
        }
    }

    public Task<IReadOnlyCollection<KeyOwner>> StandingAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken) => _destroyer.StandingAsync(owners, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, DateTimeOffset>> DestroyedAsync(KeyKind kind, CancellationToken cancellationToken) => _destroyer.DestroyedAsync(kind, cancellationToken);

    public async Task<Rotation> RotateAsync(IProgress<int> progress, CancellationToken cancellationToken)
    {
        var rotation = await new KeyRotation(databases, source, time).RunAsync(Opened.Unlocked, progress, cancellationToken);
        await OpenAsync(anythingSealed: true, cancellationToken);
        return rotation;
    }

    public byte[] Seal(string purpose, ReadOnlySpan<byte> clear) => Envelope.Seal(Opened.Secrets, $"secret|{purpose}", clear);

    public byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes) =>
        Envelope.Open(Opened.Secrets, $"secret|{purpose}", sealedBytes) ?? throw new SealBrokenException($"secret|{purpose.Split('|')[0]}", Secrets);

    public int OfName(string token) => BlindIndex.Short(Opened.Names, token);

    public long OfWord(string stem) => BlindIndex.Long(Opened.Words, stem);

    private async Task<OpenedVault?> ReadAsync(bool anythingSealed, CancellationToken cancellationToken)
    {
        if (await _store.UnlockAsync(source, anythingSealed, cancellationToken) is not { } unlocked)
        {
            return null;
        }

        var keys = new Dictionary<KeyOwner, byte[]>();
        var altered = new HashSet<KeyOwner>();
        await _store.FetchAsync(unlocked, [Secrets, Index], keys, [], altered, cancellationToken);
        if (altered.Count > 0)
        {
            throw SealBrokenException.OfKey(altered.First());
        }

        List<KeyOwner> missing = [.. new[] { Secrets, Index }.Where(o => !keys.ContainsKey(o))];
        if (anythingSealed && missing.Count > 0)
        {
            // Lost: made anew, every search would silently miss what was indexed before, and no app would be known any more.
            throw SealBrokenException.OfMissingKey(missing[0]);
        }

        await _store.MakeAsync(unlocked, missing, keys, cancellationToken);
        return new(unlocked, keys[Secrets], BlindIndex.KeyFor(keys[Index], "names"), BlindIndex.KeyFor(keys[Index], "words"));
    }

    private async Task<KeyRing> RingAsync(IEnumerable<KeyOwner> owners, Func<KeyOwner, bool> mayMake, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<KeyOwner, byte[]>();
        var erased = new HashSet<KeyOwner>();
        var altered = new HashSet<KeyOwner>();
        var missing = new List<KeyOwner>();
        foreach (var owner in owners.Distinct())
        {
            if (_cache.Find(owner) is { } kept)
            {
                keys.Add(owner, kept);
            }
            else
            {
                missing.Add(owner);
            }
        }

        var opened = Opened;
        if (missing.Count == 0)
        {
            return new(keys, erased, altered);
        }

        await _store.FetchAsync(opened.Unlocked, missing, keys, erased, altered, cancellationToken);
        if (missing.Exists(o => !keys.ContainsKey(o) && !erased.Contains(o) && !altered.Contains(o)) && await _store.IsRetiredAsync(opened.Unlocked, cancellationToken))
        {
            // Another process has put a new key-encryption key in place: read it, and look again.
            await OpenAsync(anythingSealed: true, cancellationToken);
            opened = Opened;
            await _store.FetchAsync(opened.Unlocked, missing, keys, erased, altered, cancellationToken);
        }

        await _store.MakeAsync(opened.Unlocked, [.. missing.Where(o => mayMake(o) && !keys.ContainsKey(o) && !erased.Contains(o) && !altered.Contains(o))], keys, cancellationToken);

        foreach (var owner in missing)
        {
            if (keys.TryGetValue(owner, out var key))
            {
                _cache.Keep(owner, key);
            }
        }

        return new(keys, erased, altered);
    }

    private sealed record OpenedVault(Unlocked Unlocked, byte[] Secrets, byte[] Names, byte[] Words);
}

/// <summary>A key-encryption key, and the recipient that it is.</summary>
internal sealed record Unlocked(KeyEncryptionKey Key, Guid Recipient);

internal static class BlindIndex
{
    public static byte[] KeyFor(byte[] key, string column) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: System.Text.Encoding.UTF8.GetBytes($"ct/index/v1|{column}"));

    public static int Short(byte[] key, string token) => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(Mac(key, token));

    public static long Long(byte[] key, string token) => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(Mac(key, token));

    private static byte[] Mac(byte[] key, string token) => HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(token));
}
