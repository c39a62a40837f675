using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

namespace CaseTracker.Application.Incidents;

/// <summary>That a person suffered in an incident, to be asked from the person's side.</summary>
public sealed record VictimOf
{
    public IncidentId IncidentId { get; init; }

    /// <summary>Null while nobody knows who it was.</summary>
    public PersonId? PersonId { get; init; }
}
