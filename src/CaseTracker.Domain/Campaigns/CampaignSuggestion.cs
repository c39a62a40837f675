using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Campaigns;

public enum BelongingReasonKind
{
    SameNarrative = 0,
    SameOutlet = 1,
    SameVictims = 2,

    /// <summary>Every day that its date can mean lies within so many days of the campaign.</summary>
    CloseInTime = 3,

    /// <summary>Some day that it can mean does.</summary>
    MayBeCloseInTime = 4,
}

/// <param name="Codes">Of the narratives that are shared.</param>
/// <param name="Outlets">Names of the outlets or accounts that are shared, as the campaign has them.</param>
/// <param name="Count">Victims that are shared, or the number of days.</param>
public sealed record BelongingReason(BelongingReasonKind Kind, IReadOnlyList<string>? Codes = null, IReadOnlyList<string>? Outlets = null, int Count = 0);

/// <summary>What the rule needs of a campaign, within what its reader sees.</summary>
/// <param name="Outlets">Names, opened.</param>
/// <param name="LastDay">Last day of the incidents that belong and that the reader sees; null if there is none.</param>
public sealed record CampaignPattern(IReadOnlyList<string> Narratives, IReadOnlyList<string> Outlets, IReadOnlySet<PersonId> Victims, PartialDate FirstSeen, DateOnly? LastDay)
{
    /// <summary>First and last day on which an incident can be close to the campaign; null while nothing of it is dated.</summary>
    public (DateOnly From, DateOnly To)? Period(int days)
    {
        var first = FirstSeen.Earliest ?? LastDay;
        var last = new[] { FirstSeen.Latest, LastDay }.Max();
        return first is null || last is null ? null : (Shifted(first.Value, -days), Shifted(last.Value, days));
    }

    private static DateOnly Shifted(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}

/// <summary>What the rule needs of an incident that its reader sees.</summary>
/// <param name="Outlets">What was written of perpetrators that are media outlets or accounts, opened.</param>
public sealed record IncidentPattern(IReadOnlyList<string> Narratives, IReadOnlyList<string> Outlets, IReadOnlySet<PersonId> Victims, PartialDate On);

/// <summary>
/// An incident may belong to a campaign when it lies close to it in time and they share a narrative, an outlet or account,
/// or a victim. A person confirms every incident, with a reason.
/// </summary>
public static class CampaignSuggestion
{
    public const int UsualDays = 60;

    /// <returns>Every reason, or none at all if the incident does not look as if it belonged.</returns>
    public static IReadOnlyList<BelongingReason> Reasons(CampaignPattern campaign, IncidentPattern incident, int days)
    {
        if (TimeReason(campaign, incident, days) is not { } time)
        {
            return [];
        }

        BelongingReason[] substance = [.. Substance(campaign, incident)];
        return substance.Length == 0 ? [] : [.. substance, time];
    }

    private static IEnumerable<BelongingReason> Substance(CampaignPattern campaign, IncidentPattern incident)
    {
        List<string> narratives = [.. campaign.Narratives.Where(incident.Narratives.Contains)];
        if (narratives.Count > 0)
        {
            yield return new(BelongingReasonKind.SameNarrative, Codes: narratives);
        }

        List<string> outlets = [.. campaign.Outlets.Where(outlet => incident.Outlets.Any(words => Names(words, outlet))).Distinct()];
        if (outlets.Count > 0)
        {
            yield return new(BelongingReasonKind.SameOutlet, Outlets: outlets);
        }

        var victims = campaign.Victims.Count(incident.Victims.Contains);
        if (victims > 0)
        {
            yield return new(BelongingReasonKind.SameVictims, Count: victims);
        }
    }

    private static BelongingReason? TimeReason(CampaignPattern campaign, IncidentPattern incident, int days)
    {
        if (campaign.Period(days) is not var (from, to) || incident.On.Earliest is not { } first || incident.On.Latest is not { } last || last < from || first > to)
        {
            return null;
        }

        var certain = !incident.On.IsApproximate && !campaign.FirstSeen.IsApproximate && first >= from && last <= to;
        return new(certain ? BelongingReasonKind.CloseInTime : BelongingReasonKind.MayBeCloseInTime, Count: days);
    }

    /// <summary>All words of the outlet's name stand in what was written, in whatever order, accents and capitals.</summary>
    private static bool Names(string words, string outlet)
    {
        var name = NameTokens.Of(outlet);
        return name.Count > 0 && !name.Except(NameTokens.Of(words)).Any();
    }
}
