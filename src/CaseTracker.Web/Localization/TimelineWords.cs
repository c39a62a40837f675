using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Vocabularies;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>What happened, as a sentence in the language of the request. Timelines and History say the same thing the same way.</summary>
public sealed class TimelineWords(IStringLocalizer<TimelineText> text, ILabels labels, DateText dates)
{
    public string Class(TimelineClass of) => text[$"Class.{of}"];

    public string Of(TimelineEntry entry)
    {
        var words = entry.Codes.Select(Word).Concat(["", "", "", ""]).Take(4).ToList();
        if (IsMove(entry.Event))
        {
            // Whom it speaks of begins the sentence.
            words = [.. words.Take(3).Select(Within), words[3]];
        }
        else if (entry.Event is TimelineEvent.InvestigativeAct or TimelineEvent.InvestigativeActCorrected or TimelineEvent.Convicted or TimelineEvent.ConvictedFinally)
        {
            words[1] = Within(words[1]);
        }

        return Whole(text[$"Event.{entry.Event}", words[0], words[1], words[2], entry.Day is { } day ? dates.Of(day) : "", words[3]], entry.Because);
    }

    /// <summary>A change of state: of work, of verification, or of a path and who is accused in it.</summary>
    public string Change(StateChange change)
    {
        var to = Within(Word(change, change.To));
        var words = change.From is null ? text["Change.Began", to].Value
            : change.Stage?.Corrects is { } wrong ? text["Change.Corrected", to, Within(Word(change, change.From)), wrong].Value
            : text[change.Stage is { Reopens: true } ? "Change.Reopened" : "Change", to, Within(Word(change, change.From))].Value;
        return Whole(
            change.Stage is { Perpetrator: { } perpetrator } stage
                ? text["Change.Of", words, labels.Of(Lists.Perpetrators, perpetrator), stage.Role is null ? text["Change.NoRole"].Value : Within(labels.Of(Lists.Roles, stage.Role))]
                : words,
            change.Reason);
    }

    /// <summary>Of somebody accused, J6 is a conviction: whether it makes justice partial or full follows from all of them.</summary>
    private string Word(StateChange change, string code) => change.Stage is { Perpetrator: not null, IsFinal: var final } && code == nameof(Stage.J6)
        ? text[final && code == change.To ? "Change.ConvictedFinally" : "Change.Convicted"]
        : labels.Of(change.List, code);

    /// <summary>The reason stands as it was written: it is what somebody answers for.</summary>
    private string Whole(string sentence, string? because) => string.IsNullOrEmpty(because) ? $"{sentence}." : text["Because", sentence, because];

    private static bool IsMove(TimelineEvent happened) =>
        happened is TimelineEvent.StageMoved or TimelineEvent.StageReopened or TimelineEvent.StageCorrected or TimelineEvent.Stage
            or TimelineEvent.AccusedStage or TimelineEvent.AccusedMoved or TimelineEvent.AccusedReopened or TimelineEvent.Workflow or TimelineEvent.Verification;

    private string Word(TimelineCode code) =>
        code.Title is { } title ? title.Read() : code.List is null ? code.Code ?? text["Somebody"].Value : labels.Of(code.List, code.Code);

    /// <summary>A label in the middle of a sentence begins small, unless it is an abbreviation.</summary>
    private static string Within(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], CultureInfo.CurrentUICulture) + label[1..] : label;
}
