using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Interventions as they are shown, for one page in as many trips as for one of them.</summary>
public sealed class InterventionReader(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar)
{
    /// <param name="interventions">With their parts, and only such as the actor sees.</param>
    public async Task<IReadOnlyList<InterventionView>> ReadAsync(IReadOnlyCollection<Intervention> interventions, CancellationToken cancellationToken)
    {
        if (interventions.Count == 0)
        {
            return [];
        }

        var incidents = await IncidentsAsync(interventions, cancellationToken);
        var asks = await AsksAsync(interventions, cancellationToken);
        var names = await db.Members.NamesAsync(interventions.SelectMany(WhoIn), cancellationToken);
        var orders = await OrdersAsync(interventions, cancellationToken);
        var settled = await SettledAsync(interventions, cancellationToken);
        var ring = await vault.FetchAsync([.. interventions.Select(KeyOwner.Of), .. incidents.Keys.Select(KeyOwner.Of)], cancellationToken);
        return [.. interventions.Select(i => View(i, i.IncidentId is { } id ? incidents[id] : null, i.AskId is { } ask ? asks[ask] : null, i.ErasedAt is { } erased ? ErasedView.Of(erased, orders.GetValueOrDefault(i.Id)) : null, names, ring) with { IsReminderSettled = settled.Contains(i.Id) })];
    }

    private async Task<HashSet<InterventionId>> SettledAsync(IEnumerable<Intervention> interventions, CancellationToken cancellationToken)
    {
        var overdue = interventions.Where(i => i is { IncidentId: not null, ReminderId: not null, IsAwaiting: true } && i.DueOn < calendar.Today).ToList();
        var reminders = overdue.ConvertAll(i => i.ReminderId!.Value);
        var settled = overdue.Count == 0 ? [] : await db.FollowUps.Where(f => reminders.Contains(f.Id) && f.Status != FollowUpStatus.Open).Select(f => f.Id).ToListAsync(cancellationToken);
        return [.. overdue.Where(i => settled.Contains(i.ReminderId!.Value)).Select(i => i.Id)];
    }

    private InterventionView View(Intervention intervention, IncidentOf? incident, AboutAsk? ask, ErasedView? erased, MemberNames names, IKeyRing ring)
    {
        var keys = new InterventionKeys(ring, intervention);
        return new(
            intervention.Id,
            intervention.Version,
            incident is null ? null : new AboutIncident(incident.Number, ring.Of(incident.Id).Title(incident.Title), incident.Paths.FirstOrDefault(p => p.Id == intervention.ProceedingId), incident.IsErased),
            ask,
            intervention.TypeCode,
            keys.Own(SealedFields.InterventionAddressee, intervention.Addressee),
            keys.Own(SealedFields.InterventionSummary, intervention.Summary),
            intervention.SentOn,
            intervention.DueOn,
            intervention.State.On(intervention.DueOn, calendar.Today),
            intervention.GradeCode,
            names.Of(intervention.RecordedBy),
            intervention.CreatedAt,
            [.. intervention.Replies.OrderBy(r => r.Sequence).Select(r => View(intervention, r, names, keys))],
            [.. intervention.DueChanges.OrderBy(c => c.Sequence).Select(c => new DueChangeView(c.From, c.To, keys.Part(SealedFields.DueReason, c.Sequence, c.Reason)!, names.Of(c.By), c.At))],
            intervention.ClosedAt is { } closed ? new ClosingView(keys.Own(SealedFields.InterventionClosing, intervention.CloseReason), names.Of(intervention.ClosedBy), closed) : null,
            erased is null && (incident?.MayWork ?? current.Actor.May(Permission.WorkOnIncidents)),
            erased is null && incident is null && current.Actor.May(Permission.EraseRecords),
            erased,
            intervention.IsDemonstration);
    }

