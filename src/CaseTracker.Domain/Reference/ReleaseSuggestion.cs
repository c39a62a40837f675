using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Reference;

public enum SuggestionReasonKind
{
    SameCountry = 0,

    /// <summary>The release names the state where it happened. Strengthens a suggestion; its absence weakens none.</summary>
    StateNamed = 1,

    /// <summary>Every day the incident's date can mean lies in the period.</summary>
    DateInPeriod = 2,

    /// <summary>Some day that it can mean does.</summary>
    DateMayBeInPeriod = 3,
    SharedAct = 4,

    /// <summary>Another act of the same group, e.g. both are stigmatization.</summary>
    SharedActGroup = 5,
    SharedNarrative = 6,
}

/// <param name="Code">Of the place, act, act group or narrative that is shared; null for dates.</param>
public sealed record SuggestionReason(SuggestionReasonKind Kind, string? Code = null);

/// <summary>What the rule needs of an incident.</summary>
/// <param name="FirstDay">First day it can mean; null when the date is unknown.</param>
/// <param name="LastDay">Last day it can mean, or the last on which it can have gone on.</param>
public sealed record IncidentContext(
    string Country,
    string? State,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    bool IsApproximate,
    IReadOnlyList<string> Acts,
    IReadOnlyList<string> Accusations)
{
    public static IncidentContext Of(Incident incident) => new(
        incident.Place.Country,
        incident.Place.State,
        incident.StartedOn.Earliest,
        incident.EndedOn?.Latest ?? incident.StartedOn.Latest,
        incident.StartedOn.IsApproximate || incident.EndedOn?.IsApproximate == true,
        [.. incident.Acts.Select(a => a.Code).Distinct()],
        [.. incident.Accusations.Select(a => a.Code)]);
}

/// <summary>
/// A release bears on an incident when all three hold: it speaks of the same country; the incident's date overlaps the
/// period the release speaks of; and they share an act, a group of acts, or a narrative. An unknown date overlaps no
/// period, so an undated incident is never suggested a release: a person may still link one. A person confirms every link.
/// </summary>
public static class ReleaseSuggestion
{
    /// <returns>Every reason, or none at all if the release does not bear on the incident.</returns>
    public static IReadOnlyList<SuggestionReason> Reasons(Release release, IncidentContext incident, ITerms terms)
    {
        if (release.Country != incident.Country || DateReason(release, incident) is not { } date)
        {
            return [];
        }

        SuggestionReason[] substance = [.. SharedActs(release, incident, terms), .. SharedNarratives(release, incident)];
        return substance.Length == 0 ? [] : [.. PlaceReasons(release, incident), date, .. substance];
    }

    private static IEnumerable<SuggestionReason> PlaceReasons(Release release, IncidentContext incident)
    {
        yield return new(SuggestionReasonKind.SameCountry, release.Country);
        if (incident.State is { } state && release.States.Contains(state))
        {
            yield return new(SuggestionReasonKind.StateNamed, state);
        }
    }

    private static SuggestionReason? DateReason(Release release, IncidentContext incident)
    {
        if (incident.FirstDay is not { } first || incident.LastDay is not { } last || last < release.RelevantFrom || first > release.RelevantTo)
        {
            return null;
        }

        var certain = !incident.IsApproximate && first >= release.RelevantFrom && last <= release.RelevantTo;
        return new(certain ? SuggestionReasonKind.DateInPeriod : SuggestionReasonKind.DateMayBeInPeriod);
    }

    private static IEnumerable<SuggestionReason> SharedActs(Release release, IncidentContext incident, ITerms terms)
    {
        string? Group(string act) => terms.Find(Lists.Acts, act)?.Parent;

        var shared = incident.Acts.Where(release.RelevantActs.Contains).ToList();
        var told = shared.Select(Group).ToHashSet();
        var groups = release.RelevantActs.Select(Group).OfType<string>().ToHashSet();
        return shared.Select(act => new SuggestionReason(SuggestionReasonKind.SharedAct, act))
            .Concat(incident.Acts.Select(Group).OfType<string>().Distinct()
                .Where(group => groups.Contains(group) && !told.Contains(group))
                .Select(group => new SuggestionReason(SuggestionReasonKind.SharedActGroup, group)));
    }

    private static IEnumerable<SuggestionReason> SharedNarratives(Release release, IncidentContext incident) =>
        incident.Accusations.Where(release.RelevantNarratives.Contains).Select(code => new SuggestionReason(SuggestionReasonKind.SharedNarrative, code));
}
