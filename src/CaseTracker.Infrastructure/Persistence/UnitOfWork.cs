using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Persistence;

internal sealed class UnitOfWork(CaseTrackerDbContext db, TrailKeys keys, TimeProvider time) : IUnitOfWork
{
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<ITransaction> BeginAsync(CancellationToken cancellationToken) =>
        new Transaction(await db.Database.BeginTransactionAsync(cancellationToken));

    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    public void Append(AuditEntry entry) => db.Trail.Add(entry.Authenticate(keys.Trail));

    public void Forget() => db.ChangeTracker.Clear();

    private sealed class Transaction(IDbContextTransaction inner) : ITransaction
    {
        public Task CommitAsync(CancellationToken cancellationToken) => inner.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

/// <summary>Uses a context of its own, so that nothing pending in the refused operation is stored along with the trace of it.</summary>
internal sealed class TrailWriter(IServiceScopeFactory scopes, TrailKeys keys, TimeProvider time) : ITrailWriter
{
    public Task WriteAsync(MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail, CancellationToken cancellationToken) =>
        StoreAsync([AuditEntry.Of(time.GetUtcNow(), actor, action, outcome, subject, detail)], cancellationToken);

    public Task WriteReadsAsync(MemberId? actor, IReadOnlyCollection<Read> reads, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return StoreAsync([.. reads.Select(r => AuditEntry.Of(now, actor, r.Action, AuditOutcome.Seen, r.Subject, r.Detail))], cancellationToken);
    }

    private async Task StoreAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        db.Trail.AddRange(entries.Select(e => e.Authenticate(keys.Trail)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
