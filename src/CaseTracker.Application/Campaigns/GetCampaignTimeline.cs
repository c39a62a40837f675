using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>The campaign and everything about those of its incidents that the reader sees, in the order in which it happened.</summary>
[Requires(Permission.SeeCampaigns)]
public sealed record GetCampaignTimeline(string Number, IReadOnlyCollection<TimelineClass> Classes, string? At = null) : ITracedRead<Result<Timeline>>
{
    public string? RecordIn(Result<Timeline> answer) => Number;

    /// <summary>It shows texts of each of the incidents: whoever answers for one finds there who read it.</summary>
    public IEnumerable<string> RecordsIn(Result<Timeline> answer) => answer.Value.Entries.Select(e => e.Number).Where(n => n.Length > 0).Distinct().Prepend(Number);
}

public sealed class GetCampaignTimelineHandler(ICaseTrackerDb db, IVault vault, TimelineReading reading, Trail trail) : IRequestHandler<GetCampaignTimeline, Result<Timeline>>
{
    public async Task<Result<Timeline>> Handle(GetCampaignTimeline request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.AsNoTracking().Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null || await db.IncidentsOfCampaignAsync(request.Number, cancellationToken) is not { } belonging)
        {
            return SharedErrors.NotFound;
        }

        // Asked of the incidents, whose filter knows what the reader sees: of the others not even the coming and going is told.
        var ever = campaign.Incidents.Select(i => i.IncidentId).Distinct().ToList();
        var seen = await db.Incidents.Where(i => ever.Contains(i.Id)).Select(i => new { i.Id, i.Number }).ToDictionaryAsync(i => i.Id, i => i.Number, cancellationToken);
        var ring = await vault.FetchAsync([KeyOwner.Of(campaign.Id), .. seen.Keys.Select(KeyOwner.Of)], cancellationToken);
        var members = belonging.Incidents.ToList();
        var found = await reading.OfAsync(
            db.Incidents.Where(i => members.Contains(i.Id)),
            new(request.Classes, request.At),
            cancellationToken,
            own: [.. Own(campaign, ring.Of(campaign.Id)), .. campaign.Incidents.Where(i => seen.ContainsKey(i.IncidentId)).SelectMany(i => Belonging(campaign.Id, i, seen[i.IncidentId], ring.Of(i.IncidentId)))]);
        return found.TryGet(out var told) ? told! : Result<Timeline>.Refused(found.Refusals);
    }

    /// <summary>What has no date at all has no place in an order of time; the page of the campaign says it.</summary>
    private static IEnumerable<TimelineItem> Own(Campaign campaign, CampaignKeys keys)
    {
        if (campaign.FirstSeen.IsKnown)
        {
            yield return new(Entry(TimelineEvent.CampaignFirstSeen) with { On = campaign.FirstSeen }, null, campaign.FirstSeen.FirstFrom(null));
        }

        yield return new(Entry(TimelineEvent.CampaignRecorded) with { At = campaign.CreatedAt }, campaign.OwnerId);
        foreach (var address in campaign.Addresses)
        {
            if (address.ArchivedOn is { } day)
            {
                yield return new(Entry(TimelineEvent.CampaignArchived) with { On = PartialDate.OnDay(day), Note = keys.Part(SealedFields.ArchivedAddress, address.Sequence, address.Url) }, null, day);
            }
        }
    }

    private static IEnumerable<TimelineItem> Belonging(CampaignId campaign, CampaignIncident member, string number, IncidentKeys keys)
    {
        yield return new(Entry(TimelineEvent.IncidentJoined, number) with { At = member.AddedAt, Because = keys.BelongsBecause(campaign, member) }, member.AddedBy);
        if (member.RemovedAt is { } removed)
        {
            yield return new(Entry(TimelineEvent.IncidentLeft, number) with { At = removed, Because = keys.LeftBecause(campaign, member) }, member.RemovedBy);
        }
    }

    private static TimelineEntry Entry(TimelineEvent what, string number = "") => new(TimelineClass.Campaign, what, null, null, number, []);
}
