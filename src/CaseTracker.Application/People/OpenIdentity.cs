using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
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
/// Answers once who a victim of this incident is. The owner needs no reason for those who were recorded with it; others who work
/// on the incident, and whoever comes from another one, break the glass with one, for an hour, and the owners are told; of
/// somebody whose own incident was erased, also those who led it. Not answered unless the trail keeps it.
/// </summary>
/// <param name="Reason">Read only where the glass is to be broken.</param>
[Requires(Permission.OpenIdentities)]
public sealed record OpenIdentity(string Number, PersonId Person, string? Reason) : ICommand<Result<OpenedIdentity>>, IWorkOnIncident
{
    public const int ReasonLimit = IdentityOpening.ReasonLimit;
}

public sealed class OpenIdentityHandler(ICaseTrackerDb db, IIdentityRegister identities, IdentityDoors doors, CurrentActor current, Calendar calendar, Trail trail)
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

        var broken = await BreakGlassAsync(incident, request.Person, request.Reason, cancellationToken);
        return !broken.IsSuccess ? broken.Refusals.ToList()
            : await identities.OpenAsync(request.Person, cancellationToken) is { } identity ? identity
            : PersonErrors.IdentityNotKnown;
    }

    private async Task<Result> BreakGlassAsync(Incident incident, PersonId person, string? reason, CancellationToken cancellationToken)
    {
        var door = await doors.OfAsync(incident, person, cancellationToken);
        if (door != IdentityDoor.BehindGlass)
        {
            return door == IdentityDoor.Open ? Result.Success : AccessErrors.ReadOnly;
        }

        // Whoever answers for somebody elsewhere reads the reason with their own incident, and learns nothing of this one.
        var isOfThis = await doors.IsOfAsync(incident.Id, person, cancellationToken);
        List<Incident> broken = isOfThis ? [incident] : [incident, .. await doors.OthersAsync(incident.Id, person, cancellationToken)];
        var stamp = new Stamp(current.MemberId, calendar.Now);
        foreach (var one in broken)
        {
            var opened = one.BreakGlass(reason, stamp, isOfThis ? null : person);
            if (!opened.IsSuccess)
            {
                return Result.Of(opened.Refusals);
            }

            Tell(one, one.OwnerId, $"glass:{one.Id.Value:N}:{opened.Value.Sequence}", NoticeKind.IdentityOpened);
        }

        if (await doors.ErasedHomeAsync(person, cancellationToken) is { } home)
        {
            var opening = $"{incident.Id.Value:N}:{incident.IdentityOpenings.Max(o => o.Sequence)}";
            var led = await db.WhoSee(home, calendar.Now).Where(m => m.Role == Role.Supervisor || m.Id == home.OwnerId).Select(m => m.Id).ToListAsync(cancellationToken);
            led.ForEach(m => Tell(home, m, $"left:{opening}:{m.Value:N}", NoticeKind.LeftIdentityOpened));
        }

        return Result.Success;
    }

    private void Tell(Incident incident, MemberId member, string key, NoticeKind kind)
    {
        if (member == current.MemberId)
        {
            return;
        }

        var notice = Notice.To(member, key, kind, incident.Id, calendar.Now);
        db.Notices.Add(notice);
        if (!incident.IsDemonstration)
        {
            db.OutgoingMail.Add(OutgoingMail.About(notice));
        }
    }
}
