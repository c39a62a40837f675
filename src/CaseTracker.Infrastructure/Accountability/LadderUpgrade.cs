using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Accountability;

/// <summary>
/// Derives what proceedings of earlier versions did not store yet. Idempotent, and resumes where it was killed. Those versions withdrew
/// nothing: a path from which everything was withdrawn stands nowhere, and not because it was never derived.
/// </summary>
internal static class LadderUpgrade
{
    private const int Batch = 200;

    public static async Task RunAsync(CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        while (true)
        {
            var some = await db.Incidents
                .Where(i => i.Proceedings.Any(p => p.Standing == null && p.Stages.Any() && !p.Stages.Any(s => s.IsWithdrawal)))
                .OrderBy(i => i.Id)
                .Take(Batch)
                .Include(i => i.Involvements)
                .Include(i => i.OrderFindings)
                .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
                .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
                .ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return;
            }

            some.ForEach(i => i.DeriveAgain());
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
