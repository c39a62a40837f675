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

/// <summary>Orders who a person is (name, aliases, contact) to be erased for good, in every incident that has them: it is their name, wherever it was written.</summary>
/// <param name="Confirmation">The pseudonym, typed once more.</param>
/// <param name="Understood">That nothing brings it back.</param>
[Requires(Permission.EraseRecords)]
public sealed record ErasePerson(string Number, PersonId Person, ErasureGround? Ground, string? Confirmation, bool Understood) : ICommand<Result<ErasureId>>, IWorkOnIncident;

public sealed class ErasePersonHandler(ICaseTrackerDb db, ErasureOrders orders, IIdentityRegister identities, CurrentActor current, Calendar calendar, Trail trail)
    : IRequestHandler<ErasePerson, Result<ErasureId>>
{
    public async Task<Result<ErasureId>> Handle(ErasePerson request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        var person = incident?.Victims.Any(v => v.PersonId == request.Person) == true
            ? await db.People.SingleOrDefaultAsync(p => p.Id == request.Person, cancellationToken)
            : null;
        if (incident is null || person is null)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(person.Pseudonym, incident.Number);
        if (!current.Actor.Leads(incident))
        {
            return AccessErrors.NotYours;
        }

        if (person.ErasedAt is not null)
        {
            return ErasureErrors.PersonAlreadyErased;
        }

        // Past the visibility filter: what was typed of them before it was logged, and whoever works with them elsewhere, are there too.
        var incidents = await db.Incidents.IgnoreQueryFilters().Where(i => i.Victims.Any(v => v.PersonId == person.Id)).ToListAsync(cancellationToken);
        var ordered = await orders.OrderAsync(ErasureSubject.Of(person.Id, person.Pseudonym, incident.Id, incident.Number), request.Ground, [ErasedRecord.Of(person.Id), .. incidents.Select(i => ErasedRecord.DraftOf(i.Id))], cancellationToken);
        List<Refusal> refusals = [.. ordered.Refusals, .. ErasureOrders.Check(request.Confirmation, person.Pseudonym, ErasureErrors.PseudonymDiffers, request.Understood)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        trail.Of(person.Pseudonym, $"{incident.Number} {ordered.Value.Ground}");
        person.Erase(new Stamp(current.MemberId, calendar.Now));
        await identities.ForgetAsync([person.Id], cancellationToken);
        foreach (var concerned in incidents.Where(i => i.ErasedAt is null))
        {
            orders.Tell(concerned, NoticeKind.IdentityErased, ordered.Value);
        }

        return ordered.Value.Id;
    }
}
