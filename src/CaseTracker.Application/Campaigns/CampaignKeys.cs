using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Application.Campaigns;

/// <summary>Opens what one campaign's key seals. Where a text was that is gone stands the word for it.</summary>
public readonly record struct CampaignKeys(IKeyRing Ring, CampaignId Campaign)
{
    public string Title(Sealed<string> title) => Own(SealedFields.CampaignTitle, title)!;

    public string? Own(SealedField field, Sealed<string>? value) => Open(field, SealedRow.Of(Campaign.Value), value);

    public string Part(SealedField field, int sequence, Sealed<string> value) => Open(field, SealedRow.Of(Campaign.Value, sequence), value)!;

    private string? Open(SealedField field, string row, Sealed<string>? value) => Ring.Show(field, KeyOwner.Of(Campaign), row, value);
}

public static class CampaignReading
{
    public static async Task<CampaignKeys> OfAsync(this IVault vault, CampaignId campaign, CancellationToken cancellationToken) =>
        new(await vault.FetchAsync([KeyOwner.Of(campaign)], cancellationToken), campaign);

    public static Task<IKeyRing> OfAsync(this IVault vault, IEnumerable<CampaignId> campaigns, CancellationToken cancellationToken) =>
        vault.FetchAsync(campaigns.Select(KeyOwner.Of), cancellationToken);

    public static CampaignKeys Of(this IKeyRing ring, CampaignId campaign) => new(ring, campaign);

    /// <summary>Why an incident belongs, which its own key seals; the word for it where it was erased with the campaign.</summary>
    public static string BelongsBecause(this IncidentKeys keys, CampaignId campaign, CampaignIncident member) =>
        keys.PartOf(SealedFields.BelongingReason, campaign.Value, member.Sequence, member.Reason) ?? IncidentKeys.Erased;

    /// <summary>Why it does not after all; likewise.</summary>
    public static string LeftBecause(this IncidentKeys keys, CampaignId campaign, CampaignIncident member) =>
        keys.PartOf(SealedFields.RemovalReason, campaign.Value, member.Sequence, member.RemovalReason) ?? IncidentKeys.Erased;
}
