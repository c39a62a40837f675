using System.Text.Json;
using CaseTracker.Domain.Places;
using CaseTracker.Infrastructure.Seeding;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>Invented names, titles and narratives for demonstration data, and real places to put them in.</summary>
internal sealed class DemoMaterial
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Shipped _shipped = JsonSerializer.Deserialize<Shipped>(ShippedData.Text("Demonstration", "names.json"), Web)
        ?? throw new InvalidOperationException("Demonstration/names.json is empty.");

    private readonly ILookup<string, string> _municipalities =
        ShippedData.Rows("Demonstration", "municipalities.csv").ToLookup(r => r["state_code"]!, r => r["name"]!);

    public string PersonName(Random random, bool woman) =>
        $"{Pick(random, woman ? _shipped.FirstNamesFemale : _shipped.FirstNamesMale)} {Pick(random, _shipped.Surnames)} {Pick(random, _shipped.Surnames)}";

    public string OrganisationName(Random random, string place) => Pick(random, _shipped.OrganisationPatterns).Replace("{place}", place);

    public string Outlet(Random random) => Pick(random, _shipped.Outlets);

    public Both Authority(Random random) => Pick(random, _shipped.Authorities);

    public Story Title(Random random, string group) => Pick(random, _shipped.TitlesOf(group));

    /// <summary>A narrative of the same kind of act, with its blanks filled in. Names nobody.</summary>
    public string Narrative(Random random, Story title, bool spanish, string place, string date)
    {
        var sameAct = _shipped.Narratives.Where(n => n.Act == title.Act).ToList();
        var story = Pick(random, sameAct.Count > 0 ? sameAct : [.. _shipped.Narratives.Where(n => n.Group == title.Group)]);
        var authority = Authority(random);
        return story.In(spanish).Replace("{place}", place).Replace("{date}", date).Replace("{outlet}", Outlet(random)).Replace("{authority}", authority.In(spanish));
    }

    public string Municipality(Random random, Area state)
    {
        var known = _municipalities[state.Code].ToList();
        return known.Count > 0 ? Pick(random, known) : state.Spanish;
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public sealed record Story(string Group, string Act, string En, string Es)
    {
        public string In(bool spanish) => spanish ? Es : En;
    }

    public sealed record Both(string En, string Es)
    {
        public string In(bool spanish) => spanish ? Es : En;
    }

    private sealed record Shipped(
        List<string> FirstNamesFemale,
        List<string> FirstNamesMale,
        List<string> Surnames,
        List<string> OrganisationPatterns,
        List<string> Outlets,
        List<Both> Authorities,
        List<Story> Titles,
        List<Story> Narratives)
    {
        private Dictionary<string, List<Story>>? _byGroup;

        public List<Story> TitlesOf(string group) => (_byGroup ??= Titles.GroupBy(t => t.Group).ToDictionary(g => g.Key, g => g.ToList()))[group];
    }
}
