using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>One page of the incidents that the reader may see and asked for.</summary>
/// <param name="Sort">Name of an <see cref="IncidentOrder"/>; the newest first if empty.</param>
/// <param name="At">Cursor of a page; the first if empty.</param>
/// <param name="Size">Rows a page, one of <see cref="Page.Sizes"/>; the smallest if empty.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListIncidents(IncidentFilter Filter, string? Sort = null, string? At = null, string? Size = null) : ITracedPage<IncidentListing>;

public sealed class ListIncidentsHandler(ICaseTrackerDb db, IVault vault, IncidentSearch search, CurrentActor current, Calendar calendar, ITerms terms, IAreas areas)
    : IRequestHandler<ListIncidents, Result<Page<IncidentListing>>>
{
    public async Task<Result<Page<IncidentListing>>> Handle(ListIncidents request, CancellationToken cancellationToken)
    {
        var criteria = request.Filter.Read(terms, areas, calendar, current.Actor);
        var size = Page.ReadSize(request.Size);
        var order = IncidentOrder.Find(request.Sort);
        var at = Cursor.Read(request.At, (order ?? IncidentOrder.All[0]).Name);
        List<Refusal> refusals = [.. criteria.Refusals, .. size.Refusals, .. at.Refusals];
        if (order is null)
        {
            refusals.Add(PagingErrors.UnknownOrder);
        }

        if (criteria.IsSuccess)
        {
            refusals.AddRange(await FindMissingAsync(criteria.Value, cancellationToken));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var found = await search.FindAsync(criteria.Value, cancellationToken);
        if (order!.From(found.Incidents, at.Value) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var rows = await rest.Take(size.Value + 1).Select(i => new IncidentListing
        {
            Id = i.Id,
            Number = i.Number,
            SealedTitle = i.Title,
            SealedMunicipality = i.Municipality,
            StartedOn = i.StartedOn,
            FirstDay = i.FirstDay,
            Place = i.Place,
            Highest = i.HighestStage,
            Lowest = i.LowestStage,
            Verification = i.Verification,
            IsSupported = i.IsSupported,
            Workflow = i.Workflow,
            Priority = i.PriorityCode,
            LoggedAt = i.CreatedAt,
            IsErased = i.ErasedAt != null,
            Owner = db.Members.Where(m => m.Id == i.OwnerId).Select(m => m.DisplayName).First(),
        }).ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, found.Total, order.Mark);
        return page with { Rows = await FillAsync(page.Rows, cancellationToken), Invented = found.Invented };
    }

    /// <summary>A link to somebody, to a team or to a release that does not exist is a mistake to be told, not an empty list.</summary>
    private async Task<IEnumerable<Refusal>> FindMissingAsync(IncidentCriteria wanted, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (wanted.Owner is { } owner && owner != wanted.Reader && !await db.Members.AnyAsync(m => m.Id == owner, cancellationToken))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(IncidentFilter.Owner)));
        }

        if (wanted.Teams is { Count: 1 } && wanted.Teams[0] is var team && !await db.Teams.AnyAsync(t => t.Id == team, cancellationToken))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(IncidentFilter.Team)));
        }

        if (wanted.Release is { } key && !await db.Releases.AnyAsync(r => r.Key == key, cancellationToken))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(IncidentFilter.Release)));
        }

        if (wanted.Person is { } person && !await db.People.AnyAsync(p => p.Id == person, cancellationToken))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(IncidentFilter.Person)));
        }

        return refusals;
    }

    private async Task<IReadOnlyList<IncidentListing>> FillAsync(IReadOnlyList<IncidentListing> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var keys = await vault.OfAsync(ids, cancellationToken);
        var today = calendar.Today;
        var acts = (await db.Incidents.Where(i => ids.Contains(i.Id)).SelectMany(i => i.Acts, (i, a) => new { i.Id, a.Sequence, a.Code }).ToListAsync(cancellationToken))
            .OrderBy(a => a.Sequence).ToLookup(a => a.Id, a => a.Code);
        var victims = (await db.Incidents.Where(i => ids.Contains(i.Id))
                .SelectMany(i => i.Victims, (i, v) => new { i.Id, v.Sequence, Pseudonym = db.People.Where(p => p.Id == v.PersonId).Select(p => p.Pseudonym).FirstOrDefault() })
                .ToListAsync(cancellationToken))
            .OrderBy(v => v.Sequence).ToLookup(v => v.Id, v => v.Pseudonym);
        var next = (await db.FollowUps.Where(f => ids.Contains(f.IncidentId) && f.Status == FollowUpStatus.Open)
                .Select(f => new { f.IncidentId, f.KindCode, f.DueOn }).ToListAsync(cancellationToken))
            .OrderBy(f => f.DueOn).ToLookup(f => f.IncidentId, f => new NextAction(f.KindCode, f.DueOn, f.DueOn.DayNumber - today.DayNumber));
        return
        [
            .. rows.Select(r => r with
            {
                Title = keys.Of(r.Id).Title(r.SealedTitle),
                Place = r.IsErased ? r.Place : r.Place.With(keys.Of(r.Id).Own(SealedFields.Municipality, r.SealedMunicipality)),
                Acts = [.. acts[r.Id].Distinct()],
                Pseudonyms = [.. victims[r.Id].OfType<string>()],
                UnknownVictims = victims[r.Id].Count(p => p is null),
                Next = next[r.Id].FirstOrDefault(),
            }),
        ];
    }
}
