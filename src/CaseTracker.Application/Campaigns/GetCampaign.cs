using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>One campaign with those of its incidents that the reader sees: the others are neither shown nor counted.</summary>
[Requires(Permission.SeeCampaigns)]
public sealed record GetCampaign(string Number) : ITracedRead<Result<CampaignView>>
{
    public string? RecordIn(Result<CampaignView> answer) => Number;

    /// <summary>With the incidents whose titles and reasons it shows.</summary>
    public IEnumerable<string> RecordsIn(Result<CampaignView> answer) =>
        answer.Value.Members.Concat(answer.Value.Former).Where(m => !m.IsErased).Select(m => m.Number).Distinct().Prepend(Number);
}

/// <param name="Members">In the order of time.</param>
/// <param name="Former">Those that were taken out again.</param>
public sealed record CampaignView(
    string Number,
    string Title,
    string? Description,
    PartialDate FirstSeen,
    IReadOnlyList<string> Narratives,
    IReadOnlyList<OutletView> Outlets,
    IReadOnlyList<SpeakerView> Speakers,
    ReachToRecord Reach,
    IReadOnlyList<ArchivedView> Addresses,
    IReadOnlyList<MemberIncident> Members,
    IReadOnlyList<MemberIncident> Former,
    string Owner,
    string Team,
    DateTimeOffset StartedAt,
    bool IsDemonstration,
    bool MayLead,
    ErasedView? Erased);

public sealed record OutletView(string Kind, string Name);

public sealed record SpeakerView(string Label, bool IsOfficial, string? Perpetrator);

public sealed record ArchivedView(string Url, DateOnly? ArchivedOn);

/// <param name="Title">The word for it where the incident was erased; so are the reasons then, and where the campaign was.</param>
/// <param name="Removed">Null while it belongs.</param>
public sealed record MemberIncident(string Number, string Title, PartialDate StartedOn, IReadOnlyList<string> Acts, bool IsErased, SaidOfMember Added, SaidOfMember? Removed);

public sealed record SaidOfMember(string By, DateTimeOffset At, string Reason);

public sealed class GetCampaignHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Trail trail) : IRequestHandler<GetCampaign, Result<CampaignView>>
{
    public async Task<Result<CampaignView>> Handle(GetCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.AsNoTracking().Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        var ids = campaign.Incidents.Select(i => i.IncidentId).Distinct().ToList();
        var incidents = await db.Incidents.AsNoTracking().Include(i => i.Acts).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        var ring = await vault.FetchAsync([KeyOwner.Of(campaign.Id), .. incidents.Keys.Select(KeyOwner.Of)], cancellationToken);
        var keys = ring.Of(campaign.Id);
        var seen = campaign.Incidents.Where(i => incidents.ContainsKey(i.IncidentId)).ToList();
        var names = await db.Members.NamesAsync([campaign.OwnerId, .. seen.Select(i => i.AddedBy), .. seen.Select(i => i.RemovedBy).OfType<MemberId>()], cancellationToken);
        return new CampaignView(
            campaign.Number,
            keys.Title(campaign.Title),
            keys.Own(SealedFields.CampaignDescription, campaign.Description),
            campaign.FirstSeen,
            [.. campaign.Narratives.Select(n => n.Code).Order(StringComparer.Ordinal)],
            [.. campaign.Outlets.Select(o => new OutletView(o.KindCode, keys.Part(SealedFields.OutletName, o.Sequence, o.Name)))],
            [.. campaign.Speakers.Select(s => new SpeakerView(keys.Part(SealedFields.SpeakerLabel, s.Sequence, s.Label), s.IsOfficial, s.PerpetratorCode))],
            new ReachToRecord(campaign.Reach, campaign.ReachUnitCode, campaign.ReachOn),
            [.. campaign.Addresses.Select(a => new ArchivedView(keys.Part(SealedFields.ArchivedAddress, a.Sequence, a.Url), a.ArchivedOn))],
            [.. Shown(seen.Where(i => i.Belongs))],
            [.. Shown(seen.Where(i => !i.Belongs))],
            names.Of(campaign.OwnerId),
            await db.Teams.Where(t => t.Id == campaign.TeamId).Select(t => t.Name).SingleAsync(cancellationToken),
            campaign.CreatedAt,
            campaign.IsDemonstration,
            campaign.ErasedAt is null && current.Actor.Leads(campaign),
            await db.ErasedAsync(campaign.ErasedAt, e => e.CampaignId == campaign.Id, cancellationToken));

        IEnumerable<MemberIncident> Shown(IEnumerable<CampaignIncident> members) =>
            from member in members
            let incident = incidents[member.IncidentId]
            orderby incident.FirstDay, incident.Number
            select Opened(campaign.Id, member, incident, ring.Of(incident.Id), names);
    }

    private static MemberIncident Opened(CampaignId campaign, CampaignIncident member, Incident incident, IncidentKeys keys, MemberNames names) => new(
        incident.Number,
        keys.Title(incident.Title),
        incident.StartedOn,
        [.. incident.Acts.OrderBy(a => a.Sequence).Select(a => a.Code).Distinct()],
        incident.ErasedAt is not null,
        new SaidOfMember(names.Of(member.AddedBy), member.AddedAt, keys.BelongsBecause(campaign, member)),
        member.RemovedAt is { } removed
            ? new SaidOfMember(names.Of(member.RemovedBy), removed, keys.LeftBecause(campaign, member))
            : null);
}
