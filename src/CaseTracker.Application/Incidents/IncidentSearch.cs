using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Turns what somebody looks for into what a sealed database can be asked.</summary>
public sealed class IncidentSearch(ICaseTrackerDb db, IBlindIndex blind, IIdentityRegister identities)
{
    public async Task<IncidentCriteria> PrepareAsync(IncidentCriteria wanted, CancellationToken cancellationToken)
    {
        if (wanted.Text is not { } text)
        {
            return wanted;
        }

        return wanted with
        {
            Text = text with
            {
                Words = [.. SearchWords.Sought(text.Typed).Select(stems => stems.Select(blind.OfWord).ToList())],
                Named = [.. (await FindNamedAsync(text.Typed, wanted.By, wanted.Now, cancellationToken)).Select(n => n.Incident).Distinct()],
            },
        };
    }

    /// <summary>A name is looked for, and opened to be compared, only where the reader may know who the victims are.</summary>
    public async Task<IReadOnlyList<Named>> FindNamedAsync(string typed, Actor reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var maybe = (await identities.FindCandidatesAsync(typed, cancellationToken)).Select(p => (PersonId?)p).ToList();
        if (maybe.Count == 0)
        {
            return [];
        }

        var victims = db.Victims.Where(v => maybe.Contains(v.PersonId));
        var open = db.Incidents.Where(i => victims.Select(v => v.IncidentId).Contains(i.Id)).WithOpenIdentities(reader, now);
        var known = await victims.Where(v => open.Contains(v.IncidentId)).Select(v => new { v.IncidentId, Person = v.PersonId!.Value }).ToListAsync(cancellationToken);
        var named = await identities.WhoIsNamedAsync(typed, [.. known.Select(k => k.Person).Distinct()], cancellationToken);
        return [.. known.Where(k => named.Contains(k.Person)).Select(k => new Named(k.IncidentId, k.Person))];
    }
}

/// <summary>Somebody who bears a name that was looked for, in an incident where the reader may know it.</summary>
public readonly record struct Named(IncidentId Incident, PersonId Person);
