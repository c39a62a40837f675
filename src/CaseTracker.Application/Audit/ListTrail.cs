using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Audit;

/// <summary>Who did what to which record, the latest first.</summary>
[Requires(Permission.SeeAudit)]
public sealed record ListTrail(TrailFilter Filter, string? At = null, string? Size = null) : IQuery<Result<Page<TrailListing>>>;

/// <param name="Actor">Null for what nobody signed in did.</param>
/// <param name="SubjectName">The member's name where the record is a member.</param>
public sealed record TrailListing(long Sequence, DateTimeOffset At, string? Actor, string Action, AuditOutcome Outcome, string? Subject, string? SubjectName, string? Detail);

public sealed class ListTrailHandler(ICaseTrackerDb db, Calendar calendar) : IRequestHandler<ListTrail, Result<Page<TrailListing>>>
{
    private const string BySequence = "trail";

    public async Task<Result<Page<TrailListing>>> Handle(ListTrail request, CancellationToken cancellationToken)
    {
        var reading = new FilterReading();
        var matching = request.Filter.Of(db, calendar, reading);
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, BySequence);
        List<Refusal> refusals = [.. reading.Refusals, .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var rest = matching.OrderByDescending(e => e.Sequence).AsQueryable();
        if (at.Value is { } place)
        {
            if (!long.TryParse(place.Key, out var sequence))
            {
                return PagingErrors.BadCursor;
            }

            rest = place.Backwards
                ? matching.Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence)
                : matching.Where(e => e.Sequence < sequence).OrderByDescending(e => e.Sequence);
        }

        var total = await matching.CountAsync(cancellationToken);
        var entries = await rest.Take(size.Value + 1).ToListAsync(cancellationToken);
        var names = await NamesAsync(entries, cancellationToken);
        var rows = entries.Select(e => new TrailListing(
            e.Sequence,
            e.At,
            e.ActorId is { } actor ? names.GetValueOrDefault(actor) : null,
            e.Action,
            e.Outcome,
            e.Subject,
            TrailFilter.MemberIn(e.Subject) is { } member ? names.GetValueOrDefault(member) : null,
            e.Detail)).ToList();
        return Page.Of(rows, size.Value, at.Value, total, (row, back) => new Cursor(BySequence, back, "", $"{row.Sequence}"));
    }

    private async Task<Dictionary<MemberId, string>> NamesAsync(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.SelectMany(e => new[] { e.ActorId, TrailFilter.MemberIn(e.Subject) }).OfType<MemberId>().Distinct().ToList();
        return await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.DisplayName, cancellationToken);
    }
}
