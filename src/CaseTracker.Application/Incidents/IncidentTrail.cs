using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.Incidents;

public static class IncidentTrail
{
    /// <summary>Names the incident in the trail. What cannot be a number is not repeated there: an address can hold anything.</summary>
    public static void OfIncident(this Trail trail, string number, string? codes = null)
    {
        if (number.Length <= Incident.NumberLimit)
        {
            trail.Of(number, codes);
        }
    }
}
