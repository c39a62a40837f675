using System.Runtime.CompilerServices;
using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Audit;

/// <summary>Every line that a filter matches, the oldest first. How many they are is in the trail before the first one leaves.</summary>
[Requires(Permission.SeeAudit)]
public sealed record ExportTrail(TrailFilter Filter) : ITracedList<Result<TrailExport>>
{
    public int RowsIn(Result<TrailExport> answer) => answer.Value.Total;
}

/// <param name="Total">How many lines there are.</param>
/// <param name="Lines">Read a part at a time, within the scope of the request.</param>
public sealed record TrailExport(int Total, IAsyncEnumerable<TrailListing> Lines);

public sealed class ExportTrailHandler(ICaseTrackerDb db, Calendar calendar) : IRequestHandler<ExportTrail, Result<TrailExport>>
{
    private const int Part = 1000;

    public async Task<Result<TrailExport>> Handle(ExportTrail request, CancellationToken cancellationToken)
    {
        var reading = new FilterReading();
        var matching = request.Filter.Of(db, calendar, reading);
        if (reading.Refusals.Count > 0)
        {
            return reading.Refusals.ToList();
        }

        // What is written from now on, the line about this export among it, is for the next one.
        var last = await db.Trail.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? 0;
        var bounded = matching.Where(e => e.Sequence <= last);
        return new TrailExport(await bounded.CountAsync(cancellationToken), ReadAsync(bounded, CancellationToken.None));
    }

    private async IAsyncEnumerable<TrailListing> ReadAsync(IQueryable<AuditEntry> matching, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        List<AuditEntry> part;
        do
        {
            part = await matching.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(Part).ToListAsync(cancellationToken);
            foreach (var line in await TrailListing.OfAsync(part, db, cancellationToken))
            {
                after = line.Sequence;
                yield return line;
            }
        }
        while (part.Count == Part);
    }
}
