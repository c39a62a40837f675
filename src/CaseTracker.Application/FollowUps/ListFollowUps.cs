using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Follow-ups by the day they are due, or those done, the latest first.</summary>
/// <param name="Number">Only those of this incident, whoever they are for.</param>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeFollowUps)]
public sealed record ListFollowUps(FollowUpFilter Filter, string? Number = null, string? At = null, string? Size = null) : ITracedPage<FollowUpListing>, ITracedRead<Result<Page<FollowUpListing>>>
{
    public string? RecordIn(Result<Page<FollowUpListing>> answer) => Number;
}

public sealed class ListFollowUpsHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, Trail trail)
    : IRequestHandler<ListFollowUps, Result<Page<FollowUpListing>>>
{
    private const string ByDueDay = "due";
    private const string ByClosing = "closed";

    public async Task<Result<Page<FollowUpListing>>> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        IncidentId? incident = null;
        if (request.Number is { } number)
        {
            trail.OfIncident(number);
            if (await db.Incidents.Where(i => i.Number == number).Select(i => (IncidentId?)i.Id).SingleOrDefaultAsync(cancellationToken) is not { } found)
            {
                return SharedErrors.NotFound;
            }

            incident = found;
        }

        var done = request.Filter.When == FollowUpFilter.Done;
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, done ? ByClosing : ByDueDay);
        List<Refusal> refusals = [.. request.Filter.Check(), .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var matching = request.Filter.Of(db, current.Actor, calendar.Today, incident);
        if ((done ? FromClosing(matching, at.Value) : FromDueDay(matching, at.Value)) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var total = await matching.CountAsync(cancellationToken);
        var rows = await rest.Take(size.Value + 1).Join(db.Incidents, f => f.IncidentId, i => i.Id, (f, i) => new FollowUpListing
        {
            Id = f.Id,
            Version = f.Version,
            Number = i.Number,
            Incident = i.Id,
            SealedTitle = i.Title,
            Kind = f.KindCode,
            SealedNote = f.Note,
            DueOn = f.DueOn,
            AssigneeId = f.AssigneeId,
            Assignee = db.Members.Where(m => m.Id == f.AssigneeId).Select(m => m.DisplayName).First(),
            Recurrence = f.Recurrence,
            Postponed = f.Snoozes.Count,
            Outcome = f.OutcomeCode,
            SealedOutcome = f.OutcomeNote,
            ClosedAt = f.ClosedAt,
        }).ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, total, (row, backwards) => done
            ? new Cursor(ByClosing, backwards, Cursor.Written(row.ClosedAt!.Value), row.Id.Value.ToString("N"))
            : new Cursor(ByDueDay, backwards, Cursor.Written(row.DueOn), row.Id.Value.ToString("N")));
        var keys = await vault.OfAsync(page.Rows.Select(r => r.Incident), cancellationToken);
        var shown = page.Rows.Select(r => r.Incident).ToList();
        var workedOn = await db.Incidents.Where(i => shown.Contains(i.Id)).Where(NeedToKnow.WorkOf(current.Actor, calendar.Now)).Select(i => i.Id).ToHashSetAsync(cancellationToken);
        return page with { Rows = [.. page.Rows.Select(r => r.Opened(keys.Of(r.Incident)) with { MayWork = workedOn.Contains(r.Incident) })] };
    }

    private static IQueryable<FollowUp>? FromDueDay(IQueryable<FollowUp> followUps, Cursor? at)
    {
        if (at is null)
        {
            return followUps.OrderBy(f => f.DueOn).ThenBy(f => f.Id);
        }

        if (at.Day is not { } day || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = FollowUpId.From(key);
        return at.Backwards
            ? followUps.Where(f => f.DueOn <= day && (f.DueOn < day || f.Id.CompareTo(id) < 0)).OrderByDescending(f => f.DueOn).ThenByDescending(f => f.Id)
            : followUps.Where(f => f.DueOn >= day && (f.DueOn > day || f.Id.CompareTo(id) > 0)).OrderBy(f => f.DueOn).ThenBy(f => f.Id);
    }

    private static IQueryable<FollowUp>? FromClosing(IQueryable<FollowUp> followUps, Cursor? at)
    {
        if (at is null)
        {
            return followUps.OrderByDescending(f => f.ClosedAt).ThenByDescending(f => f.Id);
        }

        if (at.Instant is not { } instant || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = FollowUpId.From(key);
        return at.Backwards
            ? followUps.Where(f => f.ClosedAt >= instant && (f.ClosedAt > instant || f.Id.CompareTo(id) > 0)).OrderBy(f => f.ClosedAt).ThenBy(f => f.Id)
            : followUps.Where(f => f.ClosedAt <= instant && (f.ClosedAt < instant || f.Id.CompareTo(id) < 0)).OrderByDescending(f => f.ClosedAt).ThenByDescending(f => f.Id);
    }
}
