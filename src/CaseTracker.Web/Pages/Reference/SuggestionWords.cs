using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Reference;

/// <summary>Why a release bears on an incident, as one sentence in the reader's language.</summary>
public sealed class SuggestionWords(IStringLocalizer<ReferenceText> text, ILabels labels)
{
    public string Of(IReadOnlyList<SuggestionReason> reasons)
    {
        var parts = reasons.GroupBy(r => r.Kind).OrderBy(g => g.Key)
            .Select(g => text[$"Reason.{g.Key}", string.Join(", ", g.Select(Word))].Value);
        var sentence = string.Join("; ", parts);
        return sentence.Length == 0 ? "" : $"{char.ToUpper(sentence[0], System.Globalization.CultureInfo.CurrentUICulture)}{sentence[1..]}.";
    }

    private string Word(SuggestionReason reason) => reason.Kind switch
    {
        SuggestionReasonKind.SameCountry or SuggestionReasonKind.StateNamed => labels.OfArea(reason.Code),
        SuggestionReasonKind.SharedAct or SuggestionReasonKind.SharedActGroup => WithinASentence(labels.Of(Lists.Acts, reason.Code)),
        SuggestionReasonKind.SharedNarrative => WithinASentence(labels.Of(Lists.Narratives, reason.Code)),
        _ => "",
    };

    // An abbreviation such as DDoS keeps its capitals.
    private static string WithinASentence(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], System.Globalization.CultureInfo.CurrentUICulture) + label[1..] : label;
}
