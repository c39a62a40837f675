using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Stages in words, where the code alone does not say it: a conviction is recorded of somebody, and full justice is not recorded at all.</summary>
public static class StageWords
{
    /// <summary>A stage to choose: what is recorded on rung 6 is a conviction.</summary>
    public static string Choice(IStringLocalizer<IncidentText> text, ILabels labels, Stage stage, bool isAgainstDefender = false) =>
        stage == Stage.J6 && !isAgainstDefender ? text["Stage.Conviction"] : $"{stage} · {labels.Of(Lists.Stages, stage.ToString())}";

    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, Stage stage, bool isNamed, bool isFinal) =>
        !isNamed || stage != Stage.J6 ? $"{stage} · {labels.Of(Lists.Stages, stage.ToString())}" : text[isFinal ? "Stage.ConvictedFinally" : "Stage.Convicted"];

    /// <summary>An entry with whom it speaks of.</summary>
    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, StageView stage, IEnumerable<AccusedView> accused)
    {
        var words = Of(text, labels, stage.Stage, stage.Accused is not null, stage.IsFinal);
        return accused.FirstOrDefault(a => a.Sequence == stage.Accused) is { } who ? text["Stage.Of", words, Of(text, labels, who)] : words;
    }

    /// <summary>Somebody accused, by number, kind and role; never by what somebody wrote about them.</summary>
    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, AccusedView accused) => accused.Role is { } role
        ? text["Accused.WithRole", accused.Sequence, labels.Of(Lists.Perpetrators, accused.Perpetrator), labels.Of(Lists.Roles, role)]
        : text["Accused", accused.Sequence, labels.Of(Lists.Perpetrators, accused.Perpetrator)];
}