    private static ReplyView View(Intervention intervention, Reply reply, MemberNames names, InterventionKeys keys) => new(
        reply.Sequence,
        reply.ReceivedOn,
        reply.IsAcknowledgement,
        reply.Code,
        keys.Part(SealedFields.ReplySubstance, reply.Sequence, reply.Substance),
        reply.Corrects,
        StageHistory.Replacing(intervention.Replies, reply) is { IsWithdrawal: false } correction ? correction.Sequence : null,
        StageHistory.Replacing(intervention.Replies, reply) is { IsWithdrawal: true } withdrawal ? withdrawal.Sequence : null,
        reply.IsWithdrawal,
        [.. (reply.IsWithdrawal ? [] : intervention.GradingsOf(reply.Sequence))
            .Select(g => new GradingView(g.GradeCode, keys.Part(SealedFields.GradingReason, g.Sequence, g.Reason)!, names.Of(g.By), g.At))],
        names.Of(reply.RecordedBy),
        reply.RecordedAt);

    private async Task<Dictionary<IncidentId, IncidentOf>> IncidentsAsync(IEnumerable<Intervention> interventions, CancellationToken cancellationToken)
    {
        var ids = interventions.Select(i => i.IncidentId).OfType<IncidentId>().Distinct().ToList();
        var paths = interventions.Select(i => i.ProceedingId).OfType<ProceedingId>().Distinct().ToList();
        var workedOn = await db.Incidents.Where(i => ids.Contains(i.Id)).Where(NeedToKnow.WorkOf(current.Actor, calendar.Now)).Select(i => i.Id).ToHashSetAsync(cancellationToken);
        var asked = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id))
            .SelectMany(i => i.Proceedings.Where(p => paths.Contains(p.Id)), (i, p) => new { Incident = i.Id, p.Id, p.KindCode, p.AuthorityCode })
            .ToListAsync(cancellationToken);
        var authorities = await db.Authorities.NamesAsync(asked.Select(a => a.AuthorityCode), cancellationToken);
        var found = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Number, i.Title, i.ErasedAt }).ToListAsync(cancellationToken);
        return found.ToDictionary(i => i.Id, i => new IncidentOf(i.Id, i.Number, i.Title, [.. asked.Where(a => a.Incident == i.Id).Select(a => new AboutPath(a.Id, a.KindCode, a.AuthorityCode is { } code ? authorities.GetValueOrDefault(code)?.Name : null))], workedOn.Contains(i.Id), i.ErasedAt is not null));
    }

    private async Task<Dictionary<AskId, AboutAsk>> AsksAsync(IEnumerable<Intervention> interventions, CancellationToken cancellationToken)
    {
        var ids = interventions.Select(i => i.AskId).OfType<AskId>().Distinct().ToList();
        var releases = ids.Count == 0 ? [] : await db.Releases.AsNoTracking().Include(r => r.Asks).Where(r => r.Asks.Any(a => ids.Contains(a.Id))).ToListAsync(cancellationToken);
        return releases.SelectMany(r => r.Asks, (r, a) => (a.Id, About: new AboutAsk(r.Key, r.Title, a.Key, a.Addressee, a.Text))).ToDictionary(a => a.Id, a => a.About);
    }

    private async Task<Dictionary<InterventionId, Erasure>> OrdersAsync(IEnumerable<Intervention> interventions, CancellationToken cancellationToken)
    {
        var ids = interventions.Where(i => i.ErasedAt is not null).Select(i => i.Id).ToList();
        return ids.Count == 0 ? [] : await db.Erasures.AsNoTracking().Where(e => ids.Contains(e.InterventionId!.Value)).ToDictionaryAsync(e => e.InterventionId!.Value, cancellationToken);
    }

    private static IEnumerable<MemberId> WhoIn(Intervention intervention) =>
    [
        intervention.RecordedBy,
        .. intervention.Replies.Select(r => r.RecordedBy),
        .. intervention.Gradings.Select(g => g.By),
        .. intervention.DueChanges.Select(c => c.By),
        .. intervention.ClosedBy is { } closed ? [closed] : Array.Empty<MemberId>(),
    ];

    private sealed record IncidentOf(IncidentId Id, string Number, Domain.Confidentiality.Sealed<string> Title, IReadOnlyList<AboutPath> Paths, bool MayWork, bool IsErased);
}
