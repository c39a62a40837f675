using System.Text.Json;
using CaseTracker.Infrastructure.Seeding;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>What goes together in an invented incident, read off its title: who it was done to, by what means, by whom.</summary>
internal sealed class DemoPlausibility
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Shipped _shipped = JsonSerializer.Deserialize<Shipped>(ShippedData.Text("Demonstration", "plausible.json"), Web)
        ?? throw new InvalidOperationException("Demonstration/plausible.json is empty.");

    private readonly List<DemoActor> _actors;
    private readonly Dictionary<string, DemoAct> _acts;

    public DemoPlausibility()
    {
        // The longest words first: a coordinator of a shelter is a person, a shelter is not.
        _actors = [.. _shipped.Actors.OrderByDescending(a => a.Words.Length)];
        _acts = _shipped.Acts.ToDictionary(a => a.Code);
    }

    public IReadOnlyList<DemoSource> Sources => _shipped.Sources;

    /// <summary>The person, group or organisation to whom it was done.</summary>
    public DemoActor Victim(string title) =>
        _shipped.Relatives.FirstOrDefault(r => title.Contains(r.Words, StringComparison.Ordinal)) ?? Named(title);

    /// <summary>What fits the act, narrowed by what the title says of it. What it says of the victim's work narrows nothing.</summary>
    public DemoAct Act(string code, string title)
    {
        var said = title.Replace(Named(title).Words, "", StringComparison.Ordinal);
        var act = _acts[code];
        foreach (var cue in _shipped.Cues.Where(c => said.Contains(c.Words, StringComparison.Ordinal)).Reverse())
        {
            act = act with
            {
                Methods = cue.Methods ?? act.Methods,
                Perpetrators = cue.Perpetrators ?? act.Perpetrators,
                VictimStates = cue.VictimStates ?? act.VictimStates,
                Accusations = cue.Accusations ?? act.Accusations,
            };
        }

        return act;
    }

    private DemoActor Named(string title) =>
        _actors.FirstOrDefault(a => title.Contains(a.Words, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"Nobody is known in the title: {title}");

    private sealed record Shipped(List<DemoActor> Relatives, List<DemoActor> Actors, List<DemoAct> Acts, List<DemoCue> Cues, List<DemoSource> Sources);

    private sealed record DemoCue(string Words, List<string>? Methods, List<string>? Perpetrators, List<string>? VictimStates, List<string>? Accusations);
}

/// <param name="Gender">Null where the title leaves it open.</param>
/// <param name="Age">Null where the title leaves it open.</param>
internal sealed record DemoActor(string Words, string Kind, string? Gender, List<string> Profiles, bool Indigenous = false, string? Age = null)
{
    public bool IsIndividual => Kind == "Individual";
}

internal sealed record DemoAct(string Code, List<string> Methods, List<string> Perpetrators, List<string> VictimStates, List<string> Rights, bool Urgent = false, List<string>? Accusations = null);

internal sealed record DemoSource(string Connection, string Material);
