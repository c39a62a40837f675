using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Deletes drafts that nobody touched for a month: they hold names in the clear for whoever reads the database.</summary>
public sealed class ExpireDrafts(ICaseTrackerDb db, Calendar calendar) : IRecurringWork
{
    public const int AfterDays = 30;

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = calendar.Now.AddDays(-AfterDays);
        return db.Drafts.IgnoreQueryFilters().Where(d => d.SavedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
