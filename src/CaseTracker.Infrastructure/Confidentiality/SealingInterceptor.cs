using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Seals what is about to be stored, each value for the very column and row that it goes to. What it replaces has to open:
/// a value that was altered tells what was done to it, and must not be replaced by somebody who could not see it.
/// </summary>
internal sealed class SealingInterceptor(Vault vault) : SaveChangesInterceptor
{
    /// <summary>Seconds that each save spends on finding what is to be sealed, on its keys and on sealing it.</summary>
    private static readonly Histogram<double> Spent = new Meter("CaseTracker.Vault").CreateHistogram<double>("casetracker.vault.sealing", "s");

    private static readonly ILookup<Type, SealedField> Fields = SealedFields.All.ToLookup(f => f.Entity);

    /// <summary>Properties that hold a record's id, and whose key seals its parts; where there are two, the first. So what is said of an incident in a campaign goes with the incident.</summary>
    private static readonly (string Property, KeyKind Kind)[] Owners = [("IncidentId", KeyKind.Incident), ("PersonId", KeyKind.Person), ("CampaignId", KeyKind.Campaign)];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var changes = ChangesIn(eventData.Context!).ToList();
        List<KeyOwner> owners = [.. changes.Select(c => c.Owner), .. OwnersWithoutText(eventData.Context!)];
        if (owners.Count > 0)
        {
            var ring = await vault.EnsureAsync(owners, IdsOfNew(eventData.Context!), cancellationToken);
            foreach (var (field, owner, row, replaced, _) in changes)
            {
                _ = ring.Need(field, owner, row, replaced);
            }

            foreach (var (field, owner, row, _, fresh) in changes)
            {
                if (fresh is not null)
                {
                    ring.Close(field, owner, row, fresh);
                }
            }
        }

        Spent.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return result;
    }

    /// <exception cref="InvalidOperationException">Always: sealing needs keys, and keys need a trip.</exception>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        ChangesIn(eventData.Context!).Any() ? throw new InvalidOperationException("What is sealed is saved asynchronously.") : result;

    /// <summary>Records that are stored for the first time: those alone can be without a key.</summary>
    private static HashSet<Guid> IdsOfNew(DbContext db) =>
    [
        .. from entry in db.ChangeTracker.Entries()
           where entry.State == EntityState.Added && entry.Metadata.FindPrimaryKey() is { Properties.Count: 1 }
           let key = entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue
           where key is Guid or IStronglyTypedId
           select IdOf(key),
    ];

    /// <summary>What tracks a release may begin without a text: its key is made all the same, because a later reply could not tell a key that was never made from a lost one.</summary>
    private static IEnumerable<KeyOwner> OwnersWithoutText(DbContext db) =>
        db.ChangeTracker.Entries<Domain.Accountability.Intervention>().Where(e => e.State == EntityState.Added && e.Entity.IncidentId is null).Select(e => KeyOwner.Of(e.Entity));

    /// <summary>Values that come and values that go; of a record that is deleted whole, nothing.</summary>
    private static IEnumerable<Change> ChangesIn(DbContext db)
    {
        var tracked = db.ChangeTracker.Entries().ToList();
        var wholes = new Dictionary<IEntityType, Dictionary<object, EntityEntry>>();
        foreach (var entry in tracked.Where(e => e.State is EntityState.Added or EntityState.Modified || IsPartTakenOut(e)))
        {
            foreach (var field in Fields[entry.Metadata.ClrType])
            {
                var property = entry.Property(field.Column);
                var fresh = entry.State != EntityState.Deleted && property.CurrentValue is Sealed<string> { IsFresh: true } value ? value : null;
                var replaced = entry.State == EntityState.Added || !IsGone(entry, property) || IsOfErased(entry) ? null : property.OriginalValue as Sealed<string>;
                if (fresh is not null || replaced is not null)
                {
                    yield return new(field, OwnerOf(entry, WholeOf), RowOf(entry), replaced, fresh);
                }
            }
        }

        // A part of a part: the whole is tracked with it, since aggregates are changed whole. Indexed once, because a
        // batch holds thousands of them.
        EntityEntry WholeOf(EntityEntry part)
        {
            var whole = part.Metadata.GetForeignKeys().Single();
            if (!wholes.TryGetValue(whole.PrincipalEntityType, out var byKey))
            {
                var key = whole.PrincipalKey.Properties[0].Name;
                byKey = tracked.Where(e => e.Metadata == whole.PrincipalEntityType).ToDictionary(e => e.Property(key).CurrentValue!);
                wholes.Add(whole.PrincipalEntityType, byKey);
            }

            return byKey[part.Property(whole.Properties[0].Name).CurrentValue!];
        }
    }

    /// <summary>A line of a record, which has a sequence in its key: taken out of a list that was typed anew, it was replaced.</summary>
    private static bool IsPartTakenOut(EntityEntry entry) => entry.State == EntityState.Deleted && entry.Metadata.FindPrimaryKey() is { Properties.Count: > 1 };

    private static bool IsGone(EntityEntry entry, PropertyEntry property) => entry.State == EntityState.Deleted || property.IsModified;

    /// <summary>Somebody in danger does not wait until it is known who altered a text: what is to be erased goes, whether it opens or not.</summary>
    private static bool IsOfErased(EntityEntry entry) =>
        entry.Entity is Domain.Campaigns.CampaignIncident
        && entry.Context.ChangeTracker.Entries<Domain.Campaigns.Campaign>().Any(c => c.Entity.ErasedAt is not null && c.Entity.Id.Equals(entry.Property("CampaignId").CurrentValue));

    private static KeyOwner OwnerOf(EntityEntry entry, Func<EntityEntry, EntityEntry> wholeOf)
    {
        foreach (var (property, kind) in Owners)
        {
            if (entry.Metadata.FindProperty(property) is not null && entry.Property(property).CurrentValue is { } id)
            {
                return new(kind, IdOf(id));
            }
        }

        if (entry.Entity is Domain.Incidents.Incident incident)
        {
            return KeyOwner.Of(incident.Id);
        }

        if (entry.Entity is Domain.Accountability.Intervention intervention)
        {
            return KeyOwner.Of(intervention);
        }

        if (entry.Entity is Domain.Campaigns.Campaign campaign)
        {
            return KeyOwner.Of(campaign.Id);
        }

        if (entry.Entity is Application.Incidents.IncidentDraft draft)
        {
            return KeyOwner.OfDraft(draft.Id);
        }

        return OwnerOf(wholeOf(entry), wholeOf);
    }

    private static string RowOf(EntityEntry entry) => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Written(entry.Property(p.Name).CurrentValue)));

    /// <summary>A part of a row's key as it stands in the binding of a sealed value.</summary>
    internal static string Written(object? part) => part switch
    {
        int sequence => sequence.ToString(CultureInfo.InvariantCulture),
        var id => SealedRow.Of(IdOf(id)),
    };

    private static Guid IdOf(object? id) => id switch
    {
        Guid plain => plain,
        IStronglyTypedId typed => typed.Value,
        _ => throw new InvalidOperationException("A sealed value belongs to a record with an id."),
    };

    /// <param name="Replaced">What is stored so far; null where there was nothing.</param>
    /// <param name="Fresh">What takes its place; null where nothing does.</param>
    private sealed record Change(SealedField Field, KeyOwner Owner, string Row, Sealed<string>? Replaced, Sealed<string>? Fresh);
}
