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
        var sharing = await SharingAsync(tokens, cancellationToken);
        var people = sharing.Select(s => s.Person).ToList();
        var words = await db.NameTokens.Where(t => people.Contains(t.PersonId))
            .GroupBy(t => t.PersonId)
            .Select(g => new { Person = g.Key, Count = g.Count() })
            .ToDictionaryAsync(w => w.Person, w => w.Count, cancellationToken);

        // Half of the longer name must agree: "centre" and "rights" alone make no match between two organisations.
        return [.. sharing.Where(s => s.SharedWords * 2 >= Math.Max(tokens.Count, words[s.Person]))];
    }

    public async Task<bool> NamesSomebodyAsync(string text, CancellationToken cancellationToken)
    {
        var words = NameTokens.Of(text);
        if (words.Count < 2)
        {
            return false;
        }

        var candidates = await SharingAsync(words, cancellationToken);
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

    /// <summary>People who share two of the words, or the only one: one common given name is no match.</summary>
    private async Task<List<NameMatch>> SharingAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var needed = Math.Min(2, words.Count);
        var sharing = await db.NameTokens.Where(t => words.Contains(t.Token))
            .GroupBy(t => t.PersonId)
            .Select(g => new { Person = g.Key, Shared = g.Count() })
            .Where(s => s.Shared >= needed)
            .OrderByDescending(s => s.Shared)
            .Take(Candidates)
            .ToListAsync(cancellationToken);
        return [.. sharing.Select(s => new NameMatch(s.Person, s.Shared))];
    }
}
