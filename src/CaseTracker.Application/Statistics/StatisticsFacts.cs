using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Statistics;

/// <summary>Fetches the few columns that are counted, of the incidents that the actor may see. No identity, narrative or place is read.</summary>
internal static class StatisticsFacts
{
    /// <param name="asOf">The day on which the incidents are looked at.</param>
    /// <returns>Newest incident first; those without a date last.</returns>
    public static async Task<IReadOnlyList<IncidentFact>> CountableAsync(this ICaseTrackerDb db, ITerms terms, DateOnly asOf, CancellationToken cancellationToken)
    {
        var incidents = await db.Incidents.AsNoTracking()
            .OrderByDescending(i => i.FirstDay).ThenByDescending(i => i.Id)
            .Select(i => new { i.Id, i.FirstDay, i.LastDay, i.Verification })
            .ToListAsync(cancellationToken);

        var acts = await db.Incidents.SelectMany(i => i.Acts, (i, act) => new { i.Id, act.Code }).Distinct().ToListAsync(cancellationToken);
        var done = acts.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.Aggregate(SdgActs.None, (all, a) => all | ClassOf(terms.Find(Lists.Acts, a.Code))));

        var ofTheState = terms.All(Lists.Perpetrators).Where(t => t.Class == "state").Select(t => t.Code).ToList();
        var byTheState = (await db.Incidents.Where(i => i.Involvements.Any(p => ofTheState.Contains(p.PerpetratorCode))).Select(i => i.Id).ToListAsync(cancellationToken)).ToHashSet();

        var stages = await db.Incidents
            .SelectMany(i => i.Proceedings.Where(p => !p.IsAgainstDefender), (i, path) => new { Incident = i.Id, Path = path })
            .SelectMany(p => p.Path.Stages, (p, s) => new
            {
                p.Incident,
                Row = new StageRow(p.Path.Id, p.Path.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var told = stages.ToLookup(s => s.Incident, s => s.Row);

        return incidents.ConvertAll(i => IncidentFact.Of(
            new IncidentRow(i.Id, i.FirstDay, i.LastDay, i.Verification, done.GetValueOrDefault(i.Id), byTheState.Contains(i.Id)),
            [.. told[i.Id]],
            asOf));
    }

    private static SdgActs ClassOf(Term? act) => act?.Class switch
    {
        "killing" => SdgActs.Killing,
        "torture" => SdgActs.Torture,
        "disappearance" => SdgActs.Disappearance,
        "arbitrary-detention" => SdgActs.ArbitraryDetention,
        "kidnapping" => SdgActs.Kidnapping,
        "other" => SdgActs.Other,
        _ => SdgActs.None,
    };
}
