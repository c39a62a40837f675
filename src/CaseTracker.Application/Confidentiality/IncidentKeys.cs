using System.Globalization;
using System.Resources;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Confidentiality;

/// <summary>Opens what one incident's key seals: its own texts, those of its parts, and of its follow-ups.</summary>
public readonly record struct IncidentKeys(IKeyRing Ring, IncidentId Incident)
{
    private static readonly ResourceManager Text = new("CaseTracker.Application.Confidentiality.ErasedText", typeof(IncidentKeys).Assembly);

    /// <summary>Stands where a text was that was erased, in the reader's language.</summary>
    public static string Erased => Text.GetString("Erased", CultureInfo.CurrentUICulture)!;

    /// <summary>Stands where a text is that was altered or moved, in the reader's language; nothing of it is shown.</summary>
    public static string Unopenable => Text.GetString("Unopenable", CultureInfo.CurrentUICulture)!;

    /// <summary>Stands where a text is whose key is gone without having been destroyed, in the reader's language.</summary>
    public static string KeyLost => Text.GetString("KeyLost", CultureInfo.CurrentUICulture)!;

    private KeyOwner Owner => KeyOwner.Of(Incident);

    public bool IsErased => Ring.IsErased(Owner);

    public string Title(Sealed<string> title) => Own(SealedFields.Title, title) ?? Erased;

    public string? Own(SealedField field, Sealed<string>? value) => Open(field, SealedRow.Of(Incident.Value), value);

    public string? Part(SealedField field, int sequence, Sealed<string>? value) => Open(field, SealedRow.Of(Incident.Value, sequence), value);

    /// <param name="part">Id of the proceeding or the follow-up whose part it is.</param>
    public string? PartOf(SealedField field, Guid part, int sequence, Sealed<string>? value) => Open(field, SealedRow.Of(part, sequence), value);

    public string? Of(SealedField field, ProceedingId path, Sealed<string>? value) => Open(field, SealedRow.Of(path.Value), value);

    public string? Of(SealedField field, FollowUpId followUp, Sealed<string>? value) => Open(field, SealedRow.Of(followUp.Value), value);

    /// <param name="record">Id of a record of its own that hangs on the incident, such as an assessment.</param>
    public string? Record(SealedField field, Guid record, Sealed<string>? value) => Open(field, SealedRow.Of(record), value);

    private string? Open(SealedField field, string row, Sealed<string>? value) => Ring.Show(field, Owner, row, value);
}

public static class VaultReading
{
    public static async Task<IncidentKeys> OfAsync(this IVault vault, IncidentId incident, CancellationToken cancellationToken) =>
        new(await vault.FetchAsync([KeyOwner.Of(incident)], cancellationToken), incident);

    public static Task<IKeyRing> OfAsync(this IVault vault, IEnumerable<IncidentId> incidents, CancellationToken cancellationToken) =>
        vault.FetchAsync(incidents.Select(KeyOwner.Of), cancellationToken);

    public static IncidentKeys Of(this IKeyRing ring, IncidentId incident) => new(ring, incident);
}
