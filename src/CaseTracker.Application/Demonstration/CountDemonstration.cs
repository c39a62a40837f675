using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Demonstration;

/// <summary>How many of the incidents that the reader may see and asked for are invented: a list or a figure that holds any must say so.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record CountDemonstration(IncidentFilter Filter) : IQuery<Result<int>>;

public sealed class CountDemonstrationHandler(ICaseTrackerDb db, IncidentSearch search, CurrentActor current, Calendar calendar, ITerms terms, IAreas areas) : IRequestHandler<CountDemonstration, Result<int>>
{
    public async Task<Result<int>> Handle(CountDemonstration request, CancellationToken cancellationToken)
    {
        var criteria = request.Filter.Read(terms, areas, calendar, current.Actor);
        return criteria.IsSuccess
            ? await db.Matching(await search.PrepareAsync(criteria.Value, cancellationToken)).CountAsync(i => i.IsDemonstration, cancellationToken)
            : criteria.Refusals.ToList();
    }
}
