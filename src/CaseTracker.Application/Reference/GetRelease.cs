using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>One release, all of it, and a page of the incidents that cite it and that the reader may see.</summary>
/// <param name="After">Number of the last incident of the page before; null for the first page.</param>
[Requires(Permission.SeeReference)]
public sealed record GetRelease(string Key, string? After = null) : IQuery<Result<ReleaseView>>;

public sealed class GetReleaseHandler(ICaseTrackerDb db, IVault vault, Calendar calendar) : IRequestHandler<GetRelease, Result<ReleaseView>>
{
    public const int PageSize = 25;

    public async Task<Result<ReleaseView>> Handle(GetRelease request, CancellationToken cancellationToken)
    {
        var release = await db.Releases.AsNoTracking().WithParts().SingleOrDefaultAsync(r => r.Key == request.Key, cancellationToken);
        if (release is null)
        {
            return SharedErrors.NotFound;
        }

        var keys = release.Signatories.Select(s => s.MandateHolderKey).Concat(release.Statements.Select(s => s.SpeakerKey)).Distinct().ToList();
        var holders = await db.MandateHolders.AsNoTracking().Where(h => keys.Contains(h.Key))
            .ToDictionaryAsync(h => h.Key, h => new HolderView(h.Key, h.Name, h.Mandate, [release.Key]), cancellationToken);
        var authors = await db.Members.NamesAsync(release.Asks.SelectMany(a => a.Changes).Select(c => c.By), cancellationToken);
        var tracked = await TrackedAsync(release, cancellationToken);
        return new ReleaseView(
            release.Key,
            release.Version,
            release.ToHead(),
            [.. release.Signatories.Select(s => holders[s.MandateHolderKey])],
            [.. release.Statements.GroupBy(s => s.SpeakerKey).Select(g => new SpokenView(holders[g.Key], [.. g.Select(s => s.Text)]))],
            [.. release.Findings.Select(f => new FindingContents(f.Text, f.Acts, f.Narratives))],
            [.. release.Asks.Select(a => ViewOf(a, authors, tracked[a.Id]))],
            [.. release.Affected.Select(a => a.Text)],
            [.. release.Effects.Select(e => e.Text)],
            MissionView.Of(release.Mission),
            await CitingAsync(release.Id, request.After, cancellationToken));
    }

    private static AskView ViewOf(Ask ask, MemberNames authors, IEnumerable<TrackedAsk> tracked) => new(
        ask.Key, ask.Kind, ask.Addressee, ask.Text, ask.StatusCode,
        [.. ask.Changes.Select(c => new ImplementationView(c.StatusCode, c.Reason, c.On, authors.Of(c.By), c.At))],
        [.. tracked]);

    private async Task<ILookup<AskId, TrackedAsk>> TrackedAsync(Release release, CancellationToken cancellationToken)
    {
        var asks = release.Asks.Select(a => a.Id).ToList();
        var found = await db.Interventions.AsNoTracking().WithParts().Where(i => i.IncidentId == null && i.AskId != null && asks.Contains(i.AskId.Value))
            .OrderByDescending(i => i.SentFrom).ThenByDescending(i => i.Id)
            .ToListAsync(cancellationToken);
        return found.ToLookup(i => i.AskId!.Value, i => new TrackedAsk(i.Id, i.TypeCode, i.SentOn, i.DueOn, i.State.On(i.DueOn, calendar.Today), i.Answer?.Code, i.GradeCode));
    }

    private async Task<CitingIncidents> CitingAsync(ReleaseId release, string? after, CancellationToken cancellationToken)
    {
        var citing = db.Incidents.AsNoTracking().Where(i => i.Citations.Any(c => c.ReleaseId == release));
        var rest = after is { Length: > 0 and <= Incident.NumberLimit } ? citing.Where(i => string.Compare(i.Number, after) < 0) : citing;
        var fetched = await rest.OrderByDescending(i => i.Number)
            .Take(PageSize + 1)
            .Select(i => new { i.Id, i.Number, i.Title, i.StartedOn, i.HighestStage, i.LowestStage, i.Verification })
            .ToListAsync(cancellationToken);
        var keys = await vault.OfAsync(fetched.Select(i => i.Id), cancellationToken);
        List<CitingIncident> rows =
            [.. fetched.Take(PageSize).Select(i => new CitingIncident(i.Number, keys.Of(i.Id).Title(i.Title), i.StartedOn, i.HighestStage, i.LowestStage, i.Verification))];
        return new CitingIncidents(await citing.CountAsync(cancellationToken), rows, fetched.Count > PageSize ? rows[^1].Number : null, string.IsNullOrEmpty(after));
    }
}
