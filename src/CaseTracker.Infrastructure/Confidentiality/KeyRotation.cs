using System.Data;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Puts a new key-encryption key in the place of the old one: every data key is wrapped for both until the new one has all
/// of them. Killed at any moment, the old key or the new one still opens everything, and the next call goes on.
/// </summary>
internal sealed class KeyRotation(IDbContextFactory<KeyDbContext> databases, KeySource source, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <exception cref="InvalidOperationException">There is no new key, or it cannot be used; the message says why.</exception>
    public async Task<int> RunAsync(Unlocked current, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (await IsFinishedButForCleaningAsync(current, cancellationToken))
        {
            source.TakeOver(current.Key);
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

        source.TakeOver(next.Key);
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
        var recipients = await db.Recipients.AsNoTracking().OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

        // Where it is made, the key is written first: a recipient whose key nobody has would be a dead end.
        var key = await source.PrepareNextAsync(recipients[0].Id, cancellationToken);
        if (recipients.Find(key.Opens) is { } known)
        {
            // What was retired is cleaned away, and the key in use with itself: both would leave nothing that opens.
            return known.RetiredAt is null && known.Id != current.Recipient
                ? new(key, known.Id)
                : throw new InvalidOperationException("The new key is the one in use, or was used before. Choose another one. Nothing was changed.");
        }

        // After all others, even if the clock was set back: the oldest one's id is the installation's, which salts passphrases.
        var at = recipients[^1].CreatedAt.AddMilliseconds(1) is var earliest && earliest > time.GetUtcNow() ? earliest : time.GetUtcNow();
        var recipient = key.Recipient(Guid.CreateVersion7(at), at);
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
            // Also a key that a rotation had begun with and that was then given up for another.
            await db.Recipients.Where(r => r.Id != next.Recipient && r.RetiredAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.RetiredAt, time.GetUtcNow()), cancellationToken);
        }

        var left = await db.Keys.AsNoTracking()
            .Where(k => k.RecipientId == current.Recipient && !db.Keys.Any(n => n.KeyId == k.KeyId && n.Kind == k.Kind && n.RecipientId == next.Recipient))
            .OrderBy(k => k.KeyId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var wrapped in left)
        {
            var owner = new KeyOwner(wrapped.Kind, wrapped.KeyId);
            var key = current.Key.Unwrap(wrapped) ?? throw SealBrokenException.OfKey(owner);
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
        try
        {
            // Deleting does not empty the write-ahead log: without this, what the old key opens stays readable in it.
            await db.EmptyLogAsync(cancellationToken);
        }
        catch (LogNotEmptiedException)
        {
            throw new InvalidOperationException(
                "The new key has taken over. The write-ahead log of the key database still holds what the old key opens, because the site was reading all the time: stop the site and start it again, which empties it.");
        }
    }

    private static IQueryable<WrappedKey> Retired(KeyDbContext db) => db.Keys.Where(k => db.Recipients.Any(r => r.Id == k.RecipientId && r.RetiredAt != null));
}
