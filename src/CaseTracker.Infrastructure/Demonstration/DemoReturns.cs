using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Protection;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>One of two incidents that were made to be seen together, because the same person was hit twice.</summary>
/// <param name="Name">Shared by both.</param>
/// <param name="Actor">Whom it hits, in the words of the titles.</param>
/// <param name="Group">Group of the act.</param>
/// <param name="Again">It is the second one.</param>
internal sealed record DemoLink(string Name, string Actor, string Group, bool Again);

/// <summary>Somebody to whom something was done lately, and to whom more may be done.</summary>
internal sealed record DemoKnown(PersonId Person, string Actor, DateOnly Day, Area State, string Town);

/// <summary>
/// Lets the same people come again: somebody threatened or smeared is threatened within <see cref="Escalation.WindowDays"/> days, as it
/// happens. Each sign of escalation, and what followed a campaign, is also made once for certain.
/// </summary>
internal sealed class DemoReturns(Random random, DemoMaterial material)
{
    /// <summary>Of the incidents that could be about somebody known, one in so many is: more would make too much of threats.</summary>
    private const int OneIn = 15;

    /// <summary>Somebody of the last incidents of a team: looking through more would cost more than it shows.</summary>
    private const int Remembered = 24;

    private const string Threats = "CT-GRP-THR";
    private const string Smears = "CT-GRP-STG";

    /// <summary>Whose first incident the campaign is made of.</summary>
    private const string OfCampaign = "campaign";

    private static readonly (string Name, string Actor, string First, string Then, int Ago, int Later)[] Recent =
    [
        ("second-threat", "abogada de derechos de las mujeres", Threats, Threats, 75, 25),
        ("smear", "abogado de derechos humanos", Smears, Threats, 90, 40),
        ("graver", "periodista de radio comunitaria", "CT-GRP-DIG", "CT-GRP-TOR", 60, 20),
    ];

    private static readonly DateOnly Smeared = new(2016, 4, 4);

    private readonly Dictionary<string, List<DemoMaterial.Story>> _threats = [];
    private readonly Dictionary<TeamId, LinkedList<DemoKnown>> _lately = [];
    private readonly Dictionary<string, DemoKnown> _linked = [];

    /// <summary>The incident of the campaign whose victim was threatened afterwards; null if none was made.</summary>
    public IncidentId? Campaigned { get; private set; }

    public static IEnumerable<DemoOccasion> Plan(MemberId worker, TeamId team, DateOnly today)
    {
        foreach (var (name, actor, first, then, ago, later) in Recent)
        {
            yield return At(today.AddDays(-ago), new(name, actor, first, Again: false));
            yield return At(today.AddDays(-ago + later), new(name, actor, then, Again: true));
        }

        yield return At(Smeared, new(OfCampaign, "maestra promotora de derechos humanos", Smears, Again: false));
        yield return At(Smeared.AddDays(45), new(OfCampaign, "maestra promotora de derechos humanos", Threats, Again: true));

        DemoOccasion At(DateOnly day, DemoLink link) => new(day, day.AddDays(1), worker, team, Chain: link);
    }

    /// <summary>Who is hit again on this occasion; null for somebody new.</summary>
    public DemoKnown? Again(DemoOccasion occasion)
    {
        if (occasion.Chain is { } chain)
        {
            return chain.Again ? _linked[chain.Name] : null;
        }

        if (!_lately.TryGetValue(occasion.Team, out var lately))
        {
            return null;
        }

        var near = lately.Where(k => k.Day < occasion.Day && occasion.Day.DayNumber - k.Day.DayNumber <= Escalation.WindowDays).ToList();
        return near.Count > 0 && random.Next(OneIn) == 0 ? DemoMaterial.Pick(random, near) : null;
    }

    public DemoMaterial.Story Story(DemoLink link) =>
        DemoMaterial.Pick(random, [.. material.Titles.Where(t => t.Group == link.Group && (link.Group != Threats || ActSeverity.IsThreat(t.Act)) && t.Text.Contains(link.Actor, StringComparison.Ordinal))]);

    public DemoMaterial.Story Threat(DemoKnown known) => DemoMaterial.Pick(random, ThreatsTo(known.Actor));

    /// <summary>Only who can be threatened again: a person of whom the titles tell of threats, and who was not killed or made to disappear.</summary>
    public void Remember(DemoOccasion occasion, Incident incident, DemoActor actor, DemoMaterial.Story story, Area state, string town)
    {
        if (incident.Victims is not [{ PersonId: { } person }] || !actor.IsIndividual)
        {
            return;
        }

        var known = new DemoKnown(person, actor.Words, occasion.Day, state, town);
        if (occasion.Chain is { } chain)
        {
            _linked[chain.Name] = known;
            Campaigned = chain is { Name: OfCampaign, Again: false } ? incident.Id : Campaigned;
        }
        else if (story.Group is Threats or Smears or "CT-GRP-DIG" && incident.StartedOn.Precision == Domain.Shared.DatePrecision.Day && ThreatsTo(actor.Words).Count > 0)
        {
            if (!_lately.TryGetValue(occasion.Team, out var lately))
            {
                _lately[occasion.Team] = lately = new LinkedList<DemoKnown>();
            }

            lately.AddLast(known);
            if (lately.Count > Remembered)
            {
                lately.RemoveFirst();
            }
        }
    }

    private List<DemoMaterial.Story> ThreatsTo(string actor)
    {
        if (!_threats.TryGetValue(actor, out var told))
        {
            _threats[actor] = told = [.. material.Titles.Where(t => ActSeverity.IsThreat(t.Act) && t.Text.Contains(actor, StringComparison.Ordinal))];
        }

        return told;
    }
}
