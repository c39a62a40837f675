using CaseTracker.Application.Access;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.Accountability;

/// <summary>
/// Finds what releases ask and nobody answered in time. Follow-ups hang on incidents and these on none, so their author is told
/// by a notice, once for each due day and once more when a reply was withdrawn; the notice's unique key lets one node win.
/// </summary>
public sealed class RemindOfReplies(ICaseTrackerDb db, Calendar calendar, IDatabaseFaults faults, IServiceScopeFactory scopes) : IRecurringWork
{
    public const string Job = "remind-of-replies";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var announced = 0;
        foreach (var intervention in await FindAsync(calendar.Today, cancellationToken))
        {
            announced += await AnnounceAsync(intervention, cancellationToken) ? 1 : 0;
        }

        return announced;
    }

    private async Task<List<InterventionId>> FindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var overdue = await db.Interventions.AsNoTracking()
            .Where(i => i.IncidentId == null && i.State == InterventionState.Awaiting && i.DueOn < today)
            .Select(i => new { i.Id, DueOn = i.DueOn!.Value, Withdrawn = i.Replies.Count(r => r.IsWithdrawal && !r.IsAcknowledgement) })
            .ToListAsync(cancellationToken);
        var keys = overdue.ToDictionary(o => AnnounceOverdueReply.KeyOf(o.Id, o.DueOn, o.Withdrawn), o => o.Id);
        var told = await db.Notices.AsNoTracking().Where(n => keys.Keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken);
        return [.. keys.Where(k => !told.Contains(k.Key)).Select(k => k.Value)];
    }

    private async Task<bool> AnnounceAsync(InterventionId intervention, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        try
        {
            return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnnounceOverdueReply(intervention), cancellationToken)).IsSuccess;
        }
        catch (DbUpdateException fault) when (faults.IsUniqueViolation(fault))
        {
            // Another node told of it between our reading and our writing.
            return false;
        }
    }
}
