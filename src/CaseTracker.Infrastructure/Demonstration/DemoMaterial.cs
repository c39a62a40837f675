using System.Text.Json;
using CaseTracker.Domain.Places;
using CaseTracker.Infrastructure.Seeding;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>Invented names, titles and narratives for demonstration data, in Spanish, and real places to put them in.</summary>
internal sealed class DemoMaterial
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Shipped _shipped = JsonSerializer.Deserialize<Shipped>(ShippedData.Text("Demonstration", "names.json"), Web)
        ?? throw new InvalidOperationException("Demonstration/names.json is empty.");

    private readonly ILookup<string, string> _municipalities =
        ShippedData.Rows("Demonstration", "municipalities.csv").ToLookup(r => r["state_code"]!, r => r["name"]!);

    public IReadOnlyList<Story> Titles => _shipped.Titles;

    public string PersonName(Random random, bool woman) =>
        $"{Pick(random, woman ? _shipped.FirstNamesFemale : _shipped.FirstNamesMale)} {Pick(random, _shipped.Surnames)} {Pick(random, _shipped.Surnames)}";

    public string OrganisationName(Random random, string place) => Pick(random, _shipped.OrganisationPatterns).Replace("{place}", place);

    public string Outlet(Random random) => Pick(random, _shipped.Outlets);

    /// <summary>A narrative of the same kind of act, with its blanks filled in. Names nobody.</summary>
    /// <param name="reported">False leaves out the sentences about an authority: nobody went to one.</param>
    public string Narrative(Random random, Story title, string place, string date, bool reported)
    {
        var sameAct = _shipped.Narratives.Where(n => n.Act == title.Act).ToList();
        var text = Pick(random, sameAct.Count > 0 ? sameAct : [.. _shipped.Narratives.Where(n => n.Group == title.Group)]).Text;
        if (!reported)
        {
            text = string.Join(". ", text.TrimEnd('.').Split(". ").Where(sentence => !sentence.Contains("{authority}", StringComparison.Ordinal))) + ".";
        }

        return text.Replace("{place}", place).Replace("{date}", date).Replace("{outlet}", Outlet(random)).Replace("{authority}", Pick(random, _shipped.Authorities));
    }

    public string Municipality(Random random, Area state)
    {
        var known = _municipalities[state.Code].ToList();
        return known.Count > 0 ? Pick(random, known) : state.Spanish;
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public sealed record Story(string Group, string Act, string Text);

    private sealed record Shipped(
        List<string> FirstNamesFemale,
        List<string> FirstNamesMale,
        List<string> Surnames,
        List<string> OrganisationPatterns,
        List<string> Outlets,
        List<string> Authorities,
        List<Story> Titles,
        List<Story> Narratives);
}
