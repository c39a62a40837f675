using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>
/// Orders the content of an incident to be erased for good, and with it who its people are, unless another incident needs
/// them. What is stored here is the order; <see cref="FinishErasures"/> destroys the keys.
/// </summary>
/// <param name="Confirmation">The number, typed once more.</param>
/// <param name="Understood">That nothing brings it back.</param>
[Requires(Permission.EraseRecords)]
public sealed record EraseIncident(string Number, ErasureGround? Ground, string? Confirmation, bool Understood) : ICommand<Result<ErasureId>>, IWorkOnIncident;

public sealed class EraseIncidentHandler(ICaseTrackerDb db, ErasureOrders orders, IIdentityRegister identities, IncidentIndex index, CurrentActor current, Calendar calendar, Trail trail)
    : IRequestHandler<EraseIncident, Result<ErasureId>>
{
    public async Task<Result<ErasureId>> Handle(EraseIncident request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().Include(i => i.Victims).Include(i => i.Proceedings).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (!current.Actor.Leads(incident))
        {
            return AccessErrors.NotYours;
        }

        var people = await PeopleOfNoOtherAsync(incident, cancellationToken);
        var ordered = await orders.OrderAsync(ErasureSubject.Of(incident.Id, incident.Number), request.Ground, [ErasedRecord.Of(incident.Id), ErasedRecord.DraftOf(incident.Id), .. people.Select(p => ErasedRecord.Of(p.Id))], cancellationToken);
        List<Refusal> refusals = [.. ordered.Refusals, .. ErasureOrders.Check(request.Confirmation, incident.Number, ErasureErrors.NumberDiffers, request.Understood)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        trail.OfIncident(incident.Number, ordered.Value.Ground.ToString());
        var stamp = new Stamp(current.MemberId, calendar.Now);
        incident.Erase(stamp);
        people.ForEach(p => p.Erase(stamp));
        await identities.ForgetAsync([.. people.Select(p => p.Id)], cancellationToken);
        await index.RemoveAsync(incident.Id, cancellationToken);
        await db.Drafts.IgnoreQueryFilters().Where(d => d.Id == incident.Id.Value).ExecuteDeleteAsync(cancellationToken);
        await db.EndWorkAsync(incident.Id, stamp, cancellationToken);
        orders.Tell(incident, NoticeKind.IncidentErased, ordered.Value);
        return ordered.Value.Id;
    }

    /// <summary>Asks past the visibility filter: an incident that this actor does not see needs its people too.</summary>
    private Task<List<Person>> PeopleOfNoOtherAsync(Incident incident, CancellationToken cancellationToken)
    {
        var ids = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        return db.People.IgnoreQueryFilters()
            .Where(p => ids.Contains(p.Id) && p.ErasedAt == null
                && !db.Incidents.IgnoreQueryFilters().Any(i => i.Id != incident.Id && i.ErasedAt == null && i.Victims.Any(v => v.PersonId == p.Id)))
            .ToListAsync(cancellationToken);
    }
}
