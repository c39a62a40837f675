using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.People;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.People;

internal sealed class IdentityRegister(CaseTrackerDbContext db, IVault vault, IBlindIndex blind) : IIdentityRegister
{
    /// <summary>More candidates than this and the name is too common to be a hint.</summary>
    private const int Candidates = 200;

    public void Record(PersonIdentity identity)
    {
        db.Identities.Add(identity);
        db.BlindNames.AddRange(TokensOf(identity, blind));
    }

    public static IEnumerable<BlindName> TokensOf(PersonIdentity identity, IBlindIndex blind) =>
        NameTokens.Of(identity.Name.Clear, identity.Aliases?.Clear).Select(blind.OfName).Distinct().Select(token => new BlindName(identity.PersonId, token));

    public async Task ForgetAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var ids = people.ToList();
        await db.BlindNames.Where(n => ids.Contains(n.PersonId)).ExecuteDeleteAsync(cancellationToken);
        db.Identities.RemoveRange(await db.Identities.Where(i => ids.Contains(i.PersonId)).ToListAsync(cancellationToken));
    }

    public async Task<OpenedIdentity?> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        await db.Identities.AsNoTracking().SingleOrDefaultAsync(i => i.PersonId == person, cancellationToken) is { } identity
            ? Opened(identity, await vault.FetchAsync([KeyOwner.Of(person)], cancellationToken))
            : null;

    public async Task<IReadOnlyList<NameMatch>> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var sought = NameTokens.Telling(NameTokens.Of(name));
        var matches = new List<NameMatch>();
        foreach (var candidate in await CandidatesAsync(sought, individualsOnly: false, cancellationToken))
        {
            var words = NameTokens.Telling(NameTokens.Of(candidate.Name, candidate.Aliases));
            var shared = words.Intersect(sought).Count();

            // Two words, or the only one; and half of the longer name.
            if (shared >= Math.Min(2, sought.Count) && shared * 2 >= Math.Max(sought.Count, words.Count))
            {
                matches.Add(new(candidate.PersonId, shared));
            }
        }

        return [.. matches.OrderByDescending(m => m.SharedWords)];
    }

    public async Task<IReadOnlyList<PersonId>> FindCandidatesAsync(string words, CancellationToken cancellationToken)
    {
        var tokens = NameTokens.Of(words).Select(blind.OfName).Distinct().ToList();
        return tokens.Count == 0
            ? []
            : await db.BlindNames.Where(t => tokens.Contains(t.Token)).GroupBy(t => t.PersonId).Where(g => g.Count() == tokens.Count).Select(g => g.Key).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<PersonId>> WhoIsNamedAsync(string words, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var sought = NameTokens.Of(words);
        var some = await db.Identities.AsNoTracking().Where(i => people.Contains(i.PersonId)).Select(i => new { i.PersonId, i.Name, i.Aliases }).ToListAsync(cancellationToken);
        var ring = await vault.FetchAsync(some.Select(i => KeyOwner.Of(i.PersonId)), cancellationToken);
        return some.Where(i => IsNamed(i.PersonId, i.Name, i.Aliases)).Select(i => i.PersonId).ToHashSet();

        // A common name is borne by thousands: aliases are opened only where the name has not all the words.
        bool IsNamed(PersonId person, Sealed<string> name, Sealed<string>? aliases)
        {
            var (owner, row) = (KeyOwner.Of(person), SealedRow.Of(person.Value));
            try
            {
                if (ring.Need(SealedFields.Name, owner, row, name) is not { } opened)
                {
                    return false;
                }

                var missing = sought.Except(NameTokens.Of(opened)).ToList();
                return missing.Count == 0 || (aliases is not null && NameTokens.Of(ring.Need(SealedFields.Aliases, owner, row, aliases)) is var also && missing.TrueForAll(also.Contains));
            }
            catch (SealBrokenException broken) when (SealsMet.PassesOver(broken))
            {
                return false;
            }
        }
    }

    public async Task<bool> NamesSomebodyAsync(string text, CancellationToken cancellationToken)
    {
        var words = NameTokens.Of(text);
        return words.Count >= 2
            && (await CandidatesAsync(words, individualsOnly: true, cancellationToken)).Any(candidate =>
                (string[])[candidate.Name, .. candidate.Aliases?.Split([',', ';', '/']) ?? []] is var names
                && names.Select(n => NameTokens.Of(n)).Any(name => name.Count >= 2 && name.All(words.Contains)));
    }

    private static OpenedIdentity? Opened(PersonIdentity identity, IKeyRing ring)
    {
        var (owner, row) = (KeyOwner.Of(identity.PersonId), SealedRow.Of(identity.PersonId.Value));
        return ring.Need(SealedFields.Name, owner, row, identity.Name) is { } name
            ? new(identity.PersonId, name, ring.Need(SealedFields.Aliases, owner, row, identity.Aliases), ring.Need(SealedFields.Contact, owner, row, identity.Contact))
            : null;
    }

    /// <summary>People who may share two of the words, or the only one, opened so that it can be told: blinded words collide.</summary>
    private async Task<List<OpenedIdentity>> CandidatesAsync(IReadOnlyList<string> words, bool individualsOnly, CancellationToken cancellationToken)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var tokens = words.Select(blind.OfName).Distinct().ToList();
        var needed = Math.Min(2, tokens.Count);
        var people = await db.BlindNames.Where(t => tokens.Contains(t.Token))
            .GroupBy(t => t.PersonId)
            .Select(g => new { Person = g.Key, Shared = g.Count() })
            .Where(s => s.Shared >= needed)
            .OrderByDescending(s => s.Shared)
            .Take(Candidates)
            .Select(s => s.Person)
            .ToListAsync(cancellationToken);
        if (people.Count == 0)
        {
            return [];
        }

        return await OpenedAsync(
            db.Identities.Where(i => people.Contains(i.PersonId) && (!individualsOnly || db.People.IgnoreQueryFilters().Any(p => p.Id == i.PersonId && p.Kind == PersonKind.Individual))),
            cancellationToken);
    }

    private async Task<List<OpenedIdentity>> OpenedAsync(IQueryable<PersonIdentity> some, CancellationToken cancellationToken)
    {
        var identities = await some.AsNoTracking().ToListAsync(cancellationToken);
        var ring = await vault.FetchAsync(identities.Select(i => KeyOwner.Of(i.PersonId)), cancellationToken);
        return [.. identities.Select(i => OpenedIfWhole(i, ring)).OfType<OpenedIdentity>()];
    }

    /// <summary>Null also for one that was altered: it matches nobody, and keeps nobody else from being found.</summary>
    private static OpenedIdentity? OpenedIfWhole(PersonIdentity identity, IKeyRing ring)
    {
        try
        {
            return Opened(identity, ring);
        }
        catch (SealBrokenException broken) when (SealsMet.PassesOver(broken))
        {
            return null;
        }
    }
}
