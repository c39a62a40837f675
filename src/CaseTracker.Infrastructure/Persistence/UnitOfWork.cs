using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Persistence;

internal sealed class UnitOfWork(CaseTrackerDbContext db, TimeProvider time) : IUnitOfWork
{
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<ITransaction> BeginAsync(CancellationToken cancellationToken) =>
        new Transaction(await db.Database.BeginTransactionAsync(cancellationToken));

    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    public void Append(AuditEntry entry) => db.Trail.Add(entry);

    public void Forget() => db.ChangeTracker.Clear();

    private sealed class Transaction(IDbContextTransaction inner) : ITransaction
    {
        public Task CommitAsync(CancellationToken cancellationToken) => inner.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

/// <summary>Uses a context of its own, so that nothing pending in the refused operation is stored along with the trace of it.</summary>
internal sealed class TrailWriter(IServiceScopeFactory scopes, TimeProvider time) : ITrailWriter
{
    public async Task WriteAsync(MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        db.Trail.Add(AuditEntry.Of(time.GetUtcNow(), actor, action, outcome, subject, detail));
        await db.SaveChangesAsync(cancellationToken);
    }
}
