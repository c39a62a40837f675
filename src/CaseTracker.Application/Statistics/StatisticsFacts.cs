using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
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
                Row = new StageRow(p.Path.Id, p.Path.KindCode, s.Sequence, s.Stage, s.On.Earliest, s.On.Latest, s.Corrects, s.Accused, s.IsFinal, s.Reopens, s.IsWithdrawal, s.Precedes),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var told = stages.ToLookup(s => s.Incident, s => s.Row);

        var rosters = stages.Exists(s => s.Row.Accused is not null) ? await RostersAsync(db, cancellationToken) : new Dictionary<IncidentId, Roster>();
        return incidents.ConvertAll(i => IncidentFact.Of(
            new IncidentRow(i.Id, i.FirstDay, i.LastDay, i.Verification, done.GetValueOrDefault(i.Id), byTheState.Contains(i.Id)) { Roster = rosters.GetValueOrDefault(i.Id, Roster.Nobody) },
            [.. told[i.Id]],
            asOf));
    }

    /// <summary>Who answers for each incident on whose paths somebody is named: in the others it decides nothing.</summary>
    private static async Task<Dictionary<IncidentId, Roster>> RostersAsync(ICaseTrackerDb db, CancellationToken cancellationToken)
    {
        var named = db.Incidents.Where(i => i.Proceedings.Any(p => !p.IsAgainstDefender && p.Stages.Any(s => s.Accused != null)));
        var answerable = await named.SelectMany(i => i.Involvements, (i, p) => new { i.Id, p.Sequence, p.PerpetratorCode, p.RoleCode }).ToListAsync(cancellationToken);
        var findings = (await named.SelectMany(i => i.OrderFindings, (i, f) => new { i.Id, f.Sequence, f.NobodyGaveOrders }).ToListAsync(cancellationToken)).ToLookup(f => f.Id);
        return answerable.GroupBy(a => a.Id).ToDictionary(
            g => g.Key,
            g => new Roster([.. g.Select(a => Answerable.Of(a.Sequence, a.PerpetratorCode, a.RoleCode))], findings[g.Key].MaxBy(f => f.Sequence)?.NobodyGaveOrders == true));
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
