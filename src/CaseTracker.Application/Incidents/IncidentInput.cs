using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Incidents;

/// <summary>A partial date as typed: empty boxes stand for what is not known.</summary>
public sealed record DateInput(int? Year, int? Month, int? Day, bool IsApproximate = false)
{
    public Result<PartialDate> ToDate(string field)
    {
        var date = PartialDate.Create(Year, Month, Day, IsApproximate);
        return date.IsSuccess ? date : date.Refusals.Select(r => r.On(field)).ToList();
    }
}

/// <summary>The incident's own facts as typed, for logging and for changing them.</summary>
public sealed record IncidentInput(
    string? Title,
    string? Narrative,
    DateInput StartedOn,
    DateInput EndedOn,
    string? Country,
    string? State,
    string? Municipality,
    string? Consent,
    string? Priority,
    IReadOnlyList<string> Accusations)
{
    public Result<IncidentFacts> ToFacts(IAreas areas)
    {
        var started = StartedOn.ToDate(nameof(StartedOn));
        var ended = EndedOn.ToDate(nameof(EndedOn));
        var place = Place.Create(areas, Country, State, Municipality);
        List<Refusal> refusals = [.. started.Refusals, .. ended.Refusals, .. place.Refusals];
        return refusals.Count > 0
            ? refusals
            : new IncidentFacts(Title, Narrative, started.Value, ended.Value, place.Value, Consent, Priority, Accusations);
    }

    /// <summary>Facts with what is unusable left out, so that the remaining fields can be checked too. Never stored.</summary>
    internal IncidentFacts StandIn(IAreas areas)
    {
        var started = StartedOn.ToDate(nameof(StartedOn));
        var ended = EndedOn.ToDate(nameof(EndedOn));
        var place = Place.Create(areas, areas.Countries.Count > 0 ? areas.Countries[0].Code : null, null, null);
        return new(
            Title,
            Narrative,
            started.IsSuccess ? started.Value : PartialDate.Unknown,
            ended.IsSuccess ? ended.Value : PartialDate.Unknown,
            place.IsSuccess ? place.Value : null!,
            Consent,
            Priority,
            Accusations);
    }
}
