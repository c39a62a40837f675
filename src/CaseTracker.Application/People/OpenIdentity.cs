using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>
/// Answers once who a victim of this incident is. The owner needs no reason; others who work on the incident break the glass
/// with one, for an hour, and the owner is told. Not answered unless the trail keeps it.
/// </summary>
/// <param name="Reason">Read only where the glass is to be broken.</param>
[Requires(Permission.OpenIdentities)]
public sealed record OpenIdentity(string Number, PersonId Person, string? Reason) : ICommand<Result<OpenedIdentity>>, IWorkOnIncident
{
    public const int ReasonLimit = IdentityOpening.ReasonLimit;
}

public sealed class OpenIdentityHandler(ICaseTrackerDb db, IIdentityRegister identities, CurrentActor current, Calendar calendar, Trail trail)
    : IRequestHandler<OpenIdentity, Result<OpenedIdentity>>
{
    public async Task<Result<OpenedIdentity>> Handle(OpenIdentity request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.WithAccess().Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        var person = incident?.Victims.Any(v => v.PersonId == request.Person) == true
            ? await db.People.Where(p => p.Id == request.Person).Select(p => new { p.Pseudonym, p.ErasedAt }).SingleOrDefaultAsync(cancellationToken)
            : null;
        if (incident is null || person is null)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(person.Pseudonym, request.Number);
        if (person.ErasedAt is not null)
        {
            return ErasureErrors.PersonAlreadyErased;
        }

        var broken = BreakGlass(incident, request.Reason);
        return !broken.IsSuccess ? broken.Refusals.ToList()
            : await identities.OpenAsync(request.Person, cancellationToken) is { } identity ? identity
            : PersonErrors.IdentityNotKnown;
    }

    private Result BreakGlass(Incident incident, string? reason)
    {
        var door = incident.DoorFor(current.MemberId, current.Actor.WorksOn(incident, calendar.Now), calendar.Now);
        if (door != IdentityDoor.BehindGlass)
        {
            return door == IdentityDoor.Open ? Result.Success : AccessErrors.ReadOnly;
        }

        var opened = incident.BreakGlass(reason, new Stamp(current.MemberId, calendar.Now));
        if (!opened.IsSuccess)
        {
            return Result.Of(opened.Refusals);
        }

        var notice = Notice.To(incident.OwnerId, $"glass:{incident.Id.Value:N}:{opened.Value.Sequence}", NoticeKind.IdentityOpened, incident.Id, calendar.Now);
        db.Notices.Add(notice);
        if (!incident.IsDemonstration)
        {
            db.OutgoingMail.Add(OutgoingMail.About(notice));
        }

        return Result.Success;
    }
}
