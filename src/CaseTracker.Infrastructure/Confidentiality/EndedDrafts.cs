using System.Collections.Concurrent;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Jobs;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Destroys the keys of drafts that are no more: sent, discarded, expired, or lost in a crash before they were stored. What
/// they held stays unreadable in backups too. A job, so that logging an incident does not wait for it.
/// </summary>
internal sealed class EndedDrafts(IDbContextFactory<KeyDbContext> databases, CaseTrackerDbContext db, IKeyShredder shredder, KeysWithoutDraft seen, TimeProvider time) : IRecurringWork
{
    private const int AtOnce = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var orphaned = await FindAsync(cancellationToken);
        var ripe = seen.RipeAmong(orphaned, time.GetUtcNow());
        foreach (var part in ripe.Chunk(AtOnce))
        {
            await shredder.DestroyAsync([.. part.Select(KeyOwner.OfDraft)], cancellationToken);
        }

        return ripe.Count;
    }

    private async Task<List<Guid>> FindAsync(CancellationToken cancellationToken)
    {
        await using var keys = await databases.CreateDbContextAsync(cancellationToken);
        var all = await keys.Keys.Where(k => k.Kind == KeyKind.Draft).Select(k => k.KeyId).Distinct().ToListAsync(cancellationToken);
        var orphaned = new List<Guid>();
        foreach (var part in all.Chunk(AtOnce))
        {
            var there = await db.Drafts.IgnoreQueryFilters().Where(d => part.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
            orphaned.AddRange(part.Except(there));
        }

        return orphaned;
    }
}

/// <summary>
/// Since when a key has had no draft. A key is stored before the draft that it seals, so one look cannot tell a draft that
/// ended from one that is being saved; a second look much later can.
/// </summary>
internal sealed class KeysWithoutDraft
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _since = new();

    public List<Guid> RipeAmong(IReadOnlyCollection<Guid> orphaned, DateTimeOffset now)
    {
        foreach (var found in _since.Keys.Except(orphaned))
        {
            _since.TryRemove(found, out _);
        }

        return [.. orphaned.Where(key => now - _since.GetOrAdd(key, now) >= Patience)];
    }
}
