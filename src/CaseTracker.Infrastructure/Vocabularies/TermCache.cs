using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Vocabularies;

/// <summary>Code lists and places in memory: every page shows dozens of labels, and they change once in a year.</summary>
internal sealed class TermCache : ITerms, IAreas
{
    private volatile Content _content = new([], []);

    public IReadOnlyList<Area> Countries => _content.Countries;

    public Term? Find(string list, string? code) => code is null ? null : _content.Terms.GetValueOrDefault((list, code));

    public IReadOnlyList<Term> All(string list) => _content.Lists.GetValueOrDefault(list) ?? [];

    Area? IAreas.Find(string? code) => code is null ? null : _content.Areas.GetValueOrDefault(code);

    public IReadOnlyList<Area> StatesOf(string country) => _content.States.GetValueOrDefault(country) ?? [];

    public async Task LoadAsync(CaseTrackerDbContext db, CancellationToken cancellationToken) =>
        _content = new(await db.Terms.AsNoTracking().ToListAsync(cancellationToken), await db.Areas.AsNoTracking().ToListAsync(cancellationToken));

    private sealed class Content(List<Term> terms, List<Area> areas)
    {
        public Dictionary<(string List, string Code), Term> Terms { get; } = terms.ToDictionary(t => (t.List, t.Code));

        public Dictionary<string, List<Term>> Lists { get; } = terms.OrderBy(t => t.Position).GroupBy(t => t.List).ToDictionary(g => g.Key, g => g.ToList());

        public Dictionary<string, Area> Areas { get; } = areas.ToDictionary(a => a.Code);

        public List<Area> Countries { get; } = [.. areas.Where(a => a.IsCountry).OrderBy(a => a.English)];

        public Dictionary<string, List<Area>> States { get; } =
            areas.Where(a => !a.IsCountry).GroupBy(a => a.Country!).ToDictionary(g => g.Key, g => g.OrderBy(a => a.English).ToList());
    }
}
