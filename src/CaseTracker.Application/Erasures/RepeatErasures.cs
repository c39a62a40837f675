using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>
/// A restored backup knows nothing of what was erased after it. One of the keys brings keys back: they are destroyed again.
/// One of the database brings back the index and has no mark: both follow what the key database knows to be destroyed.
/// </summary>
public sealed class RepeatErasures(ICaseTrackerDb db, IUnitOfWork work, IKeyShredder keys, IDatabaseSweep sweep, IIdentityRegister identities, IncidentIndex index) : IRecurringWork
{
    public const string Job = "repeat-erasures";

    /// <summary>As the trail names it.</summary>
    public const string Action = "RepeatErasure";

    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await DestroyAgainAsync(cancellationToken) + await MarkAgainAsync(cancellationToken) + await MarkOthersAgainAsync(cancellationToken);

    private async Task<int> DestroyAgainAsync(CancellationToken cancellationToken)
    {
        var finished = await db.Erasures.AsNoTracking().Include(e => e.Keys).Where(e => e.FinishedAt != null).ToListAsync(cancellationToken);
        var standing = await keys.StandingAsync([.. finished.SelectMany(e => e.Keys).Select(KeyOwner.Of)], cancellationToken);
        if (standing.Count == 0)
        {
            return 0;
        }

        await keys.DestroyAsync(standing, cancellationToken);
        await StoreAsync(finished.Where(e => e.Keys.Any(k => standing.Contains(KeyOwner.Of(k)))).Select(e => (e.Subject, e.Detail)), cancellationToken);
        return standing.Count;
    }

    private async Task<int> MarkAgainAsync(CancellationToken cancellationToken)
    {
        var ofIncidents = await keys.DestroyedAsync(KeyKind.Incident, cancellationToken);
        var ofPeople = await keys.DestroyedAsync(KeyKind.Person, cancellationToken);
        var incidents = ofIncidents.Keys.Select(IncidentId.From).ToList();
        var people = ofPeople.Keys.Select(PersonId.From).ToList();
        var unmarked = await db.Incidents.WithAccess().Include(i => i.Proceedings).Where(i => i.ErasedAt == null && incidents.Contains(i.Id)).ToListAsync(cancellationToken);
        var named = await db.People.Where(p => p.ErasedAt == null && people.Contains(p.Id)).ToListAsync(cancellationToken);
        if (unmarked.Count + named.Count == 0)
        {
            return 0;
        }

        await using var transaction = await work.BeginAsync(cancellationToken);
        foreach (var incident in unmarked)
        {
            // Who ordered it is in the trail that was lost; the owner stands in where a person must be named.
            var stamp = new Stamp(incident.OwnerId, ofIncidents[incident.Id.Value]);
            incident.Erase(stamp);
            await index.RemoveAsync(incident.Id, cancellationToken);
            await db.EndWorkAsync(incident.Id, stamp, cancellationToken);
        }

        named.ForEach(p => p.Erase(new Stamp(p.CreatedBy, ofPeople[p.Id.Value])));
        await identities.ForgetAsync([.. named.Select(p => p.Id)], cancellationToken);
        Append([.. unmarked.Select(i => (i.Number, (string?)null)), .. named.Select(p => (p.Pseudonym, (string?)null))]);
        await work.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await sweep.EmptyLogAsync(cancellationToken);
        return unmarked.Count + named.Count;
    }

    /// <summary>What hangs on no incident. A campaign is also looked at once more for reasons that somebody wrote while its order was given.</summary>
    private async Task<int> MarkOthersAgainAsync(CancellationToken cancellationToken)
    {
        var ofCampaigns = await keys.DestroyedAsync(KeyKind.Campaign, cancellationToken);
        var ofTracking = await keys.DestroyedAsync(KeyKind.Intervention, cancellationToken);
        var campaigns = ofCampaigns.Keys.Select(CampaignId.From).ToList();
        var tracking = ofTracking.Keys.Select(InterventionId.From).ToList();
        var unmarked = await db.Campaigns.Include(c => c.Incidents)
            .Where(c => campaigns.Contains(c.Id) && (c.ErasedAt == null || c.Incidents.Any(i => i.Reason != null || i.RemovalReason != null)))
            .ToListAsync(cancellationToken);
        var tracked = await db.Interventions.WithParts().Where(i => i.ErasedAt == null && tracking.Contains(i.Id)).ToListAsync(cancellationToken);
        if (unmarked.Count + tracked.Count == 0)
        {
            return 0;
        }

        foreach (var campaign in unmarked)
        {
            campaign.Erase(new Stamp(campaign.OwnerId, ofCampaigns[campaign.Id.Value]));
            campaign.EraseReasons();
        }

        tracked.ForEach(i => i.Erase(new Stamp(i.RecordedBy, ofTracking[i.Id.Value])));
        var asks = tracked.Select(i => i.AskId).OfType<AskId>().ToList();
        var releases = await db.Releases.AsNoTracking().Include(r => r.Asks).Where(r => r.Asks.Any(a => asks.Contains(a.Id))).ToListAsync(cancellationToken);
        await StoreAsync(
            [
                .. unmarked.Select(c => (c.Number, (string?)null)),
                .. tracked.Select(i => (releases.Single(r => r.Asks.Any(a => a.Id == i.AskId)).Key, (string?)i.Id.Value.ToString("N"))),
            ],
            cancellationToken);
        await sweep.EmptyLogAsync(cancellationToken);
        return unmarked.Count + tracked.Count;
    }

    private async Task StoreAsync(IEnumerable<(string Subject, string? Detail)> lines, CancellationToken cancellationToken)
    {
        await using var transaction = await work.BeginAsync(cancellationToken);
        Append(lines);
        await work.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Append(IEnumerable<(string Subject, string? Detail)> lines)
    {
        foreach (var (subject, detail) in lines)
        {
            work.Append(AuditEntry.Of(work.Now, actor: null, Action, AuditOutcome.Done, subject, detail));
        }
    }
}
