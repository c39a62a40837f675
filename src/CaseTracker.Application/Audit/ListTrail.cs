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
public sealed record ListTrail(TrailFilter Filter, string? At = null, string? Size = null) : ITracedPage<TrailListing>;

/// <param name="Actor">Null for what nobody signed in did.</param>
/// <param name="SubjectName">The name where the record is a member or a team.</param>
public sealed record TrailListing(long Sequence, DateTimeOffset At, string? Actor, string Action, AuditOutcome Outcome, string? Subject, string? SubjectName, string? Detail)
{
    internal static async Task<IReadOnlyList<TrailListing>> OfAsync(IReadOnlyCollection<AuditEntry> entries, ICaseTrackerDb db, CancellationToken cancellationToken)
    {
        var named = entries.Select(e => TrailFilter.MemberIn(e.Subject)).OfType<MemberId>().Distinct().ToList();
        var names = await db.Members.NamesAsync(entries.Select(e => e.ActorId).OfType<MemberId>().Concat(named), cancellationToken);
        var ids = named.ConvertAll(m => new TeamId(m.Value));
        var teams = await db.Teams.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);
        return
        [
            .. entries.Select(e => new TrailListing(
                e.Sequence,
                e.At,
                Known(names.Of(e.ActorId)),
                e.Action,
                e.Outcome,
                e.Subject,
                TrailFilter.MemberIn(e.Subject) is { } id ? Known(names.Of(id)) ?? teams.GetValueOrDefault(new TeamId(id.Value)) : null,
                e.Detail)),
        ];
    }

    private static string? Known(string name) => name.Length == 0 ? null : name;
}

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
        var rows = await TrailListing.OfAsync(entries, db, cancellationToken);
        return Page.Of(rows, size.Value, at.Value, total, (row, back) => new Cursor(BySequence, back, "", $"{row.Sequence}"));
    }
}
