using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Paths towards accountability on which nobody has investigated for longer than their authority has, the longest first.</summary>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListStalled(StalledFilter Filter, string? At = null, string? Size = null) : ITracedPage<StalledListing>;

public sealed record StalledListing
{
    public required ProceedingId Id { get; init; }

    public required string Number { get; init; }

    public string Title { get; init; } = "";

    public required string Kind { get; init; }

    public required string? AuthorityCode { get; init; }

    public AuthorityView? Authority { get; init; }

    public required string? Unit { get; init; }

    public required Stage? Standing { get; init; }

    public required DateOnly ClockFrom { get; init; }

    /// <summary>Since the last investigative act, or since it was opened or reported.</summary>
    public int Days { get; init; }

    public required bool HasAct { get; init; }

    public required int StalledAfterDays { get; init; }

    public required string? State { get; init; }

    public required string Owner { get; init; }

    /// <summary>The reader may record something, and not only read it.</summary>
    public bool MayWork { get; init; }

    internal IncidentId Incident { get; init; }

    internal Sealed<string> SealedTitle { get; init; } = null!;
}

public sealed class ListStalledHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, IAreas areas) : IRequestHandler<ListStalled, Result<Page<StalledListing>>>
{
    private const string Longest = "longest";

    public async Task<Result<Page<StalledListing>>> Handle(ListStalled request, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var (stalled, unread) = request.Filter.Of(db, areas, current.Actor, today);
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, Longest);
        List<Refusal> refusals = [.. unread, .. size.Refusals, .. at.Refusals];
        if (refusals.Count == 0 && request.Filter.Authority is { Length: > 0 } code && !await db.Authorities.AnyAsync(a => a.Code == code, cancellationToken))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(StalledFilter.Authority)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (From(stalled, at.Value) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var total = await stalled.CountAsync(cancellationToken);
        var rows = await rest.Take(size.Value + 1).Select(s => new StalledListing
        {
            Id = s.Path.Id,
            Number = s.Incident.Number,
            Incident = s.Incident.Id,
            SealedTitle = s.Incident.Title,
            Kind = s.Path.KindCode,
            AuthorityCode = s.Path.AuthorityCode,
            Unit = s.Path.Unit,
            Standing = s.Path.Standing,
            ClockFrom = s.Path.ClockFrom!.Value,
            HasAct = s.Path.InvestigativeActs.Any(a => !a.IsWithdrawal && !s.Path.InvestigativeActs.Any(c => c.Corrects == a.Sequence)),
            StalledAfterDays = s.Path.StalledAfterDays,
            State = s.Incident.Place.State,
            Owner = db.Members.Where(m => m.Id == s.Incident.OwnerId).Select(m => m.DisplayName).First(),
        }).ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, total, (row, back) => new Cursor(Longest, back, Cursor.Written(row.ClockFrom), row.Id.Value.ToString("N")));
        return page with { Rows = await FillAsync(page.Rows, today, cancellationToken) };
    }

    private static IQueryable<StalledPath>? From(IQueryable<StalledPath> stalled, Cursor? at)
    {
        if (at is null)
        {
            return stalled.OrderBy(s => s.Path.ClockFrom).ThenBy(s => s.Path.Id);
        }

        if (at.Day is not { } day || !Guid.TryParseExact(at.Key, "N", out var key))
        {
            return null;
        }

        var id = ProceedingId.From(key);
        return at.Backwards
            ? stalled.Where(s => s.Path.ClockFrom <= day && (s.Path.ClockFrom < day || s.Path.Id.CompareTo(id) < 0)).OrderByDescending(s => s.Path.ClockFrom).ThenByDescending(s => s.Path.Id)
            : stalled.Where(s => s.Path.ClockFrom >= day && (s.Path.ClockFrom > day || s.Path.Id.CompareTo(id) > 0)).OrderBy(s => s.Path.ClockFrom).ThenBy(s => s.Path.Id);
    }

    private async Task<IReadOnlyList<StalledListing>> FillAsync(IReadOnlyList<StalledListing> rows, DateOnly today, CancellationToken cancellationToken)
    {
        var shown = rows.Select(r => r.Incident).Distinct().ToList();
        var keys = await vault.OfAsync(shown, cancellationToken);
        var authorities = await db.Authorities.NamesAsync(rows.Select(r => r.AuthorityCode), cancellationToken);
        var workedOn = await db.Incidents.Where(i => shown.Contains(i.Id)).Where(NeedToKnow.WorkOf(current.Actor, calendar.Now)).Select(i => i.Id).ToHashSetAsync(cancellationToken);
        return
        [
            .. rows.Select(r => r with
            {
                Title = keys.Of(r.Incident).Title(r.SealedTitle),
                Authority = r.AuthorityCode is { } code ? authorities.GetValueOrDefault(code) : null,
                Days = today.DayNumber - r.ClockFrom.DayNumber,
                MayWork = workedOn.Contains(r.Incident),
            }),
        ];
    }
}
