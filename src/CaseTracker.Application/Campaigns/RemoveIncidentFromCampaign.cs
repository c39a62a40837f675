using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>Says that an incident does not belong after all, and why. That it belonged stays on record.</summary>
[Requires(Permission.WorkOnCampaigns)]
public sealed record RemoveIncidentFromCampaign(string Number, string Incident, string? Reason) : ICommand<Result>, IWorkOnCampaign;

public sealed class RemoveIncidentFromCampaignHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<RemoveIncidentFromCampaign, Result>
{
    public async Task<Result> Handle(RemoveIncidentFromCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.Include(c => c.Incidents).FindAsync(request.Number, cancellationToken);

        // Part of an address, which can hold anything: what no number can be is not even asked for.
        var number = CleanText.Line(request.Incident, Incident.NumberLimit, "Incident") is { IsSuccess: true } clean ? clean.Value : null;
        var incident = number is null ? null : await db.Incidents.Where(i => i.Number == number).Select(i => new { i.Id, i.Number, i.ErasedAt }).SingleOrDefaultAsync(cancellationToken);
        if (campaign is null || incident is null)
        {
            return SharedErrors.NotFound;
        }

        // The reason would be sealed under the incident's key, which is gone.
        if (incident.ErasedAt is not null)
        {
            return ErasureErrors.IncidentErased;
        }

        trail.OfCampaign(request.Number, incident.Number);
        return campaign.Remove(incident.Id, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
