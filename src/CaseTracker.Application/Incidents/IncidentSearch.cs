using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Turns what somebody looks for into what a sealed database can be asked.</summary>
public sealed class IncidentSearch(ICaseTrackerDb db, IBlindIndex blind, IIdentityRegister identities, IdentityDoors doors)
{
    /// <summary>So many can be handed from one query to the next: what was looked for is looked for once.</summary>
    private const int Few = 2_000;

    /// <summary>Incidents that have all the words: gathering more of them takes longer than going through a list.</summary>
    private const int Many = 5_000;

    /// <summary>In an invented incident's place in a sum: more than there can be incidents.</summary>
    private const long Apart = 1L << 32;

    /// <summary>What the reader asked for, to be read in any order, and how much it is.</summary>
    public async Task<FoundIncidents> FindAsync(IncidentCriteria wanted, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(wanted, cancellationToken);
        if (prepared.Text is { IsCommon: false } text)
        {
            var first = await db.Matching(prepared).AsNoTracking().OrderBy(i => i.Id).Select(i => new { i.Id, i.IsDemonstration }).Take(Few + 1).ToListAsync(cancellationToken);
            if (first.Count <= Few)
            {
                var ids = first.Select(f => f.Id).ToList();
                return new(db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)), ids.Count, first.Count(f => f.IsDemonstration));
            }

            prepared = prepared with { Text = text with { IsCommon = true } };
        }

        // Both counts in one reading: two queries, or groups, take twice as long.
        var matching = db.Matching(prepared).AsNoTracking();
        var sum = await matching.SumAsync(i => i.IsDemonstration ? Apart + 1 : 1, cancellationToken);
        return new(matching, (int)(sum % Apart), (int)(sum / Apart));
    }

    public async Task<IncidentCriteria> PrepareAsync(IncidentCriteria wanted, CancellationToken cancellationToken)
    {
        if (wanted.Text is not { } text)
        {
            return wanted;
        }

        text = text with { Words = [.. SearchWords.Sought(text.Typed).Select(stems => stems.Select(blind.OfWord).ToList())] };
        var numbered = text.MayBeNumber ? await db.Numbered(text).OrderBy(i => i.Number).Select(i => i.Id).Take(Few + 1).ToListAsync(cancellationToken) : [];
        var called = text.MayBePseudonym ? await db.PeopleCalled(text).OrderBy(p => p.Pseudonym).Select(p => (PersonId?)p.Id).Take(Few + 1).ToListAsync(cancellationToken) : [];
        text = text with { HasManyNumbers = numbered.Count > Few, HasManyPseudonyms = called.Count > Few };
        var known = (await FindNamedAsync(text.Typed, cancellationToken)).Select(n => n.Incident).ToHashSet();
        if (!text.HasManyNumbers)
        {
            known.UnionWith(numbered);
        }

        if (!text.HasManyPseudonyms && called.Count > 0)
        {
            known.UnionWith(await db.Victims.Where(v => called.Contains(v.PersonId)).Select(v => v.IncidentId).ToListAsync(cancellationToken));
        }

        var (words, areCommon) = await RankAsync(text.Words, cancellationToken);
        return wanted with { Text = text with { Words = words, Known = [.. known], IsCommon = text.HasManyNumbers || text.HasManyPseudonyms || areCommon } };
    }

    /// <summary>The rarest first, which all the others are then looked up for.</summary>
    private async Task<(IReadOnlyList<List<long>> Words, bool AreCommon)> RankAsync(IReadOnlyList<List<long>> words, CancellationToken cancellationToken)
    {
        var counted = new List<(List<long> Stems, int Count)>();
        foreach (var stems in words)
        {
            counted.Add((stems, await db.Words.CountAsync(w => stems.Contains(w.Word), cancellationToken)));
        }

        IReadOnlyList<List<long>> ranked = [.. counted.OrderBy(c => c.Count).Select(c => c.Stems)];
        var rarest = counted.Count == 0 ? 0 : counted.Min(c => c.Count);
        return (ranked, rarest > Many && (ranked.Count == 1 || await db.WordsBeside(ranked).Take(Many + 1).CountAsync(cancellationToken) > Many));
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

/// <param name="Incidents">Those that match and that the reader sees.</param>
/// <param name="Total">How many they are.</param>
/// <param name="Invented">How many of them belong to the demonstration.</param>
public sealed record FoundIncidents(IQueryable<Incident> Incidents, int Total, int Invented);
