using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>Threats, attacks and criminalization after the campaign was first seen: in its incidents, or against the same people, as far as the reader sees them.</summary>
[Requires(Permission.SeeCampaigns)]
public sealed record GetCampaignAftermath(string Number) : ITracedRead<Result<IReadOnlyList<Followed>>>
{
    public string? RecordIn(Result<IReadOnlyList<Followed>> answer) => Number;
}

public sealed class GetCampaignAftermathHandler(ICaseTrackerDb db, ITerms terms, Trail trail) : IRequestHandler<GetCampaignAftermath, Result<IReadOnlyList<Followed>>>
{
    public async Task<Result<IReadOnlyList<Followed>>> Handle(GetCampaignAftermath request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        if (await db.IncidentsOfCampaignAsync(request.Number, cancellationToken) is not { } campaign)
        {
            return SharedErrors.NotFound;
        }

        var members = campaign.Incidents.ToList();
        var victims = await db.Victims.Where(v => members.Contains(v.IncidentId) && v.PersonId != null).Select(v => v.PersonId).Distinct().ToListAsync(cancellationToken);
        var acts = CampaignAftermath.Acts(terms).ToList();
        var sharing = db.Victims.Where(v => victims.Contains(v.PersonId)).Select(v => v.IncidentId);
        var incidents = await db.Incidents.AsNoTracking()
            .Where(i => members.Contains(i.Id) || sharing.Contains(i.Id))
            .Where(i => i.Acts.Any(a => acts.Contains(a.Code)))
            .Include(i => i.Acts).Include(i => i.Victims)
            .ToListAsync(cancellationToken);
        HashSet<PersonId?> same = [.. victims];
        return CampaignAftermath.Of(
            campaign.FirstSeen,
            incidents.SelectMany(i => i.Acts.Select(a => new ActSeen(
                i.Number,
                a.Code,
                a.On ?? i.StartedOn,
                members.Contains(i.Id),
                same.Contains(i.Victims.FirstOrDefault(v => v.Sequence == a.VictimSequence)?.PersonId)))),
            terms).ToList();
    }
}
