using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>What every order to erase has in common.</summary>
public sealed class ErasureOrders(ICaseTrackerDb db, IKeyShredder keys, CurrentActor current, Calendar calendar)
{
    /// <summary>Adds the order to the running transaction, with those of the records that have a key to destroy.</summary>
    public async Task<Result<Erasure>> OrderAsync(ErasureSubject about, ErasureGround? ground, IReadOnlyCollection<ErasedRecord> records, CancellationToken cancellationToken)
    {
        var standing = await keys.StandingAsync([.. records.Select(KeyOwner.Of)], cancellationToken);
        var ordered = Erasure.Order(
            ErasureId.New(calendar.Now),
            about,
            ground,
            records.Where(r => standing.Contains(KeyOwner.Of(r))),
            current.Actor.Role ?? default,
            new Stamp(current.MemberId, calendar.Now));
        if (ordered.TryGet(out var erasure))
        {
            db.Erasures.Add(erasure);
        }

        return ordered;
    }

    public static IEnumerable<Refusal> Check(string? confirmation, string expected, Refusal differs, bool understood)
    {
        if (!string.Equals(confirmation?.Trim(), expected, StringComparison.OrdinalIgnoreCase))
        {
            yield return string.IsNullOrWhiteSpace(confirmation) ? SharedErrors.Required.On(differs.Field!) : differs;
        }

        if (!understood)
        {
            yield return ErasureErrors.NotUnderstood;
        }
    }

    /// <summary>Who answers for a campaign or tracks a release learns of it, unless they did it. No letter goes out: letters name an incident.</summary>
    /// <param name="subject">Number of the campaign, or id of the intervention.</param>
    public void Tell(MemberId member, NoticeKind kind, string subject, Erasure erasure)
    {
        if (member != current.MemberId)
        {
            db.Notices.Add(Notice.OfErased(member, $"erased:{erasure.Id.Value:N}", kind, subject, calendar.Now));
        }
    }

    /// <summary>The owner learns of it, unless they did it.</summary>
    public void Tell(Incident incident, NoticeKind kind, Erasure erasure)
    {
        if (incident.OwnerId == current.MemberId)
        {
            return;
        }

        var notice = Notice.To(incident.OwnerId, $"erased:{erasure.Id.Value:N}:{incident.Id.Value:N}", kind, incident.Id, calendar.Now);
        db.Notices.Add(notice);
        if (!incident.IsDemonstration)
        {
            db.OutgoingMail.Add(OutgoingMail.About(notice));
        }
    }
}

public static class ErasedWork
{
    /// <summary>What was planned about the incident, and what was awaited of an authority, ends with it.</summary>
    public static async Task EndWorkAsync(this ICaseTrackerDb db, IncidentId incident, Stamp stamp, CancellationToken cancellationToken)
    {
        await db.EndFollowUpsAsync(incident, stamp, cancellationToken);
        foreach (var intervention in await db.Interventions.WithParts().Where(i => i.IncidentId == incident && i.State == InterventionState.Awaiting).ToListAsync(cancellationToken))
        {
            intervention.EndWithIncident(stamp);
        }
    }

    private static async Task EndFollowUpsAsync(this ICaseTrackerDb db, IncidentId incident, Stamp stamp, CancellationToken cancellationToken)
    {
        foreach (var followUp in await db.FollowUps.Where(f => f.IncidentId == incident && f.Status == FollowUpStatus.Open).ToListAsync(cancellationToken))
        {
            followUp.EndWithIncident(stamp);
        }
    }
}
