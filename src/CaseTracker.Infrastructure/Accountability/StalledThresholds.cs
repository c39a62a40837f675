using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Accountability;

internal sealed class StalledThresholds(CaseTrackerDbContext db) : IStalledThresholds
{
    public Task ApplyAsync(string authority, int days, CancellationToken cancellationToken) => db.Set<Proceeding>()
        .Where(p => p.AuthorityCode == authority)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.StalledAfterDays, days)
                .SetProperty(p => p.StalledFrom, p => p.ClockFrom == null ? (DateOnly?)null : p.ClockFrom.Value.AddDays(days + 1)),
            cancellationToken);
}
