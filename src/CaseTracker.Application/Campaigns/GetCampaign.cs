using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Campaigns;

/// <summary>One campaign with those of its incidents that the reader sees, a page at a time: the others are neither shown nor counted.</summary>
/// <param name="Members">Cursor of a page of those that belong; the first if empty.</param>
/// <param name="Former">Cursor of a page of those that were taken out.</param>
/// <param name="Only">Number of the one incident that is asked for; all of them if empty.</param>
[Requires(Permission.SeeCampaigns)]
public sealed record GetCampaign(string Number, string? Members = null, string? Former = null, string? Only = null) : ITracedRead<Result<CampaignView>>
{
    public string? RecordIn(Result<CampaignView> answer) => Number;

    /// <summary>With the incidents whose titles and reasons it shows.</summary>
    public IEnumerable<string> RecordsIn(Result<CampaignView> answer) =>
        answer.Value.Members.Rows.Concat(answer.Value.Former.Rows).Where(m => !m.IsErased).Select(m => m.Number).Distinct().Prepend(Number);
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
    Page<MemberIncident> Members,
    Page<MemberIncident> Former,
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
    /// <summary>Incidents on a page, of those that belong and of those that were taken out.</summary>
    public const int PageSize = 50;

    public async Task<Result<CampaignView>> Handle(GetCampaign request, CancellationToken cancellationToken)
    {
        trail.OfCampaign(request.Number);
        var campaign = await db.Campaigns.AsNoTracking().Whole().FindAsync(request.Number, cancellationToken);
        if (campaign is null)
        {
            return SharedErrors.NotFound;
        }

        var ids = campaign.Incidents.Select(i => i.IncidentId).Distinct().ToList();
        var places = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id) && (request.Only == null || i.Number == request.Only)).Select(i => new { i.Id, i.FirstDay, i.Number }).ToDictionaryAsync(i => i.Id, i => (i.FirstDay, i.Number), cancellationToken);
        var members = CampaignMembers.Page(campaign.Incidents.Where(i => i.Belongs), places, request.Members);
        var former = CampaignMembers.Page(campaign.Incidents.Where(i => !i.Belongs), places, request.Former);
        if (!members.IsSuccess || !former.IsSuccess)
        {
            return PagingErrors.BadCursor;
        }

        var shown = members.Value.Rows.Concat(former.Value.Rows).Select(i => i.IncidentId).Distinct().ToList();
        var incidents = await db.Incidents.AsNoTracking().Include(i => i.Acts).Where(i => shown.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        var ring = await vault.FetchAsync([KeyOwner.Of(campaign.Id), .. incidents.Keys.Select(KeyOwner.Of)], cancellationToken);
        var keys = ring.Of(campaign.Id);
        List<CampaignIncident> seen = [.. members.Value.Rows, .. former.Value.Rows];
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
            Shown(members.Value),
            Shown(former.Value),
            names.Of(campaign.OwnerId),
            await db.Teams.Where(t => t.Id == campaign.TeamId).Select(t => t.Name).SingleAsync(cancellationToken),
            campaign.CreatedAt,
            campaign.IsDemonstration,
            campaign.ErasedAt is null && current.Actor.Leads(campaign),
            await db.ErasedAsync(campaign.ErasedAt, e => e.CampaignId == campaign.Id, cancellationToken));

        Page<MemberIncident> Shown(Page<CampaignIncident> page) =>
            new([.. page.Rows.Select(m => Opened(campaign.Id, m, incidents[m.IncidentId], ring.Of(m.IncidentId), names))], page.Before, page.After, page.Total);
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
