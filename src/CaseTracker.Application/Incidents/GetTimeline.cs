using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Everything about one incident in the order in which it happened.</summary>
/// <param name="Classes">Only these; empty for all.</param>
/// <param name="At">See <see cref="TimelineAsked"/>.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetTimeline(string Number, IReadOnlyCollection<TimelineClass> Classes, string? At = null) : IReadsIncident<Result<Timeline>>;

public sealed class GetTimelineHandler(ICaseTrackerDb db, TimelineReading reading, Trail trail) : IRequestHandler<GetTimeline, Result<Timeline>>
{
    public async Task<Result<Timeline>> Handle(GetTimeline request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var found = await reading.OfAsync(db.Incidents.Where(i => i.Number == request.Number), new(request.Classes, request.At), cancellationToken);
        return !found.TryGet(out var timeline) ? Result<Timeline>.Refused(found.Refusals) : timeline is null ? SharedErrors.NotFound : timeline;
    }
}
