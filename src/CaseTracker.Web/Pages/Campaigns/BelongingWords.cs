using System.Globalization;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>Why an incident may belong to a campaign, as one sentence in the reader's language.</summary>
public sealed class BelongingWords(IStringLocalizer<CampaignText> text, ILabels labels)
{
    public string Of(IReadOnlyList<BelongingReason> reasons)
    {
        var sentence = string.Join("; ", reasons.OrderBy(r => r.Kind).Select(Words));
        return sentence.Length == 0 ? "" : $"{char.ToUpper(sentence[0], CultureInfo.CurrentUICulture)}{sentence[1..]}.";
    }

    private string Words(BelongingReason reason) => reason.Kind switch
    {
        BelongingReasonKind.SameNarrative => text["Reason.SameNarrative", string.Join(", ", reason.Codes!.Select(c => labels.Of(Lists.Narratives, c)))],
        BelongingReasonKind.SameOutlet => text["Reason.SameOutlet", string.Join(", ", reason.Outlets!)],
        BelongingReasonKind.SameVictims => text[reason.Count == 1 ? "Reason.SameVictim" : "Reason.SameVictims", reason.Count],
        _ => text[$"Reason.{reason.Kind}", reason.Count],
    };
}
