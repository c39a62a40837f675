using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>Reads and writes the key database.</summary>
internal sealed class KeyStore(IDbContextFactory<KeyDbContext> databases, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <returns>Null if there is no key, or another than the one that wrapped what is there.</returns>
    public async Task<Unlocked?> UnlockAsync(KeySource source, bool anythingSealed, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var recipients = await db.Recipients.AsNoTracking().OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        if (recipients.Count == 0)
        {
            return anythingSealed ? null : await FoundAsync(db, source, cancellationToken);
        }

        var key = source.Read(recipients[0].Id);
        if (key is not null && recipients.Find(r => r.RetiredAt is null && key.Opens(r)) is { } mine)
        {
            return new(key, mine.Id);
        }

        // A rotation that was killed just before the keys were exchanged: the next one has everything already.
        var next = source.ReadNext();
        return next is not null && recipients.Find(r => r.RetiredAt is null && next.Opens(r)) is { } taking && recipients.Exists(r => r.RetiredAt is not null && key?.Opens(r) == true)
            ? new(next, taking.Id)
            : null;
    }

    public async Task<bool> IsRetiredAsync(Unlocked unlocked, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !await db.Recipients.AnyAsync(r => r.Id == unlocked.Recipient && r.RetiredAt == null, cancellationToken);
    }

    /// <param name="keys">Receives what was found.</param>
    /// <param name="erased">Receives those whose key was destroyed.</param>
    /// <param name="altered">Receives those whose wrapped key does not open: they are refused when they are used, and nobody else with them.</param>
    public async Task FetchAsync(Unlocked unlocked, List<KeyOwner> owners, Dictionary<KeyOwner, byte[]> keys, HashSet<KeyOwner> erased, HashSet<KeyOwner> altered, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var chunk in owners.GroupBy(o => o.Kind).SelectMany(kind => kind.Chunk(AtOnce)))
        {
            var (kind, ids) = (chunk[0].Kind, chunk.Select(o => o.Id).ToList());
            await foreach (var wrapped in db.Keys.AsNoTracking()
                .Where(k => k.Kind == kind && k.RecipientId == unlocked.Recipient && ids.Contains(k.KeyId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var owner = new KeyOwner(wrapped.Kind, wrapped.KeyId);
                if (unlocked.Key.Unwrap(wrapped) is { } key)
                {
                    keys[owner] = key;
                }
                else
                {
                    altered.Add(owner);
                }
            }

            if (chunk.Any(o => !keys.ContainsKey(o)))
            {
                erased.UnionWith(await db.Destroyed.AsNoTracking().Where(d => d.Kind == kind && ids.Contains(d.KeyId)).Select(d => new KeyOwner(d.Kind, d.KeyId)).ToListAsync(cancellationToken));
            }
        }
    }

    /// <summary>Committed before it returns: what is sealed next must never outlive its key by a crash.</summary>
    public async Task MakeAsync(Unlocked unlocked, List<KeyOwner> owners, Dictionary<KeyOwner, byte[]> keys, CancellationToken cancellationToken)
    {
        if (owners.Count == 0)
        {
            return;
        }

        var made = owners.ToDictionary(o => o, _ => RandomNumberGenerator.GetBytes(Envelope.KeySize));
        try
        {
            await StoreAsync(unlocked, made, cancellationToken);
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException)
        {
            // Somebody made one of them at the same moment: theirs is as good. What is still missing then is a fault.
            await FetchAsync(unlocked, owners, keys, [], [], cancellationToken);
            if (owners.Exists(o => !keys.ContainsKey(o)))
            {
                throw;
            }

            return;
        }

        foreach (var (owner, key) in made)
        {
            keys[owner] = key;
        }
    }

    private async Task StoreAsync(Unlocked unlocked, Dictionary<KeyOwner, byte[]> made, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (!await db.Recipients.AnyAsync(r => r.Id == unlocked.Recipient && r.RetiredAt == null, cancellationToken))
        {
            throw new DbUpdateException("The key-encryption key was replaced meanwhile.");
        }

        await db.InsertRowsAsync([.. made.Select(m => unlocked.Key.Wrap(m.Key, unlocked.Recipient, m.Value))], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The first key of an installation.</summary>
    private async Task<Unlocked?> FoundAsync(KeyDbContext db, KeySource source, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var key = source.Read(id);
        if (key is null && source.Kind == KeySourceKind.File)
        {
            await KeySource.WriteAsync(source.KeyFile, KeyEncryptionKey.Make(), cancellationToken);
            key = source.Read(id);
        }

        if (key is null)
        {
            return null;
        }

        db.Recipients.Add(key.Recipient(id, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return new(key, id);
    }
}
