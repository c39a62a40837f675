using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>Says that an incident belongs to a campaign, and why. The incident itself does not change.</summary>
/// <param name="Incident">Number of an incident that the actor sees.</param>
[Requires(Permission.WorkOnCampaigns)]
public sealed record AddIncidentToCampaign(string Number, string? Incident, string? Reason) : ICommand<Result>, IWorkOnCampaign;

public sealed class AddIncidentToCampaignHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<AddIncidentToCampaign, Result>
{
    public async Task<Result> Handle(AddIncidentToCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.Include(c => c.Incidents).FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        var typed = CleanText.Line(request.Incident, Incident.NumberLimit, "Incident", required: true);
        if (!typed.IsSuccess)
        {
            return Result.Of(typed.Refusals);
        }

        var number = typed.Value!.ToUpperInvariant();
        var incident = await db.Incidents.Where(i => i.Number == number).Select(i => new { i.Id, i.Number, i.ErasedAt }).SingleOrDefaultAsync(cancellationToken);
        if (incident is null)
        {
            return CampaignErrors.NoSuchIncident;
        }

        if (incident.ErasedAt is not null)
        {
            return ErasureErrors.IncidentErased;
        }

        trail.OfCampaign(request.Number, incident.Number);
        return campaign.Add(incident.Id, request.Reason, new Stamp(current.MemberId, calendar.Now));
    }
}
