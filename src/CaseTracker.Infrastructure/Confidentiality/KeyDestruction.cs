using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>Takes data keys out of the key database, and remembers that it did.</summary>
internal sealed class KeyDestruction(IDbContextFactory<KeyDbContext> databases, TimeProvider time)
{
    private const int AtOnce = 500;

    public async Task DestroyAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var owner in owners)
            {
                await db.Keys.Where(k => k.KeyId == owner.Id && k.Kind == owner.Kind).ExecuteDeleteAsync(cancellationToken);
                if (!await db.Destroyed.AnyAsync(d => d.KeyId == owner.Id && d.Kind == owner.Kind, cancellationToken))
                {
                    db.Destroyed.Add(new DestroyedKey { KeyId = owner.Id, Kind = owner.Kind, At = time.GetUtcNow() });
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // Deleting does not empty the write-ahead log: without this, the wrapped key stays readable in it.
        await db.EmptyLogAsync(cancellationToken);
    }

    public async Task<IReadOnlyCollection<KeyOwner>> StandingAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var standing = new HashSet<KeyOwner>();
        foreach (var chunk in owners.Distinct().GroupBy(o => o.Kind).SelectMany(kind => kind.Chunk(AtOnce)))
        {
            var (kind, ids) = (chunk[0].Kind, chunk.Select(o => o.Id).ToList());
            standing.UnionWith(await db.Keys.AsNoTracking().Where(k => k.Kind == kind && ids.Contains(k.KeyId)).Select(k => new KeyOwner(k.Kind, k.KeyId)).ToListAsync(cancellationToken));
        }

        return standing;
    }

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> DestroyedAsync(KeyKind kind, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Destroyed.AsNoTracking().Where(d => d.Kind == kind).ToDictionaryAsync(d => d.KeyId, d => d.At, cancellationToken);
    }
}
