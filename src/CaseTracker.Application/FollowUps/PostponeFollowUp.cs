using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.FollowUps;

/// <summary>Moves a follow-up to a later day, with the reason: what is put off without one is forgotten.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record PostponeFollowUp(FollowUpId Id, int Version, DateOnly? Until, string? Reason) : ICommand<Result>, IWorkOnFollowUp;

public sealed class PostponeFollowUpHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<PostponeFollowUp, Result>
{
    public async Task<Result> Handle(PostponeFollowUp request, CancellationToken cancellationToken)
    {
        if (await db.FindFollowUpAsync(request.Id, cancellationToken) is not var (followUp, incident))
        {
            return SharedErrors.NotFound;
        }

        trail.Of(incident.Number, followUp.KindCode);
        return followUp.CheckVersion(request.Version) is { } stale
            ? stale
            : followUp.Postpone(request.Until, request.Reason, calendar.Today, new Stamp(current.MemberId, calendar.Now));
    }
}
