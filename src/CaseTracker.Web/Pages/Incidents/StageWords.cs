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
    /// <param name="isAgainstDefender">Null where the kind of path is still to be chosen: then the words for both are there.</param>
    public static string Choice(IStringLocalizer<IncidentText> text, ILabels labels, Stage stage, bool? isAgainstDefender) => isAgainstDefender switch
    {
        true => OfDefender(labels, stage),
        _ when stage == Stage.J6 => text["Stage.Conviction"],
        null when stage != Stage.J0 => text["Stage.EitherWay", Code(labels, Lists.Stages, stage), labels.Of(Lists.StagesAgainstDefender, stage.ToString())],
        _ => Code(labels, Lists.Stages, stage),
    };

    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, Stage stage, bool isNamed, bool isFinal) =>
        !isNamed || stage != Stage.J6 ? Code(labels, Lists.Stages, stage) : text[isFinal ? "Stage.ConvictedFinally" : "Stage.Convicted"];

    /// <summary>On a path against the defender it is the defender who is named, charged and tried, and that has words of its own.</summary>
    public static string OfDefender(ILabels labels, Stage stage) => Code(labels, Lists.StagesAgainstDefender, stage);

    /// <summary>An entry with whom it speaks of.</summary>
    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, PathView path, StageView stage, IEnumerable<AccusedView> accused)
    {
        if (path.IsAgainstDefender)
        {
            return stage is { Stage: Stage.J6, IsFinal: true } ? OfDefender(labels, Stage.J7) : OfDefender(labels, stage.Stage);
        }

        var words = Of(text, labels, stage.Stage, stage.Accused is not null, stage.IsFinal);
        return accused.FirstOrDefault(a => a.Sequence == stage.Accused) is { } who ? text["Stage.Of", words, Of(text, labels, who)] : words;
    }

    /// <summary>Somebody accused, by number, kind and role; never by what somebody wrote about them.</summary>
    public static string Of(IStringLocalizer<IncidentText> text, ILabels labels, AccusedView accused) => accused.Role is { } role
        ? text["Accused.WithRole", accused.Sequence, labels.Of(Lists.Perpetrators, accused.Perpetrator), labels.Of(Lists.Roles, role)]
        : text["Accused", accused.Sequence, labels.Of(Lists.Perpetrators, accused.Perpetrator)];

    private static string Code(ILabels labels, string list, Stage stage) => $"{stage} · {labels.Of(list, stage.ToString())}";
}
