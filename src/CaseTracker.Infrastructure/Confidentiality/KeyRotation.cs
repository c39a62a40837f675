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

    /// <summary>Wrapped keys that do not open: there is nothing to wrap anew, and they must not keep a stolen key in use.</summary>
    private readonly HashSet<KeyOwner> _altered = [];

    /// <exception cref="InvalidOperationException">There is no new key, or it cannot be used; the message says why.</exception>
    public async Task<Rotation> RunAsync(Unlocked current, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (await IsFinishedButForCleaningAsync(current, cancellationToken))
        {
            await FinishAsync(current, cancellationToken);
            return new(0, _altered);
        }

        var next = await NextAsync(current, cancellationToken);
        var rewrapped = 0;
        for (int step; (step = await RewrapAsync(current, next, cancellationToken)) > 0;)
        {
            rewrapped += step;
            progress.Report(rewrapped);
        }

        rewrapped += await RetireAsync(current, next, cancellationToken);
        await FinishAsync(next, cancellationToken);
        return new(rewrapped, _altered);
    }

    /// <summary>Killed when the old key was retired already: the new one has everything, and only old wrappings are left.</summary>
    private async Task<bool> IsFinishedButForCleaningAsync(Unlocked current, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Replaced(db, current.Recipient).AnyAsync(cancellationToken)
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
    private async Task<int> RewrapAsync(Unlocked current, Unlocked next, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await RewrapAsync(db, current, next, cancellationToken);
    }

    /// <summary>
    /// From here on nobody wraps for the old key. What was wrapped for it meanwhile, however much, is taken along in the same
    /// transaction: killed between the two, the next run would take for finished what is not.
    /// </summary>
    private async Task<int> RetireAsync(Unlocked current, Unlocked next, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

        // Also a key that a rotation had begun with and that was then given up for another.
        await db.Recipients.Where(r => r.Id != next.Recipient && r.RetiredAt == null).ExecuteUpdateAsync(r => r.SetProperty(x => x.RetiredAt, time.GetUtcNow()), cancellationToken);
        var rewrapped = 0;
        for (int step; (step = await RewrapAsync(db, current, next, cancellationToken)) > 0;)
        {
            rewrapped += step;
        }

        source.ExpectNext(await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == next.Recipient, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return rewrapped;
    }

    private async Task<int> RewrapAsync(KeyDbContext db, Unlocked current, Unlocked next, CancellationToken cancellationToken)
    {
        var left = await db.Keys.AsNoTracking()
            .Where(k => k.RecipientId == current.Recipient && !db.Keys.Any(n => n.KeyId == k.KeyId && n.Kind == k.Kind && n.RecipientId == next.Recipient))
            .OrderBy(k => k.KeyId).ThenBy(k => k.Kind)
            .Take(AtOnce + _altered.Count)
            .ToListAsync(cancellationToken);
        var rewrapped = 0;
        foreach (var wrapped in left)
        {
            var owner = new KeyOwner(wrapped.Kind, wrapped.KeyId);
            if (_altered.Contains(owner))
            {
                continue;
            }

            if (current.Key.Unwrap(wrapped) is { } key)
            {
                db.Keys.Add(next.Key.Wrap(owner, next.Recipient, key));
                rewrapped++;
            }
            else
            {
                _altered.Add(owner);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();

        // A part in which nothing opens is not the end.
        return rewrapped == 0 && left.Count > _altered.Count ? await RewrapAsync(db, current, next, cancellationToken) : rewrapped;
    }

    private async Task FinishAsync(Unlocked next, CancellationToken cancellationToken)
    {
        source.TakeOver(next.Key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        source.ExpectNext(await db.Recipients.AsNoTracking().SingleAsync(r => r.Id == next.Recipient, cancellationToken));
        await Replaced(db, next.Recipient).ExecuteDeleteAsync(cancellationToken);
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

    /// <summary>Old wrappings of what is wrapped for the new key, too. Any other is kept: it may be the last of its key.</summary>
    private static IQueryable<WrappedKey> Replaced(KeyDbContext db, Guid recipient) => db.Keys.Where(k =>
        db.Recipients.Any(r => r.Id == k.RecipientId && r.RetiredAt != null)
        && db.Keys.Any(n => n.KeyId == k.KeyId && n.Kind == k.Kind && n.RecipientId == recipient));
}
