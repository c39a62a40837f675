using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Vocabularies;

/// <summary>Brings the shipped lists and places into the database; run again, it changes only what a new version changed.</summary>
internal static class VocabularySeed
{
    public static IEnumerable<Term> ShippedTerms() =>
        from file in ShippedData.Names("Vocabularies")
        let list = Path.GetFileNameWithoutExtension(file)
        from row in ShippedData.Rows("Vocabularies", file).Select((cells, position) => (cells, position))
        select Term.Shipped(
            list, row.cells["code"]!, row.cells["parent"], row.cells["class"], row.cells["en"]!, row.cells["es"]!, row.cells["source"] ?? "", row.cells["note"], row.position);

    public static IEnumerable<Area> ShippedAreas() =>
        ShippedData.Rows("Places", "countries.csv").Select(r => Area.Shipped(r["code"]!, null, r["en"]!, r["es"]!))
            .Concat(ShippedData.Rows("Places", "mexico-states.csv").Select(r => Area.Shipped(r["code"]!, "MX", r["en"]!, r["es"]!)));

    public static async Task SeedAsync(CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        var terms = await db.Terms.ToDictionaryAsync(t => (t.List, t.Code), cancellationToken);
        foreach (var term in ShippedTerms())
        {
            if (terms.TryGetValue((term.List, term.Code), out var stored))
            {
                stored.Update(term.Parent, term.Class, term.English, term.Spanish, term.Source, term.Note, term.Position);
            }
            else
            {
                db.Terms.Add(term);
            }
        }

        var areas = await db.Areas.ToDictionaryAsync(a => a.Code, cancellationToken);
        foreach (var area in ShippedAreas())
        {
            if (areas.TryGetValue(area.Code, out var stored))
            {
                stored.Rename(area.English, area.Spanish);
            }
            else
            {
                db.Areas.Add(area);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
