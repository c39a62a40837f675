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
    /// <summary>Of the codes in a sentence; between the third and the fourth is the day.</summary>
    private static readonly string[] Places = ["{0}", "{1}", "{2}", "{4}"];

    public string Class(TimelineClass of) => text[$"Class.{of}"];

    public string Of(TimelineEntry entry)
    {
        var sentence = text[$"Event.{entry.Event}"].Value;
        var words = entry.Codes.Select((code, place) => sentence.StartsWith(Places[place], StringComparison.Ordinal) || code.List is null ? Word(entry.Event, code) : Within(Word(entry.Event, code))).Concat(["", "", "", ""]).Take(4).ToList();
        return Whole(text[$"Event.{entry.Event}", words[0], words[1], words[2], entry.Day is { } day ? dates.Of(day) : "", words[3]], entry.Because);
    }

    /// <summary>A change of state: of work, of verification, or of a path and who is accused in it.</summary>
    public string Change(StateChange change)
    {
        if (change.Authority is { } office)
        {
            var key = office.Change == AuthorityChange.Moved ? "Change.AuthorityMoved" : change.From == change.To ? "Change.MoveDateCorrected" : "Change.AuthorityCorrected";
            return Whole(text[key, office.From.Read(), office.To.Read(), dates.Of(office.Since)], null);
        }

        var to = Within(Word(change, change.To));
        var words = change.Stage is { IsMissingReport: true } ? text["Change.Late", to].Value
            : change.From is null ? text["Change.Began", to].Value
            : change.Stage is { IsWithdrawal: true, Corrects: { } mistake } ? text["Change.Withdrawn", to, mistake].Value
            : change.Stage is { Corrects: { } mended } same && change.From == change.To
                ? same.Instead is { } instead && instead != same.On ? text["Change.DateCorrected", to, mended, dates.Of(same.On), dates.Of(instead)].Value : text["Change.RestCorrected", to, mended].Value
            : change.Stage?.Corrects is { } wrong ? text["Change.Corrected", to, Within(Word(change, change.From)), wrong].Value
            : text[change.Stage is { Reopens: true } ? "Change.Reopened" : "Change", to, Within(Word(change, change.From))].Value;
        words = change.Stage?.ReportedTo is { } took ? text["Change.ReportedTo", words, took.Read()] : words;
        words = change.Stage is { EndsMoves: true } ? text["Change.EndsMoves", words].Value : words;
        return Whole(
            change.Stage is { Perpetrator: { } perpetrator } stage
                ? text["Change.Of", words, Within(labels.Of(Lists.Perpetrators, perpetrator)), stage.Role is null ? text["Change.NoRole"].Value : Within(labels.Of(Lists.Roles, stage.Role))]
                : words,
            change.Reason);
    }

    /// <summary>Of somebody accused, J6 is a conviction: whether it makes justice partial or full follows from all of them.</summary>
    private string Word(StateChange change, string code) => change.Stage is { Perpetrator: not null, IsFinal: var final } && code == nameof(Stage.J6)
        ? text[final && code == change.To ? "Change.ConvictedFinally" : "Change.Convicted"]
        : labels.Of(change.List, code);

    /// <summary>The reason stands as it was written: it is what somebody answers for.</summary>
    private string Whole(string sentence, string? because) => string.IsNullOrEmpty(because) ? $"{sentence}." : text["Because", sentence, because];

    private string Word(TimelineEvent happened, TimelineCode code) =>
        happened is TimelineEvent.AccusedMoved or TimelineEvent.AccusedReopened && code is { List: Lists.Stages, Code: nameof(Stage.J6) } ? text["Change.Convicted"] : Word(code);

    private string Word(TimelineCode code) =>
        code.Title is { } title ? title.Read() : code.List is null ? code.Code ?? text["Somebody"].Value : labels.Of(code.List, code.Code);

    /// <summary>A label in the middle of a sentence begins small, unless it is an abbreviation.</summary>
    private static string Within(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], CultureInfo.CurrentUICulture) + label[1..] : label;
}
