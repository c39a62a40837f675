using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Deletes drafts that nobody touched for a month: half a case that nobody answers for. Their keys are destroyed after them.</summary>
public sealed class ExpireDrafts(ICaseTrackerDb db, Calendar calendar) : IRecurringWork
{
    public const int AfterDays = 30;

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = calendar.Now.AddDays(-AfterDays);
        return db.Drafts.IgnoreQueryFilters().Where(d => d.SavedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
