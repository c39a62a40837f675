using CaseTracker.Application.People;
using CaseTracker.Domain.People;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.People;

internal sealed class IdentityRegister(CaseTrackerDbContext db) : IIdentityRegister
{
    /// <summary>More candidates than this and the name is too common to be a hint.</summary>
    private const int Candidates = 200;

    public void Record(PersonIdentity identity)
    {
        db.Identities.Add(identity);
        db.NameTokens.AddRange(NameTokens.Of(identity.Name, identity.Aliases).Select(token => new PersonNameToken(identity.PersonId, token)));
    }

    public Task<PersonIdentity?> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Identities.AsNoTracking().SingleOrDefaultAsync(i => i.PersonId == person, cancellationToken);

    public async Task<IReadOnlyList<NameMatch>> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var tokens = NameTokens.Of(name);
        if (tokens.Count == 0)
        {
            return [];
        }

        var found = await db.NameTokens.Where(t => tokens.Contains(t.Token))
            .GroupBy(t => t.PersonId)
            .Select(g => new { Person = g.Key, Shared = g.Count() })
            .OrderByDescending(m => m.Shared)
            .Take(Candidates)
            .ToListAsync(cancellationToken);

        // One common given name is no match; the whole of a one-word name, or two words, is.
        var needed = Math.Min(2, tokens.Count);
        return [.. found.Where(m => m.Shared >= needed).Select(m => new NameMatch(m.Person, m.Shared))];
    }

    public async Task<bool> NamesSomebodyAsync(string text, CancellationToken cancellationToken)
    {
        var words = NameTokens.Of(text);
        if (words.Count < 2)
        {
            return false;
        }

        var candidates = await FindByNameAsync(text, cancellationToken);
        var people = candidates.Select(c => c.Person).ToList();
        if (people.Count == 0)
        {
            return false;
        }

        var names = await db.Identities.Where(i => people.Contains(i.PersonId))
            .Join(db.People.IgnoreQueryFilters().Where(p => p.Kind == PersonKind.Individual), i => i.PersonId, p => p.Id, (i, _) => i.Name)
            .ToListAsync(cancellationToken);
        return names.Select(n => NameTokens.Of(n)).Any(name => name.Count >= 2 && name.All(words.Contains));
    }
}
