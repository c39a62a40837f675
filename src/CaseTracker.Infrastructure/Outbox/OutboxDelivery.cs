using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Outbox;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Infrastructure.Outbox;

/// <summary>
/// Tells the product what has happened. A message is marked delivered in the transaction that stores what its handlers
/// write: both or neither, on one node.
/// </summary>
public sealed partial class OutboxDelivery(CaseTrackerDbContext db, IServiceScopeFactory scopes, SealAlarm alarm, TimeProvider time, ILogger<OutboxDelivery> logger) : IRecurringWork
{
    private const int Batch = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db.Outbox.AsNoTracking()
            .Where(m => m.DeliveredAt == null && m.NextAttemptAt <= now)
            .OrderBy(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var delivered = 0;
        foreach (var message in due)
        {
            delivered += await TryDeliverAsync(message, cancellationToken) ? 1 : 0;
        }

        return delivered;
    }

    private async Task<bool> TryDeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await DeliverAsync(message, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever one event's handler does, the events behind it are still to be told.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (fault is SealBrokenException broken)
            {
                await alarm.RaiseAsync(actor: null, broken);
            }

            LogFailed(logger, message.Type, fault.GetBaseException().GetType().Name);
            var again = time.GetUtcNow() + BackOff.After(message.Attempts + 1);
            await db.Outbox
                .Where(m => m.Id == message.Id && m.DeliveredAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.NextAttemptAt, again), cancellationToken);
            return false;
        }
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var own = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);

        // A second node waits here for the first one's transaction and then finds nothing left to mark.
        DateTimeOffset? now = time.GetUtcNow();
        var claimed = await own.Outbox
            .Where(m => m.Id == message.Id && m.DeliveredAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DeliveredAt, now), cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        var happened = message.Read();
        var notification = (INotification)Activator.CreateInstance(typeof(Happened<>).MakeGenericType(happened.GetType()), happened, message.Id)!;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(notification, cancellationToken);
        await own.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Event {Event} could not be delivered: {Fault}")]
    private static partial void LogFailed(ILogger logger, string @event, string fault);
}
