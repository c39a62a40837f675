using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

internal static class VictimNames
{
    /// <returns>Pseudonyms by the sequence of the victim within the incident; none of somebody unknown.</returns>
    public static async Task<IReadOnlyDictionary<int, string>> PseudonymsAsync(this DbSet<Person> people, Incident incident, CancellationToken cancellationToken)
    {
        var ids = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var known = await people.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        return incident.Victims.Where(v => v.PersonId is { } id && known.ContainsKey(id)).ToDictionary(v => v.Sequence, v => known[v.PersonId!.Value]);
    }
}
