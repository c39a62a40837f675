using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Protection;

/// <summary>Whom an assessment or a measure is for, as a form asks it.</summary>
public static class ForWhom
{
    /// <summary>Stands for the incident as a whole; victims are numbered from 1.</summary>
    public const int All = 0;

    /// <param name="victim">Sequence of a victim, or <see cref="All"/>; null if nothing was chosen.</param>
    internal static Result<PersonId?> Read(Incident incident, int? victim)
    {
        if (victim is null)
        {
            return SharedErrors.Required.On("Victim");
        }

        return victim == All ? (PersonId?)null
            : incident.Victims.SingleOrDefault(v => v.Sequence == victim)?.PersonId is { } person ? person
            : IncidentErrors.VictimOfAnotherIncident.On("Victim");
    }
}
