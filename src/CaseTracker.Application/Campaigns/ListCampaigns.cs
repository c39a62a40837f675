using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>One page of the campaigns of the reader's teams, those seen last first.</summary>
/// <param name="At">Cursor of a page; the first if empty.</param>
[Requires(Permission.SeeCampaigns)]
public sealed record ListCampaigns(CampaignFilter Filter, string? At = null, string? Size = null) : ITracedPage<CampaignListing>;

/// <summary>A campaign as a list shows it.</summary>
public sealed record CampaignListing
{
    public required CampaignId Id { get; init; }

    public required string Number { get; init; }

    public string Title { get; init; } = "";

    internal Sealed<string> SealedTitle { get; init; } = null!;

    public required PartialDate FirstSeen { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required string Owner { get; init; }

    public required bool IsDemonstration { get; init; }

    public required bool IsErased { get; init; }

    public required int Outlets { get; init; }

    /// <summary>Of those that the reader sees.</summary>
    public required int Incidents { get; init; }

    public required IReadOnlyList<string> Narratives { get; init; }
}

public sealed class ListCampaignsHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, ITerms terms) : IRequestHandler<ListCampaigns, Result<Page<CampaignListing>>>
{
    private const string ByFirstSeen = "seen";

    public async Task<Result<Page<CampaignListing>>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        var criteria = request.Filter.Read(terms, current.Actor.Id);
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, ByFirstSeen);
        List<Refusal> refusals = [.. criteria.Refusals, .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var matching = Matching(criteria.Value);
        if (From(matching, at.Value) is not { } rest)
        {
            return PagingErrors.BadCursor;
        }

        var total = await matching.CountAsync(cancellationToken);
        var rows = await rest.Take(size.Value + 1).Select(c => new CampaignListing
        {
            Id = c.Id,
            Number = c.Number,
            SealedTitle = c.Title,
            FirstSeen = c.FirstSeen,
            FirstDay = c.FirstDay,
            Owner = db.Members.Where(m => m.Id == c.OwnerId).Select(m => m.DisplayName).First(),
            IsDemonstration = c.IsDemonstration,
            IsErased = c.ErasedAt != null,
            Outlets = c.Outlets.Count,
            Incidents = c.Incidents.Count(i => i.RemovedAt == null && db.Incidents.Any(seen => seen.Id == i.IncidentId)),
            Narratives = c.Narratives.Select(n => n.Code).ToList(),
        }).ToListAsync(cancellationToken);
        var page = Page.Of(rows, size.Value, at.Value, total, (row, backwards) => new Cursor(ByFirstSeen, backwards, Cursor.Written(row.FirstDay), row.Number));
        var ring = await vault.OfAsync(page.Rows.Select(r => r.Id), cancellationToken);
        return page with { Rows = [.. page.Rows.Select(r => r with { Title = ring.Of(r.Id).Title(r.SealedTitle) })] };
    }

    private IQueryable<Campaign> Matching(CampaignCriteria wanted)
    {
        var campaigns = db.Campaigns.AsNoTracking();
        campaigns = wanted.Narrative is { } narrative ? campaigns.Where(c => c.Narratives.Any(n => n.Code == narrative)) : campaigns;
        campaigns = wanted.Outlet is { } outlet ? campaigns.Where(c => c.Outlets.Any(o => o.KindCode == outlet)) : campaigns;
        campaigns = wanted.Official is { } official ? campaigns.Where(c => c.Speakers.Any(s => s.IsOfficial) == official) : campaigns;
        campaigns = wanted.Owner is { } owner ? campaigns.Where(c => c.OwnerId == owner) : campaigns;

        // An unknown date is kept as the first day of the calendar: it lies in no range.
        campaigns = wanted.From is { } from ? campaigns.Where(c => c.FirstSeen.Latest >= from) : campaigns;
        return wanted.To is { } to ? campaigns.Where(c => c.FirstDay <= to && c.FirstDay != DateOnly.MinValue) : campaigns;
    }

    /// <returns>The campaigns from the cursor on, in the direction of reading; null if the cursor holds no day.</returns>
    private static IQueryable<Campaign>? From(IQueryable<Campaign> campaigns, Cursor? at)
    {
        if (at is null)
        {
            return campaigns.OrderByDescending(c => c.FirstDay).ThenByDescending(c => c.Number);
        }

        if (at.Day is not { } day)
        {
            return null;
        }

        var number = at.Key;
        return at.Backwards
            ? campaigns.Where(c => c.FirstDay >= day && (c.FirstDay > day || string.Compare(c.Number, number) > 0)).OrderBy(c => c.FirstDay).ThenBy(c => c.Number)
            : campaigns.Where(c => c.FirstDay <= day && (c.FirstDay < day || string.Compare(c.Number, number) < 0)).OrderByDescending(c => c.FirstDay).ThenByDescending(c => c.Number);
    }
}
