using System.Data;
using CaseTracker.Application.Confidentiality;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Puts a new key-encryption key in the place of the old one: every data key is wrapped for both until the new one has all
/// of them. Killed at any moment, the old key or the new one still opens everything, and the next call goes on.
/// </summary>
internal sealed class KeyRotation(IDbContextFactory<KeyDbContext> databases, KeySource source, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <exception cref="InvalidOperationException">The key does not come from a file: where would the new one go?</exception>
    public async Task<int> RunAsync(Unlocked current, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (source.Kind != KeySourceKind.File)
        {
            throw new InvalidOperationException("Only a key that is kept in a file (Vault:Source=File) can be replaced by this verb.");
        }

        if (await IsFinishedButForCleaningAsync(current, cancellationToken))
        {
            if (File.Exists(source.NextFile))
            {
                File.Move(source.NextFile, source.KeyFile, overwrite: true);
            }

            await CleanAsync(cancellationToken);
            return 0;
        }

        var next = await NextAsync(current, cancellationToken);
        var rewrapped = 0;
        for (int step; (step = await RewrapAsync(current, next, IsolationLevel.ReadCommitted, retire: false, cancellationToken)) > 0;)
        {
            rewrapped += step;
            progress.Report(rewrapped);
        }

        // From here on nobody wraps for the old key; what was wrapped for it meanwhile is taken along.
        while (await RewrapAsync(current, next, IsolationLevel.Serializable, retire: true, cancellationToken) > 0)
        {
        }

        File.Move(source.NextFile, source.KeyFile, overwrite: true);
        await CleanAsync(cancellationToken);
        return rewrapped;
    }

    /// <summary>Killed when the old key was retired already: the new one has everything, and only old wrappings are left.</summary>
    private async Task<bool> IsFinishedButForCleaningAsync(Unlocked current, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Retired(db).AnyAsync(cancellationToken)
            && await db.Recipients.AnyAsync(r => r.Id == current.Recipient && r.RetiredAt == null, cancellationToken);
    }

    private async Task<Unlocked> NextAsync(Unlocked current, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (KeySource.ReadFile(source.NextFile) is { } begun)
        {
            var recipients = await db.Recipients.AsNoTracking().ToListAsync(cancellationToken);
            if (recipients.Find(begun.Opens) is { } known)
            {
                return new(begun, known.Id);
            }
        }

        // The file first: a recipient whose key nobody has would be a dead end.
        var key = KeySource.ReadFile(source.NextFile) ?? KeyEncryptionKey.Make();
        await KeySource.WriteAsync(source.NextFile, key, cancellationToken);
        var recipient = key.Recipient(Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow());
        db.Recipients.Add(recipient);
        await db.SaveChangesAsync(cancellationToken);
        return new(key, recipient.Id);
    }

    /// <returns>How many were wrapped; 0 when all are.</returns>
    private async Task<int> RewrapAsync(Unlocked current, Unlocked next, IsolationLevel isolation, bool retire, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancellationToken);
        if (retire)
        {
            await db.Recipients.Where(r => r.Id == current.Recipient && r.RetiredAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.RetiredAt, time.GetUtcNow()), cancellationToken);
        }

        var left = await db.Keys.AsNoTracking()
            .Where(k => k.RecipientId == current.Recipient && !db.Keys.Any(n => n.KeyId == k.KeyId && n.Kind == k.Kind && n.RecipientId == next.Recipient))
            .OrderBy(k => k.KeyId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var wrapped in left)
        {
            var owner = new KeyOwner(wrapped.Kind, wrapped.KeyId);
            var key = current.Key.Unwrap(wrapped) ?? throw new SealBrokenException("WrappedKeys|Blob", owner);
            db.Keys.Add(next.Key.Wrap(owner, next.Recipient, key));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return left.Count;
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Retired(db).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<WrappedKey> Retired(KeyDbContext db) => db.Keys.Where(k => db.Recipients.Any(r => r.Id == k.RecipientId && r.RetiredAt != null));
}
