using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

namespace CaseTracker.Application.Incidents;

/// <summary>What SDG indicator 16.10.1 asks of every case that is counted (metadata of the indicator: victim, act, date, place, perpetrator, link to the work, sources).</summary>
public enum SdgElement
{
    Victim = 1,
    Gender = 2,
    Age = 3,
    Profile = 4,
    Act = 5,
    Date = 6,
    Place = 7,
    Perpetrator = 8,
    Motive = 9,
    Sources = 10,
}

public static class SdgMinimum
{
    private const string GenderUnknown = "CT-GEN-U";
    private const string AgeUnknown = "CT-AGE-U";
    private const string MotiveNotExamined = "CT-MOT-NOTEXAMINED";

    public static readonly int Count = Enum.GetValues<SdgElement>().Length;

    /// <summary>A person's own data are asked of individuals only: an organisation has neither gender nor age.</summary>
    public static IReadOnlyList<SdgElement> Missing(Incident incident, IReadOnlyList<SummaryVictim> victims, IReadOnlyList<SummaryAct> acts)
    {
        var known = victims.Where(v => v.Pseudonym is not null).ToList();
        var individuals = known.Where(v => v.Kind == PersonKind.Individual).ToList();
        var none = known.Count == 0;
        (SdgElement Element, bool IsMissing)[] checks =
        [
            (SdgElement.Victim, none),
            (SdgElement.Gender, none || individuals.Any(v => v.Gender is null or GenderUnknown)),
            (SdgElement.Age, none || individuals.Any(v => v.AgeBand is null or AgeUnknown)),
            (SdgElement.Profile, none || known.Any(v => !v.HasProfile)),
            (SdgElement.Act, acts.Count == 0),
            (SdgElement.Date, !incident.StartedOn.IsKnown),
            (SdgElement.Place, incident.Place.State is null && incident.Municipality is null),
            (SdgElement.Perpetrator, incident.Involvements.Count == 0),
            (SdgElement.Motive, acts.All(a => a.Motive is null or MotiveNotExamined)),
            (SdgElement.Sources, incident.IndependentSources < Incident.SourcesForVerified),
        ];
        return [.. checks.Where(c => c.IsMissing).Select(c => c.Element)];
    }
}
