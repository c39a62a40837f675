using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>Grades a reply from A to E, or grades it anew, with the reason.</summary>
/// <param name="Reply">Sequence of the reply.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record GradeReply(InterventionId Id, int Version, int Reply, string? Grade, string? Reason) : ICommand<Result>, IWorkOnIntervention;

public sealed class GradeReplyHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<GradeReply, Result>
{
    public async Task<Result> Handle(GradeReply request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(found.Subject, found.Intervention.TypeCode);
        if (found.Intervention.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var former = found.Intervention.GradingOf(request.Reply)?.GradeCode;
        var graded = found.Intervention.Grade(request.Reply, request.Grade, request.Reason, terms, new Stamp(current.MemberId, calendar.Now));
        if (graded.IsSuccess)
        {
            trail.Of(found.Subject, $"{found.Intervention.TypeCode} {former}>{request.Grade}");
        }

        return graded;
    }
}
