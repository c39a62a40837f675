using CaseTracker.Application.Access;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.FollowUps;

/// <summary>
/// Finds the follow-ups whose newest reminder has not been given, and gives each in a transaction of its own. Any number of
/// nodes may do this at once: the notice's unique key lets one of them win.
/// </summary>
public sealed class RemindOfFollowUps(ICaseTrackerDb db, ReminderRule rule, Calendar calendar, IDatabaseFaults faults, IServiceScopeFactory scopes) : IRecurringWork
{
    /// <summary>After an import or a long stop there may be thousands; other work gets its turn in between.</summary>
    private const int MostAtOnce = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var announced = 0;
        foreach (var followUp in await FindAsync(calendar.Today, cancellationToken))
        {
            announced += await AnnounceAsync(followUp, cancellationToken) ? 1 : 0;
            if (announced == MostAtOnce)
            {
                break;
            }
        }

        return announced;
    }

    private Task<List<FollowUpId>> FindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var lead = today.AddDays(rule.LeadDays);
        var stepsBefore = today.AddDays(-rule.OverdueEveryDays);
        return db.FollowUps
            .Where(f => f.Status == FollowUpStatus.Open && f.DueOn <= lead)
            .Where(f => !db.Notices.Any(n => n.FollowUpId == f.Id && n.DueOn == f.DueOn
                && ((f.DueOn > today && n.StepFrom != null)
                    || (f.DueOn == today && n.StepFrom >= today)
                    || (f.DueOn < today && n.StepFrom > f.DueOn && n.StepFrom > stepsBefore))))
            .OrderBy(f => f.DueOn).ThenBy(f => f.Id)
            .Select(f => f.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> AnnounceAsync(FollowUpId followUp, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        try
        {
            return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnnounceFollowUp(followUp), cancellationToken)).IsSuccess;
        }
        catch (DbUpdateException fault) when (faults.IsUniqueViolation(fault))
        {
            // Another node announced it between our reading and our writing: it is announced, which is all that matters.
            return false;
        }
    }
}
