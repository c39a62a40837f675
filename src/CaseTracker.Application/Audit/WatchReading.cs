using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.Audit;

/// <summary>
/// Looks through the newest lines of the trail for members who read more than a day's work needs. A job, so that no page waits
/// for it: reading costs nothing more than the line that it leaves anyway, and the alarm comes within a minute.
/// </summary>
public sealed class WatchReading(ICaseTrackerDb db, ReadingLimits limits, Calendar calendar, IDatabaseFaults faults, IServiceScopeFactory scopes) : IRecurringWork
{
    private static readonly List<string> Opening =
        [.. Requests.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadsIncident<>))).Select(t => t.Name), nameof(GetFollowUp), nameof(ListFollowUps), nameof(GetPersonTimeline), nameof(GetCampaignTimeline)];

    private static readonly List<string> Exporting = [.. Requests.Where(t => t.Name.StartsWith("Export", StringComparison.Ordinal)).Select(t => t.Name)];

    private static IEnumerable<Type> Requests => typeof(WatchReading).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var raised = 0;
        foreach (var limit in limits.All.Where(l => l.Most > 0))
        {
            foreach (var (member, count) in await FindAsync(limit, cancellationToken))
            {
                raised += await RaiseAsync(new RaiseReadingAlarm(member, limit, count), cancellationToken) ? 1 : 0;
            }
        }

        return raised;
    }

    private async Task<List<(MemberId Member, int Count)>> FindAsync(ReadingLimit limit, CancellationToken cancellationToken)
    {
        var since = calendar.Now - limit.Within;
        var lines = db.Trail.AsNoTracking().Where(e => e.At > since && e.ActorId != null);
        var byMember = limit.Reading switch
        {
            Reading.Incidents => lines.Where(e => e.Outcome == AuditOutcome.Seen && e.Subject != null && Opening.Contains(e.Action))
                .GroupBy(e => e.ActorId).Select(g => new { Member = g.Key, Count = g.Select(e => e.Subject).Distinct().Count() }),
            Reading.Identities => lines.Where(e => e.Outcome == AuditOutcome.Done && e.Action == nameof(OpenIdentity))
                .GroupBy(e => e.ActorId).Select(g => new { Member = g.Key, Count = g.Select(e => e.Subject).Distinct().Count() }),
            _ => lines.Where(e => (e.Outcome == AuditOutcome.Seen || e.Outcome == AuditOutcome.Done) && Exporting.Contains(e.Action))
                .GroupBy(e => e.ActorId).Select(g => new { Member = g.Key, Count = g.Count() }),
        };
        return [.. (await byMember.Where(m => m.Count > limit.Most).ToListAsync(cancellationToken)).Select(m => (m.Member!.Value, m.Count))];
    }

    private async Task<bool> RaiseAsync(RaiseReadingAlarm alarm, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        try
        {
            return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(alarm, cancellationToken)).IsSuccess;
        }
        catch (DbUpdateException fault) when (faults.IsUniqueViolation(fault))
        {
            // Another node raised it between our reading and our writing.
            return false;
        }
    }
}
