using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Pipeline;

/// <summary>Is for those who work on the incident: who may only read it is refused before the handler runs.</summary>
public interface IWorkOnIncident
{
    string Number { get; }
}

/// <summary>The same for a use case that names the incident by one of its follow-ups.</summary>
public interface IWorkOnFollowUp
{
    FollowUpId Id { get; }
}

/// <summary>The same for a use case that names the incident by one of its interventions. Those that are about no incident are everybody's who may ask.</summary>
public interface IWorkOnIntervention
{
    InterventionId Id { get; }
}

/// <summary>Is for those who work on a campaign: whoever sees it does, until it is erased.</summary>
public interface IWorkOnCampaign
{
    string Number { get; }
}

/// <summary>
/// Seeing is not working, and nobody works on what was erased: asks once, for every use case that works on an incident, an
/// intervention or a campaign, within its transaction. What the actor does not see goes on to the handler, whose answer is that of a missing record.
/// </summary>
public sealed class NeedToKnowBehaviour<TRequest, TAnswer>(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        (await FindErasedAsync(request, cancellationToken) ?? await FindReasonAgainstAsync(request, cancellationToken)) is { } refusal ? TAnswer.Refused([refusal]) : await next();

    /// <summary>What hangs on no incident is erased on its own.</summary>
    private async Task<Refusal?> FindErasedAsync(TRequest request, CancellationToken cancellationToken) => request switch
    {
        IWorkOnCampaign on when await db.Campaigns.AnyAsync(c => c.Number == on.Number && c.ErasedAt != null, cancellationToken) => ErasureErrors.CampaignErased,
        IWorkOnIntervention on when await db.Interventions.AnyAsync(v => v.Id == on.Id && v.ErasedAt != null, cancellationToken) => ErasureErrors.InterventionErased,
        _ => null,
    };

    private async Task<Refusal?> FindReasonAgainstAsync(TRequest request, CancellationToken cancellationToken)
    {
        var incident = request switch
        {
            IWorkOnIncident on => db.Incidents.Where(i => i.Number == on.Number),
            IWorkOnFollowUp on => db.Incidents.Where(i => db.FollowUps.Any(f => f.Id == on.Id && f.IncidentId == i.Id)),
            IWorkOnIntervention on => db.Incidents.Where(i => db.Interventions.Any(v => v.Id == on.Id && v.IncidentId == i.Id)),
            _ => null,
        };
        if (incident is null || current.Actor.IsSystem || await incident.Select(i => new { i.Number, i.ErasedAt }).SingleOrDefaultAsync(cancellationToken) is not { } found)
        {
            return null;
        }

        if (found.ErasedAt is not null)
        {
            return ErasureErrors.IncidentErased;
        }

        if (await incident.AnyAsync(NeedToKnow.WorkOf(current.Actor, calendar.Now), cancellationToken))
        {
            return null;
        }

        trail.OfIncident(found.Number);
        return AccessErrors.ReadOnly;
    }
}
