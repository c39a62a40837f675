using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>One page of the people, organisations and groups in the incidents that the reader sees, by their pseudonyms.</summary>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListPeople(PeopleFilter Filter, string? At = null, string? Size = null) : ITracedPage<PersonListing>;

/// <param name="Incidents">How many incidents of theirs the reader sees.</param>
/// <param name="Last">When the latest of those began.</param>
public sealed record PersonListing(PersonId Id, string Pseudonym, PersonKind Kind, bool IsErased, IReadOnlyList<string> Profiles, int Incidents, PartialDate Last);

public sealed class ListPeopleHandler(ICaseTrackerDb db, IncidentSearch search, ITerms terms)
    : IRequestHandler<ListPeople, Result<Page<PersonListing>>>
{
    private const string ByPseudonym = "pseudonym";

    public async Task<Result<Page<PersonListing>>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var criteria = request.Filter.Read(terms);
        var size = Page.ReadSize(request.Size);
        var at = await PlaceAsync(request.At, cancellationToken);
        List<Refusal> refusals = [.. criteria.Refusals, .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var matching = await MatchingAsync(criteria.Value, cancellationToken);
        var total = await matching.CountAsync(cancellationToken);
        var people = await From(matching, at.Value).Take(size.Value + 1).Select(p => new { p.Id, p.Pseudonym, p.Kind, p.ErasedAt }).ToListAsync(cancellationToken);
        var page = Page.Of(
            [.. people.Select(p => new PersonListing(p.Id, p.Pseudonym, p.Kind, p.ErasedAt is not null, [], 0, PartialDate.Unknown))],
            size.Value,
            at.Value,
            total,
            (row, backwards) => new Cursor(ByPseudonym, backwards, "", row.Id.Value.ToString("N")));
        return page with { Rows = await FillAsync(page.Rows, cancellationToken) };
    }

    /// <summary>An address tells of nobody by their pseudonym: it has the id, for which the pseudonym is put in here.</summary>
    private async Task<Result<Cursor?>> PlaceAsync(string? written, CancellationToken cancellationToken)
    {
        var read = Cursor.Read(written, ByPseudonym);
        if (!read.IsSuccess || read.Value is not { } at)
        {
            return read;
        }

        var beside = Guid.TryParseExact(at.Key, "N", out var id) ? new PersonId(id) : default;
        var pseudonym = await db.People.Where(p => p.Id == beside).Select(p => p.Pseudonym).SingleOrDefaultAsync(cancellationToken);
        return pseudonym is null ? PagingErrors.BadCursor : at with { Value = pseudonym };
    }

    /// <summary>Somebody whom the reader recorded, and whose incidents are no longer theirs to see, is not listed: they may name, but not look up.</summary>
    private async Task<IQueryable<Person>> MatchingAsync(PeopleCriteria wanted, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking().Where(p => db.Victims.Any(v => v.PersonId == p.Id && db.Incidents.Any(i => i.Id == v.IncidentId)));
        if (wanted.Kind is { } kind)
        {
            people = people.Where(p => p.Kind == kind);
        }

        if (wanted.Profile is { } profile)
        {
            people = people.Where(p => p.Profiles.Any(d => d.Code == profile));
        }

        if (wanted.Text is { } typed)
        {
            var text = new SearchText(typed);
            var (maybe, lower) = (text.MayBePseudonym, text.Lower);
            var named = (await search.FindNamedAsync(typed, cancellationToken)).Select(n => n.Person).Distinct().ToList();
            people = people.Where(p => named.Contains(p.Id) || (maybe && EF.Functions.Like(p.Pseudonym.ToLower(), lower, SearchText.Escape)));
        }

        return people;
    }

    private static IQueryable<Person> From(IQueryable<Person> people, Cursor? at) => at switch
    {
        null => people.OrderBy(p => p.Pseudonym),
        { Backwards: true, Value: var value } => people.Where(p => p.Pseudonym.CompareTo(value) < 0).OrderByDescending(p => p.Pseudonym),
        { Value: var value } => people.Where(p => p.Pseudonym.CompareTo(value) > 0).OrderBy(p => p.Pseudonym),
    };

    private async Task<IReadOnlyList<PersonListing>> FillAsync(IReadOnlyList<PersonListing> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => (PersonId?)r.Id).ToList();
        var known = rows.Select(r => r.Id).ToList();
        var incidents = (await db.Victims.Where(v => ids.Contains(v.PersonId))
                .Join(db.Incidents, v => v.IncidentId, i => i.Id, (v, i) => new { v.PersonId, i.Id, i.FirstDay, i.StartedOn })
                .ToListAsync(cancellationToken))
            .DistinctBy(i => (i.PersonId, i.Id)).ToLookup(i => i.PersonId);
        var profiles = (await db.People.Where(p => known.Contains(p.Id)).SelectMany(p => p.Profiles, (p, d) => new { p.Id, d.Code }).ToListAsync(cancellationToken))
            .OrderBy(p => p.Code, StringComparer.Ordinal).ToLookup(p => p.Id, p => p.Code);
        return
        [
            .. rows.Select(r => r with
            {
                Profiles = [.. profiles[r.Id]],
                Incidents = incidents[r.Id].Count(),
                Last = incidents[r.Id].MaxBy(i => i.FirstDay)?.StartedOn ?? PartialDate.Unknown,
            }),
        ];
    }
}
