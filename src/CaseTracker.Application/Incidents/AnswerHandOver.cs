using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>The receiver takes the incident over, or says why not. Somebody who was not asked finds no proposal.</summary>
/// <param name="HandOver">Sequence of the proposal that the screen showed.</param>
/// <param name="Reason">Of declining; not read when accepting.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record AnswerHandOver(string Number, int HandOver, bool Accept, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class AnswerHandOverHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<AnswerHandOver, Result>
{
    public async Task<Result> Handle(AnswerHandOver request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number, request.Accept ? nameof(HandOverState.Accepted) : nameof(HandOverState.Declined));
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var stamp = new Stamp(current.MemberId, calendar.Now);
        var answered = request.Accept ? incident.Accept(request.HandOver, stamp) : incident.Decline(request.HandOver, request.Reason, stamp);
        if (!answered.IsSuccess)
        {
            return answered;
        }

        var handOver = incident.HandOvers.Single(h => h.Sequence == request.HandOver);
        var kind = request.Accept ? NoticeKind.HandOverAccepted : NoticeKind.HandOverDeclined;
        foreach (var member in new[] { handOver.From, handOver.ProposedBy }.Distinct().Where(m => m != current.MemberId))
        {
            db.Notices.Add(Notice.To(member, $"{handOver.KeyFor(incident, kind)}:{member.Value:N}", kind, incident.Id, calendar.Now));
        }

        return answered;
    }
}
