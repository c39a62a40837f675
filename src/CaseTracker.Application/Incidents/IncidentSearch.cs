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
public sealed class IncidentSearch(IBlindIndex blind, IIdentityRegister identities, IdentityDoors doors)
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
                Named = [.. (await FindNamedAsync(text.Typed, cancellationToken)).Select(n => n.Incident).Distinct()],
            },
        };
    }

    /// <summary>A name is looked for, and opened to be compared, only where the reader may know who the victims are.</summary>
    public async Task<IReadOnlyList<Named>> FindNamedAsync(string typed, CancellationToken cancellationToken)
    {
        var maybe = await identities.FindCandidatesAsync(typed, cancellationToken);
        if (maybe.Count == 0)
        {
            return [];
        }

        var known = await doors.KnownAsync(maybe, cancellationToken);
        var named = await identities.WhoIsNamedAsync(typed, [.. known.Select(k => k.PersonId!.Value).Distinct()], cancellationToken);
        return [.. known.Where(k => named.Contains(k.PersonId!.Value)).Select(k => new Named(k.IncidentId, k.PersonId!.Value))];
    }
}

/// <summary>Somebody who bears a name that was looked for, in an incident where the reader may know it.</summary>
public readonly record struct Named(IncidentId Incident, PersonId Person);
