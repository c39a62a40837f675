using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>What was asked of States and authorities: what is awaited by the day it is due, anything else the latest first.</summary>
/// <param name="Number">Only those about this incident, whosever it is.</param>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListInterventions(InterventionFilter Filter, string? Number = null, string? At = null, string? Size = null)
    : ITracedPage<InterventionView>, ITracedRead<Result<Page<InterventionView>>>
{
    public string? RecordIn(Result<Page<InterventionView>> answer) => Number;
}

public sealed class ListInterventionsHandler(ICaseTrackerDb db, InterventionReader reader, CurrentActor current, Calendar calendar, ITerms terms, Trail trail)
    : IRequestHandler<ListInterventions, Result<Page<InterventionView>>>
{
    private const string ByDueDay = "due";
    private const string BySending = "sent";

    public async Task<Result<Page<InterventionView>>> Handle(ListInterventions request, CancellationToken cancellationToken)
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

        var byDue = request.Filter.IsByDue;
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, byDue ? ByDueDay : BySending);
        List<Refusal> refusals = [.. request.Filter.Check(terms), .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var matching = request.Filter.Of(db, current.Actor, calendar.Today, incident);
        if ((byDue ? FromDueDay(matching, at.Value) : FromSending(matching, at.Value)) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var total = await matching.CountAsync(cancellationToken);
        var rows = await rest.Take(size.Value + 1).WithParts().ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, total, (row, backwards) =>
            new Cursor(byDue ? ByDueDay : BySending, backwards, Cursor.Written(byDue ? row.DueOn!.Value : row.SentFrom), row.Id.Value.ToString("N")));
        return new Page<InterventionView>(await reader.ReadAsync(page.Rows, cancellationToken), page.Before, page.After, page.Total);
    }

    private static IQueryable<Intervention>? FromDueDay(IQueryable<Intervention> interventions, Cursor? at)
    {
        if (at is null)
        {
            return interventions.OrderBy(i => i.DueOn).ThenBy(i => i.Id);
        }

        if (at.Day is not { } day || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = InterventionId.From(key);
        return at.Backwards
            ? interventions.Where(i => i.DueOn <= day && (i.DueOn < day || i.Id.CompareTo(id) < 0)).OrderByDescending(i => i.DueOn).ThenByDescending(i => i.Id)
            : interventions.Where(i => i.DueOn >= day && (i.DueOn > day || i.Id.CompareTo(id) > 0)).OrderBy(i => i.DueOn).ThenBy(i => i.Id);
    }

    private static IQueryable<Intervention>? FromSending(IQueryable<Intervention> interventions, Cursor? at)
    {
        if (at is null)
        {
            return interventions.OrderByDescending(i => i.SentFrom).ThenByDescending(i => i.Id);
        }

        if (at.Day is not { } day || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = InterventionId.From(key);
        return at.Backwards
            ? interventions.Where(i => i.SentFrom >= day && (i.SentFrom > day || i.Id.CompareTo(id) > 0)).OrderBy(i => i.SentFrom).ThenBy(i => i.Id)
            : interventions.Where(i => i.SentFrom <= day && (i.SentFrom < day || i.Id.CompareTo(id) < 0)).OrderByDescending(i => i.SentFrom).ThenByDescending(i => i.Id);
    }
}
