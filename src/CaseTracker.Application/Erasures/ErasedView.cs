using System.Linq.Expressions;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Erasures;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>What the page of something that was erased says of that.</summary>
/// <param name="Ground">Null where the order is not on record: the database is from a backup that is older.</param>
/// <param name="Receipt">Null likewise.</param>
/// <param name="IsFinished">False while keys are still to be destroyed.</param>
public sealed record ErasedView(DateTimeOffset At, ErasureGround? Ground, ErasureId? Receipt, bool IsFinished)
{
    internal static ErasedView Of(DateTimeOffset at, Erasure? order) =>
        order is null ? new(at, null, null, IsFinished: true) : new(at, order.Ground, order.Id, order.FinishedAt is not null);
}

public static class ErasedReading
{
    /// <returns>Null for what stands.</returns>
    internal static async Task<ErasedView?> ErasedAsync(this ICaseTrackerDb db, DateTimeOffset? at, Expression<Func<Erasure, bool>> order, CancellationToken cancellationToken) =>
        at is { } erased ? ErasedView.Of(erased, await db.Erasures.AsNoTracking().SingleOrDefaultAsync(order, cancellationToken)) : null;
}
