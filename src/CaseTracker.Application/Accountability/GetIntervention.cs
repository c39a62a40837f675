using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>One intervention with its replies and how they were graded.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetIntervention(InterventionId Id) : ITracedRead<Result<InterventionView>>
{
    public string? RecordIn(Result<InterventionView> answer) => answer.Value.Incident?.Number ?? answer.Value.Ask!.Release;
}

public sealed class GetInterventionHandler(ICaseTrackerDb db, InterventionReader reader) : IRequestHandler<GetIntervention, Result<InterventionView>>
{
    public async Task<Result<InterventionView>> Handle(GetIntervention request, CancellationToken cancellationToken) =>
        await db.Interventions.AsNoTracking().WithParts().SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken) is { } found
            ? (await reader.ReadAsync([found], cancellationToken))[0]
            : SharedErrors.NotFound;
}
