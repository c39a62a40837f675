using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Vocabularies;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Localization;

/// <summary>
/// Lines of the trail in the language of the request. A line holds names of operations and codes; both are looked up, and a
/// code that is in no list (a key, a number) stands for itself.
/// </summary>
public sealed class TrailWords(IStringLocalizer<TrailText> text, ITerms terms, ILabels labels)
{
    /// <summary>Where details take their codes from. Their codes differ, so the first that has one is the right one.</summary>
    private static readonly string[] Sources =
        [Lists.Workflow, Lists.Verification, Lists.Stages, Lists.FollowUpKinds, Lists.FollowUpOutcomes, Lists.RecommendationStatuses, Lists.InvestigativeActs, Lists.ProceedingKinds];

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
        return string.Join(", ", detail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('>') switch
        {
            ["", var to] => text["Detail.Began", Code(to)].Value,
            [var from, var to] => text["Detail.FromTo", Code(from), Code(to)].Value,
            _ => Counted(part) ?? Code(part),
        }));
    }

    /// <summary>"incidents:61" is how many of what.</summary>
    private string? Counted(string part) =>
        part.Split(':') is [var what, var count] && text[$"Detail.Count.{what}", count] is { ResourceNotFound: false } words ? words.Value : null;

    private string Code(string code) =>
        Sources.FirstOrDefault(list => terms.Find(list, code) is not null) is { } known ? labels.Of(known, code)
        : text[$"Detail.{code}"] is { ResourceNotFound: false } word ? word.Value
        : code;
}
