using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Campaigns;

/// <summary>What is typed about a campaign, for starting and for changing one.</summary>
/// <param name="ReachNumber">As typed; empty while it is not known.</param>
/// <param name="ReachOn">A day as a date box sends it.</param>
public sealed record CampaignInput(
    string? Title,
    string? Description,
    DateInput FirstSeen,
    IReadOnlyList<string> Narratives,
    IReadOnlyList<OutletToRecord> Outlets,
    IReadOnlyList<SpeakerToRecord> Speakers,
    string? ReachNumber,
    string? ReachUnit,
    string? ReachOn,
    IReadOnlyList<AddressInput> Addresses)
{
    private const string DayFormat = "yyyy-MM-dd";

    public static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <param name="refusals">Receives what cannot be read; in its place stands what can be checked with the rest.</param>
    internal CampaignFacts ToFacts(ICollection<Refusal> refusals)
    {
        var seen = FirstSeen.ToDate(nameof(FirstSeen));
        foreach (var refusal in seen.Refusals)
        {
            refusals.Add(refusal);
        }

        return new(
            Title,
            Description,
            seen.IsSuccess ? seen.Value : PartialDate.Unknown,
            Narratives,
            Outlets,
            Speakers,
            new ReachToRecord(Number(ReachNumber, refusals), ReachUnit, Day(ReachOn, nameof(ReachOn), refusals)),
            [.. Addresses.Select((a, i) => new AddressToRecord(a.Url, Day(a.ArchivedOn, $"Addresses[{i}].ArchivedOn", refusals)))]);
    }

    private static long? Number(string? typed, ICollection<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (long.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        refusals.Add(SharedErrors.NotANumber.On(nameof(ReachNumber)));
        return null;
    }

    private static DateOnly? Day(string? typed, string field, ICollection<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= PartialDate.EarliestYear)
        {
            return day;
        }

        refusals.Add(PartialDateErrors.NoSuchDate.On(field));
        return null;
    }
}

/// <param name="ArchivedOn">A day as a date box sends it.</param>
public sealed record AddressInput(string? Url, string? ArchivedOn);
