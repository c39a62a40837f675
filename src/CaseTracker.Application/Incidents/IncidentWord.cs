using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>That an incident can be found under a word, which stands here blinded.</summary>
public sealed class IncidentWord(IncidentId incidentId, long word)
{
    public IncidentId IncidentId { get; private init; } = incidentId;

    public long Word { get; private init; } = word;
}

/// <summary>Keeps the blinded words of an incident's title, narrative and municipality.</summary>
public sealed class IncidentIndex(ICaseTrackerDb db, IBlindIndex blind)
{
    public void Add(IncidentId incident, IncidentFacts facts) => db.Words.AddRange(Words(blind, incident, facts));

    public async Task ReplaceAsync(IncidentId incident, IncidentFacts facts, CancellationToken cancellationToken)
    {
        var now = Words(blind, incident, facts).ToDictionary(w => w.Word);
        foreach (var old in await db.Words.Where(w => w.IncidentId == incident).ToListAsync(cancellationToken))
        {
            if (!now.Remove(old.Word))
            {
                db.Words.Remove(old);
            }
        }

        db.Words.AddRange(now.Values);
    }

    /// <summary>At once, within the running transaction.</summary>
    public Task RemoveAsync(IncidentId incident, CancellationToken cancellationToken) => db.Words.Where(w => w.IncidentId == incident).ExecuteDeleteAsync(cancellationToken);

    public static IEnumerable<IncidentWord> Words(IBlindIndex blind, IncidentId incident, IncidentFacts facts) =>
        SearchWords.Of(facts.Title, facts.Narrative, facts.Place.Municipality).Select(blind.OfWord).Distinct().Select(word => new IncidentWord(incident, word));
}
