using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>Incidents that may belong to a campaign, each with the reasons; only of those that the reader sees, and judged only by what they see.</summary>
[Requires(Permission.WorkOnCampaigns)]
public sealed record SuggestIncidents(string Number) : ITracedList<Result<IReadOnlyList<SuggestedIncident>>>
{
    public const int Shown = 20;

    public int RowsIn(Result<IReadOnlyList<SuggestedIncident>> answer) => answer.Value.Count;
}

public sealed record SuggestedIncident(string Number, string Title, PartialDate StartedOn, IReadOnlyList<BelongingReason> Reasons);

public sealed class SuggestIncidentsHandler(ICaseTrackerDb db, IVault vault, CampaignRules rules, Trail trail) : IRequestHandler<SuggestIncidents, Result<IReadOnlyList<SuggestedIncident>>>
{
    /// <summary>A media outlet or an account among the perpetrators.</summary>
    private const string Outlet = "CT-PER-2";

    /// <summary>The latest of those that share something are looked at; a period with more has more than a person can read.</summary>
    private const int LookedAt = 300;

    public async Task<Result<IReadOnlyList<SuggestedIncident>>> Handle(SuggestIncidents request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.AsNoTracking().Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        if (campaign.ErasedAt is not null)
        {
            return new List<SuggestedIncident>();
        }

        var pattern = await PatternAsync(campaign, cancellationToken);
        if (pattern.Period(rules.SuggestionDays) is not var (from, to))
        {
            return new List<SuggestedIncident>();
        }

        var candidates = await CandidatesAsync(campaign, pattern, from, to, cancellationToken);
        var ring = await vault.OfAsync(candidates.Select(i => i.Id), cancellationToken);
        return candidates
            .Select(i => (Incident: i, Reasons: CampaignSuggestion.Reasons(pattern, Of(i, ring), rules.SuggestionDays)))
            .Where(s => s.Reasons.Count > 0)
            .OrderByDescending(s => s.Reasons.Count).ThenByDescending(s => s.Incident.FirstDay).ThenBy(s => s.Incident.Number, StringComparer.Ordinal)
            .Take(SuggestIncidents.Shown)
            .Select(s => new SuggestedIncident(s.Incident.Number, ring.Of(s.Incident.Id).Title(s.Incident.Title), s.Incident.StartedOn, s.Reasons))
            .ToList();
    }

    private async Task<CampaignPattern> PatternAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var owner = KeyOwner.Of(campaign.Id);
        var ring = await vault.FetchAsync([owner], cancellationToken);
        var belonging = campaign.Incidents.Where(i => i.Belongs).Select(i => i.IncidentId).ToList();
        var members = await db.Incidents.AsNoTracking().Include(i => i.Victims).Where(i => belonging.Contains(i.Id)).ToListAsync(cancellationToken);
        return new(
            [.. campaign.Narratives.Select(n => n.Code)],
            [.. campaign.Outlets.Select(o => ring.Compare(SealedFields.OutletName, owner, SealedRow.Of(campaign.Id.Value, o.Sequence), o.Name)).OfType<string>()],
            members.SelectMany(i => i.Victims).Select(v => v.PersonId).OfType<PersonId>().ToHashSet(),
            campaign.FirstSeen,
            members.Select(i => i.StartedOn.Latest).Max());
    }

    private Task<List<Incident>> CandidatesAsync(Campaign campaign, CampaignPattern pattern, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        // Also those that were taken out: somebody has decided about them.
        var decided = campaign.Incidents.Select(i => i.IncidentId).ToList();
        var narratives = pattern.Narratives.ToList();
        var people = pattern.Victims.Select(p => (PersonId?)p).ToList();
        var suffered = db.Victims.Where(v => people.Contains(v.PersonId)).Select(v => v.IncidentId);
        var hasOutlets = pattern.Outlets.Count > 0;
        return db.Incidents.AsNoTracking()
            .Where(i => i.FirstDay <= to && i.LastDay >= from && i.FirstDay != DateOnly.MinValue && i.ErasedAt == null && !decided.Contains(i.Id))
            .Where(i => i.Accusations.Any(a => narratives.Contains(a.Code))
                || suffered.Contains(i.Id)
                || (hasOutlets && i.Involvements.Any(p => p.PerpetratorCode == Outlet && p.Description != null)))
            .OrderByDescending(i => i.FirstDay).ThenBy(i => i.Number)
            .Take(LookedAt)
            .Include(i => i.Accusations).Include(i => i.Involvements).Include(i => i.Victims)
            .ToListAsync(cancellationToken);
    }

    private static IncidentPattern Of(Incident incident, IKeyRing ring) => new(
        [.. incident.Accusations.Select(a => a.Code)],
        [.. incident.Involvements.Where(p => p.PerpetratorCode == Outlet).Select(p => ring.Compare(SealedFields.Perpetrator, KeyOwner.Of(incident.Id), SealedRow.Of(incident.Id.Value, p.Sequence), p.Description)).OfType<string>()],
        incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToHashSet(),
        incident.StartedOn);
}
