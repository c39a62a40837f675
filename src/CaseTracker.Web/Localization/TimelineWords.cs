using System.Globalization;
using CaseTracker.Application.Timelines;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>What happened, as a sentence in the language of the request. Timelines and History say the same thing the same way.</summary>
public sealed class TimelineWords(IStringLocalizer<TimelineText> text, ILabels labels, DateText dates)
{
    public string Class(TimelineClass of) => text[$"Class.{of}"];

    public string Of(TimelineEntry entry)
    {
        var words = entry.Codes.Select(Word).Concat(["", "", ""]).Take(3).ToList();
        if (IsMove(entry.Event))
        {
            words = words.ConvertAll(Within);
        }
        else if (entry.Event == TimelineEvent.InvestigativeAct)
        {
            words[1] = Within(words[1]);
        }

        return Whole(text[$"Event.{entry.Event}", words[0], words[1], words[2], entry.Day is { } day ? dates.Of(day) : ""], entry.Because);
    }

    /// <summary>A change from one code of a list to another; the first one of all when <paramref name="from"/> is null.</summary>
    public string Change(string list, string? from, string to, string because) => Whole(
        from is null ? text["Change.Began", Within(labels.Of(list, to))] : text["Change", Within(labels.Of(list, to)), Within(labels.Of(list, from))], because);

    /// <summary>The reason stands as it was written: it is what somebody answers for.</summary>
    private string Whole(string sentence, string? because) => string.IsNullOrEmpty(because) ? $"{sentence}." : text["Because", sentence, because];

    private static bool IsMove(TimelineEvent happened) =>
        happened is TimelineEvent.StageMoved or TimelineEvent.StageReopened or TimelineEvent.StageCorrected or TimelineEvent.Stage or TimelineEvent.Workflow or TimelineEvent.Verification;

    private string Word(TimelineCode code) =>
        code.Title is { } title ? title.Read() : code.List is null ? code.Code ?? text["Somebody"].Value : labels.Of(code.List, code.Code);

    /// <summary>A label in the middle of a sentence begins small, unless it is an abbreviation.</summary>
    private static string Within(string label) =>
        label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], CultureInfo.CurrentUICulture) + label[1..] : label;
}
