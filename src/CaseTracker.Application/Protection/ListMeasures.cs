using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Protection measures across incidents, by the day by which they were to be in place.</summary>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListMeasures(MeasureFilter Filter, string? At = null, string? Size = null) : ITracedPage<MeasureListing>;

/// <param name="Pseudonym">Null for the incident as a whole.</param>
/// <param name="DaysLate">How long it has been overdue; null if it is not.</param>
public sealed record MeasureListing(
    ProtectionMeasureId Id,
    string Number,
    string Title,
    string? Pseudonym,
    string Mechanism,
    string Measure,
    MeasureClass Class,
    MeasureStage Standing,
    DateOnly DueOn,
    int? DaysLate,
    string Owner);

public sealed class ListMeasuresHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, ITerms terms) : IRequestHandler<ListMeasures, Result<Page<MeasureListing>>>
{
    private const string ByDueDay = "measures";

    public async Task<Result<Page<MeasureListing>>> Handle(ListMeasures request, CancellationToken cancellationToken)
    {
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, ByDueDay);
        List<Refusal> refusals = [.. request.Filter.Check(terms), .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var matching = request.Filter.Of(db, current.Actor, calendar.Today);
        if (From(matching, at.Value) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var total = await matching.CountAsync(cancellationToken);
        var rows = await rest.Take(size.Value + 1).Join(db.Incidents, m => m.IncidentId, i => i.Id, (m, i) => new Row(
            m.Id,
            i.Id,
            i.Number,
            i.Title,
            db.People.Where(p => p.Id == m.PersonId).Select(p => p.Pseudonym).FirstOrDefault(),
            m.MechanismCode,
            m.MeasureCode,
            m.Class,
            m.Standing,
            m.DueOn,
            i.ErasedAt != null,
            db.Members.Where(o => o.Id == i.OwnerId).Select(o => o.DisplayName).First())).ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, total, (row, backwards) => new Cursor(ByDueDay, backwards, Cursor.Written(row.DueOn), row.Id.Value.ToString("N")));
        var keys = await vault.OfAsync(page.Rows.Select(r => r.Incident), cancellationToken);
        var today = calendar.Today;
        return new Page<MeasureListing>(
            [
                .. page.Rows.Select(r => new MeasureListing(
                    r.Id, r.Number, keys.Of(r.Incident).Title(r.Title), r.Pseudonym, r.Mechanism, r.Measure, r.Class, r.Standing, r.DueOn, MeasureLateness.Of(r.Standing, r.DueOn, r.IsErased, today), r.Owner)),
            ],
            page.Before,
            page.After,
            page.Total);
    }

    private static IQueryable<ProtectionMeasure>? From(IQueryable<ProtectionMeasure> measures, Cursor? at)
    {
        if (at is null)
        {
            return measures.OrderBy(m => m.DueOn).ThenBy(m => m.Id);
        }

        if (at.Day is not { } day || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = ProtectionMeasureId.From(key);
        return at.Backwards
            ? measures.Where(m => m.DueOn <= day && (m.DueOn < day || m.Id.CompareTo(id) < 0)).OrderByDescending(m => m.DueOn).ThenByDescending(m => m.Id)
            : measures.Where(m => m.DueOn >= day && (m.DueOn > day || m.Id.CompareTo(id) > 0)).OrderBy(m => m.DueOn).ThenBy(m => m.Id);
    }

    private sealed record Row(
        ProtectionMeasureId Id,
        IncidentId Incident,
        string Number,
        Sealed<string> Title,
        string? Pseudonym,
        string Mechanism,
        string Measure,
        MeasureClass Class,
        MeasureStage Standing,
        DateOnly DueOn,
        bool IsErased,
        string Owner);
}

internal static class MeasureLateness
{
    /// <returns>Days; null for what is not overdue.</returns>
    public static int? Of(MeasureStage standing, DateOnly dueOn, bool isErased, DateOnly today) =>
        standing.IsAwaited() && !isErased && dueOn < today ? today.DayNumber - dueOn.DayNumber : null;
}
