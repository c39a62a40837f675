using System.Globalization;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Pages.Admin;
using CaseTracker.Web.Pages.Audit;
using CaseTracker.Web.Pages.Incidents;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>
/// Lines of the trail in the language of the request. A line holds names of operations and codes; both are looked up, and a
/// code that is in no list (the number of an incident, the pattern of an address) stands for itself.
/// </summary>
public sealed class TrailWords(
    IStringLocalizer<TrailText> text, IStringLocalizer<AccessText> access, IStringLocalizer<AdminText> admin, IStringLocalizer<AuditText> audit, ITerms terms, ILabels labels, IReleaseTitles releases)
{
    /// <summary>Where details take their codes from. Their codes differ, so the first that has one is the right one.</summary>
    private static readonly string[] Sources =
    [
        Lists.Workflow, Lists.Verification, Lists.Stages, Lists.FollowUpKinds, Lists.FollowUpOutcomes, Lists.RecommendationStatuses, Lists.InvestigativeActs, Lists.ProceedingKinds,
        Lists.Interventions, Lists.ReplyCodes, Lists.ReplyGrades, Lists.RiskBands, Lists.MeasureStages, Lists.MeasureAdequacies,
    ];

    public string Action(string action) => text[$"Action.{action}"] is { ResourceNotFound: false } known ? known.Value : action;

    /// <summary>What was done or tried, with its detail.</summary>
    public string Line(string action, AuditOutcome outcome, string? detail)
    {
        var words = Action(action);
        var done = outcome is AuditOutcome.Denied && text[$"Tried.{action}"] is { ResourceNotFound: false } tried ? tried.Value
            : outcome is AuditOutcome.Denied or AuditOutcome.Refused ? text["Tried", words].Value
            : words;
        return string.IsNullOrEmpty(detail) ? done : text["WithDetail", done, Detail(detail)];
    }

    public string Outcome(AuditOutcome outcome) => text[$"Outcome.{outcome}"];

    /// <param name="record">Number, id or key of the record concerned.</param>
    public string Record(string? record) => record is null ? "" : Title(record) ?? record;

    public string Detail(string? detail)
    {
        if (string.IsNullOrEmpty(detail))
        {
            return "";
        }

        if (detail.StartsWith(ReadTrail.Rows, StringComparison.Ordinal))
        {
            return text["Detail.Rows", detail[ReadTrail.Rows.Length..]];
        }

        // "J1>J2" is a change from one to the other, ">J1" a first one; before it may stand what was changed.
        var parts = detail.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var againstDefender = parts.Any(part => terms.Find(Lists.ProceedingKinds, part)?.Class == Proceeding.AgainstDefender);
        return string.Join(", ", parts.Select(part => part.Split('>') switch
        {
            ["", var to] => text["Detail.Began", Said(to)].Value,
            [var from, var to] => text["Detail.FromTo", Said(from), Said(to)].Value,
            _ => Counted(part) ?? Said(part),
        }));

        string Said(string code) => againstDefender && terms.Find(Lists.StagesAgainstDefender, code) is not null ? labels.Of(Lists.StagesAgainstDefender, code) : Code(code);
    }

    /// <summary>"incidents:61" is how many of what.</summary>
    private string? Counted(string part) =>
        part.Split(':') is [var what, var count] && text[$"Detail.Count.{what}"] is { ResourceNotFound: false } words ? string.Format(CultureInfo.CurrentCulture, words.Value, count) : null;

    private string Code(string code) =>
        Sources.FirstOrDefault(list => terms.Find(list, code) is not null) is { } known ? labels.Of(known, code) : Word(code) ?? Title(code) ?? code;

    /// <summary>Words that a page has for the same code are not written a second time for the trail.</summary>
    private string? Word(string code) =>
        new[] { text[$"Detail.{code}"], access[$"Circle.{code}"], access[$"Level.{code}"], admin[$"Role.{code}"], audit[code] }.FirstOrDefault(w => !w.ResourceNotFound)?.Value;

    private string? Title(string key) => releases.Find(key) is { } title ? text["Detail.Title", title.Read()].Value : null;
}
