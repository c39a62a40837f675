using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>Answers once who a victim of this incident is. It changes nothing, but is a command: it is not answered unless the trail keeps it.</summary>
[Requires(Permission.OpenIdentities)]
public sealed record OpenIdentity(string Number, PersonId Person, string? Reason) : ICommand<Result<OpenedIdentity>>
{
    public const int ReasonLimit = 500;
}

public sealed class OpenIdentityHandler(ICaseTrackerDb db, IIdentityRegister identities, Trail trail) : IRequestHandler<OpenIdentity, Result<OpenedIdentity>>
{
    public async Task<Result<OpenedIdentity>> Handle(OpenIdentity request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var person = await db.Incidents.AsNoTracking()
            .Where(i => i.Number == request.Number && i.Victims.Any(v => v.PersonId == request.Person))
            .SelectMany(_ => db.People.Where(p => p.Id == request.Person))
            .Select(p => p.Pseudonym)
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(person, request.Number);
        var reason = CleanText.Lines(request.Reason, OpenIdentity.ReasonLimit, nameof(request.Reason), required: true);
        if (!reason.IsSuccess)
        {
            return reason.Refusals.ToList();
        }

        return await identities.OpenAsync(request.Person, cancellationToken) is { } identity ? identity : PersonErrors.IdentityNotKnown;
    }
}
