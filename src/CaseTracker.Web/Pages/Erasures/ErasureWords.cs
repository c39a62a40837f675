using CaseTracker.Domain.Erasures;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Erasures;

/// <summary>What was erased, in words that name nobody.</summary>
public sealed class ErasureWords(IStringLocalizer<ErasureText> text, TrailWords trail)
{
    /// <param name="number">See <see cref="ErasureSubject.Number"/>; a release is called by its title.</param>
    public string Of(ErasedKind what, string number, string? pseudonym) => what switch
    {
        ErasedKind.Person => text["What.Person", pseudonym!, number],
        ErasedKind.Campaign => text["What.Campaign", number],
        ErasedKind.Intervention => text["What.Tracking", trail.Record(number)],
        _ => text["What.Incident", number],
    };

    /// <summary>What it means that the keys are destroyed.</summary>
    public string Meaning(ErasedKind what) => what switch
    {
        ErasedKind.Person => text["Receipt.PersonMeans"],
        ErasedKind.Campaign => text["Receipt.CampaignMeans"],
        ErasedKind.Intervention => text["Receipt.TrackingMeans"],
        _ => text["Receipt.IncidentMeans"],
    };
}
