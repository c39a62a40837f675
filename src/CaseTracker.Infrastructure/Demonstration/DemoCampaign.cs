using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// A campaign such as release 1 speaks of, with invented outlets and voices, made of synthetic incidents of its time: what
/// was said, and threats and criminalization that came after it.
/// </summary>
internal sealed class DemoCampaign(CaseTrackerDbContext db, ITerms terms)
{
    private const int Smears = 5;
    private const int Aftermath = 3;

    /// <summary>The release bears no date and is of 2016 by its context.</summary>
    private static readonly DateOnly From = new(2016, 1, 1);
    private static readonly DateOnly To = new(2016, 12, 31);

    private static readonly CampaignFacts Facts = new(
        "Campaña de estigmatización contra organizaciones (demostración)",
        "Demostración: notas, columnas y publicaciones inventadas que acusan a organizaciones defensoras de defender a delincuentes y de lucrar con denuncias falsas.",
        PartialDate.Create(2016, 3, null, approximate: true).Value,
        ["CT-NAR-1", "CT-NAR-2", "CT-NAR-3", "CT-NAR-4", "CT-NAR-7"],
        [
            new OutletToRecord("CT-OUT-PRESS", "El Tecolote Bermejo (medio inventado)"),
            new OutletToRecord("CT-OUT-WEB", "La Brújula de Barro (medio inventado)"),
            new OutletToRecord("CT-OUT-ACCOUNT", "@voz_de_barro_demo (cuenta inventada)"),
        ],
        [new SpeakerToRecord("Columnista inventado", false, null), new SpeakerToRecord("Vocería inventada de una dependencia", true, "010101")],
        new ReachToRecord(48_000, "CT-RCH-CIRCULATION", new DateOnly(2016, 4, 1)),
        [new AddressToRecord("https://archivo.demo.example/2016/portada", new DateOnly(2016, 4, 2)), new AddressToRecord("https://archivo.demo.example/2016/columna", null)]);

    /// <summary>Once for a database, and only if it has incidents of that time.</summary>
    /// <param name="first">An incident that it is made of in any case; null where none was made for it.</param>
    public async Task WriteAsync(IncidentId? first, MemberId owner, TeamId team, CampaignNumbers numbers, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AnyAsync(c => c.IsDemonstration, cancellationToken))
        {
            return;
        }

        var smears = await FindAsync(team, ["CT-GRP-STG"], Smears, cancellationToken);
        if (first is { } certain && !smears.Contains(certain))
        {
            smears.Add(certain);
        }

        if (smears.Count == 0)
        {
            return;
        }

        var stamp = new Stamp(owner, now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var campaign = Campaign.Start(CampaignId.New(now), await numbers.NextAsync(today.Year, cancellationToken), Facts, team, terms, today, stamp, demonstration: true).Value;
        foreach (var incident in smears)
        {
            campaign.Add(incident, "Repite la misma acusación en un medio de la campaña (demostración)", stamp);
        }

        // What happened to the same person again is not put into it: that it followed is for the page to find.
        var people = db.Victims.Where(v => v.IncidentId == first).Select(v => v.PersonId);
        var again = await db.Victims.Where(v => people.Contains(v.PersonId)).Select(v => v.IncidentId).ToListAsync(cancellationToken);
        foreach (var incident in (await FindAsync(team, ["CT-GRP-THR", "CT-GRP-CRM"], Aftermath, cancellationToken)).Except(again))
        {
            campaign.Add(incident, "La persona agredida había sido señalada en la campaña (demostración)", stamp);
        }

        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<List<IncidentId>> FindAsync(TeamId team, string[] groups, int most, CancellationToken cancellationToken)
    {
        var acts = terms.All(Lists.Acts).Where(a => groups.Contains(a.Parent)).Select(a => a.Code).ToList();
        return db.Incidents
            .Where(i => i.IsDemonstration && i.TeamId == team && i.Circle == Circle.Team && i.ErasedAt == null && i.FirstDay >= From && i.LastDay <= To && i.Acts.Any(a => acts.Contains(a.Code)))
            .OrderBy(i => i.FirstDay).ThenBy(i => i.Number)
            .Select(i => i.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }
}
