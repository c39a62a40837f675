using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>To whom a follow-up of this incident may be given.</summary>
[Requires(Permission.SeeFollowUps)]
public sealed record ListAssignees(string Number) : IQuery<Result<IReadOnlyList<Colleague>>>;

public sealed class ListAssigneesHandler(ICaseTrackerDb db, Calendar calendar, Trail trail) : IRequestHandler<ListAssignees, Result<IReadOnlyList<Colleague>>>
{
    public async Task<Result<IReadOnlyList<Colleague>>> Handle(ListAssignees request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        return await db.Incidents.AsNoTracking().FindAsync(request.Number, cancellationToken) is { } incident
            ? await db.WhoWorkOn(incident, calendar.Now).OrderBy(m => m.DisplayName).Select(m => new Colleague(m.Id, m.DisplayName)).ToListAsync(cancellationToken)
            : SharedErrors.NotFound;
    }
}
