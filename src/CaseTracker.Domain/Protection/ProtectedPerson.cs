using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Protection;

/// <summary>Whom a judgement or a measure is for: one of the incident's victims, or all whom it concerns.</summary>
internal static class ProtectedPerson
{
    public static IEnumerable<Refusal> Check(Incident incident, PersonId? person) =>
        person is null || incident.Victims.Any(v => v.PersonId == person) ? [] : [IncidentErrors.VictimOfAnotherIncident.On("Person")];
}
