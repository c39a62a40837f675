using System.Security.Cryptography;
using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Application.Confidentiality;

/// <summary>
/// Says that a sealed value did not open: a line in the trail each time, and a notice to auditors and administrators once a day
/// for each record and column. In a transaction of its own, because the one that met the value is rolled back.
/// </summary>
public sealed partial class SealAlarm(IServiceScopeFactory scopes, IDatabaseFaults faults, ILogger<SealAlarm> logger)
{
    /// <summary>Name of the line in the trail.</summary>
    public const string Action = "SealBroken";

    /// <summary>The same where the key is lost.</summary>
    public const string KeyMissing = nameof(KeyMissing);

    /// <summary>Never fails: whoever calls it is on the way to refuse, and refuses whether the alarm could be stored or not.</summary>
    /// <param name="actor">Who met it; null for a job or a command of the operator.</param>
    public async Task RaiseAsync(MemberId? actor, SealBrokenException broken)
    {
        if (broken.IsReported)
        {
            return;
        }

        broken.IsReported = true;
        if (broken.IsKeyMissing)
        {
            LogKeyMissing(logger, broken.Place, broken.Owner.Kind);
        }
        else
        {
            LogBroken(logger, broken.Place, broken.Owner.Kind);
        }

        try
        {
            await StoreAsync(actor, broken);
        }
#pragma warning disable CA1031 // A trail that cannot be written must not turn the refusal into another fault.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotStored(logger, fault.GetBaseException().GetType().Name);
        }
    }

    private async Task StoreAsync(MemberId? actor, SealBrokenException broken)
    {
        try
        {
            await StoreAsync(actor, broken, tell: true);
        }
        catch (DbUpdateException fault) when (faults.IsUniqueViolation(fault))
        {
            // Somebody else met it at the same moment and told: what is left is the line.
            await StoreAsync(actor, broken, tell: false);
        }
    }

    // Not cancelled with the request: who is refused and goes away must not take the alarm along.
    private async Task StoreAsync(MemberId? actor, SealBrokenException broken, bool tell)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var subject = await SubjectAsync(db, broken.Owner);
        work.Append(AuditEntry.Of(work.Now, actor, broken.IsKeyMissing ? KeyMissing : Action, AuditOutcome.Denied, subject, broken.Place));
        if (tell)
        {
            var today = scope.ServiceProvider.GetRequiredService<Calendar>().Today;
            db.Notices.AddRange(await NoticesAsync(db, broken, subject, today, work.Now));
        }

        await work.SaveAsync(CancellationToken.None);
    }

    private static async Task<string?> SubjectAsync(ICaseTrackerDb db, KeyOwner owner)
    {
        var (incident, person, campaign, intervention) = (IncidentId.From(owner.Id), PersonId.From(owner.Id), CampaignId.From(owner.Id), InterventionId.From(owner.Id));
        return owner.Kind switch
        {
            KeyKind.Incident => await db.Incidents.Where(i => i.Id == incident).Select(i => i.Number).SingleOrDefaultAsync(),
            KeyKind.Person => await db.People.Where(p => p.Id == person).Select(p => p.Pseudonym).SingleOrDefaultAsync(),
            KeyKind.Campaign => await db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Number).SingleOrDefaultAsync(),
            KeyKind.Intervention => await db.Releases
                .Where(r => r.Asks.Any(a => db.Interventions.Any(i => i.Id == intervention && i.AskId == a.Id)))
                .Select(r => r.Key).SingleOrDefaultAsync(),
            _ => null,
        };
    }

    /// <summary>Administrators learn that their database was altered and where, but not of whose case it is.</summary>
    private static async Task<IEnumerable<Notice>> NoticesAsync(ICaseTrackerDb db, SealBrokenException broken, string? subject, DateOnly today, DateTimeOffset now)
    {
        var watching = await db.Members.Where(m => m.IsActive && (m.Role == Role.Auditor || m.Role == Role.Administrator)).Select(m => new { m.Id, m.Role }).ToListAsync();
        var what = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{broken.Place}|{broken.Owner}")).AsSpan(0, 16));
        var occasion = FormattableString.Invariant($"{(broken.IsKeyMissing ? "key" : "seal")}:{today:yyyyMMdd}:{what}");
        var told = await db.Notices.Where(n => n.Key.StartsWith(occasion)).Select(n => n.MemberId).ToListAsync();
        return watching.Where(m => !told.Contains(m.Id))
            .Select(m => Notice.Alarm(m.Id, $"{occasion}:{m.Id.Value:N}", broken.IsKeyMissing ? NoticeKind.KeyMissing : NoticeKind.SealBroken, m.Role == Role.Auditor ? subject : null, broken.Place, now));
    }

    [LoggerMessage(LogLevel.Critical, "A sealed value of {Place} ({Kind}) does not open: it was altered or moved")]
    private static partial void LogBroken(ILogger logger, string place, KeyKind kind);

    [LoggerMessage(LogLevel.Critical, "A sealed value of {Place} ({Kind}) does not open: its key is gone without having been destroyed")]
    private static partial void LogKeyMissing(ILogger logger, string place, KeyKind kind);

    [LoggerMessage(LogLevel.Critical, "The alarm about a broken seal could not be stored: {Fault}")]
    private static partial void LogNotStored(ILogger logger, string fault);
}
