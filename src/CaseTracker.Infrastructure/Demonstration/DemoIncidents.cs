using System.Globalization;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>What one synthetic incident adds to the database.</summary>
internal sealed record DemoIncident(Incident Incident, IncidentFacts Facts, IReadOnlyList<(Person Person, PersonIdentity Identity)> People, IReadOnlyList<FollowUp> FollowUps, DemoProtected Protected);

/// <summary>Day and team of a synthetic incident, decided first because its number depends on the year.</summary>
/// <param name="IsStory">It is told by <see cref="DemoStory"/> and not drawn.</param>
/// <param name="Chain">What is to be shown by it together with another; null for one that stands by itself.</param>
internal sealed record DemoOccasion(DateOnly Day, DateOnly LoggedOn, MemberId By, TeamId Team, bool IsStory = false, DemoLink? Chain = null);

/// <summary>Makes synthetic incidents through the domain's own doors, so that none can hold what the product would refuse.</summary>
internal sealed class DemoIncidents(Random random, ITerms terms, IAreas areas, DemoMaterial material, ISet<string> pseudonyms, DemoClock clock)
{
    private static readonly (string Group, int Weight)[] Groups =
    [
        ("CT-GRP-KILL", 6), ("CT-GRP-DIS", 4), ("CT-GRP-TOR", 9), ("CT-GRP-THR", 26), ("CT-GRP-STG", 18), ("CT-GRP-CRM", 13),
        ("CT-GRP-RAID", 7), ("CT-GRP-DIG", 8), ("CT-GRP-RES", 4), ("CT-GRP-DPL", 3), ("CT-GRP-REP", 2),
    ];

    /// <summary>States where more was documented weigh more; the others still occur.</summary>
    private static readonly Dictionary<string, int> StateWeights = new()
    {
        ["MX-OAX"] = 14,
        ["MX-GRO"] = 12,
        ["MX-CHP"] = 10,
        ["MX-CMX"] = 10,
        ["MX-CHH"] = 8,
        ["MX-VER"] = 8,
        ["MX-MIC"] = 7,
        ["MX-MEX"] = 6,
        ["MX-PUE"] = 5,
    };

    private static readonly string[] Reliabilities = ["01", "01", "02", "02", "02", "03", "99"];
    private static readonly string[] Proofs = ["CT-DEG-CONFIRMED", "CT-DEG-LIKELY", "CT-DEG-LIKELY", "CT-DEG-POSSIBLE", "CT-DEG-POSSIBLE"];
    private static readonly CultureInfo Mexico = CultureInfo.GetCultureInfo("es-MX");

    /// <summary>What a follow-up of each kind asks for.</summary>
    private static readonly (string Kind, string Note)[] Tasks =
    [
        ("CT-FUK-CALL", "Llamar para saber cómo sigue"), ("CT-FUK-AUTH", "Preguntar si hubo avances"), ("CT-FUK-FILE", "Revisar si hay actuaciones nuevas"),
        ("CT-FUK-VERIFY", "Contrastar la fecha con otra fuente"), ("CT-FUK-RISK", "Revisar si las medidas siguen vigentes"), ("CT-FUK-HEAR", "Acompañar la audiencia"),
    ];

    private readonly List<Area> _states = [.. areas.StatesOf("MX").SelectMany(s => Enumerable.Repeat(s, StateWeights.GetValueOrDefault(s.Code, 2)))];
    private readonly List<string> _groups = [.. Groups.SelectMany(g => Enumerable.Repeat(g.Group, g.Weight))];
    private readonly ILookup<string, DemoMaterial.Story> _titles = material.Titles.ToLookup(t => t.Group);
    private readonly DemoPlausibility _fits = new();
    private readonly DemoPath _path = new(random, terms, clock);
    private readonly DemoPeople _people = new(random, terms, material, pseudonyms);
    private readonly DemoReturns _known = new(random, material);
    private readonly DemoProtection _protection = new(terms, clock);
    private readonly Queue<DemoPlan> _plans = new(DemoPlan.Of(terms.All(Lists.Profiles).Select(t => t.Code), terms.All(Lists.Genders).Select(t => t.Code)));

    /// <summary>See <see cref="DemoReturns.Campaigned"/>.</summary>
    public IncidentId? Campaigned => _known.Campaigned;

    public DemoOccasion Occasion(IReadOnlyList<(MemberId Member, TeamId Team)> workers)
    {
        // More of the recent than of the old, as registers are; from 2015 on.
        var span = clock.Today.DayNumber - new DateOnly(2015, 1, 1).DayNumber;
        var day = clock.Today.AddDays(-(int)(span * Math.Pow(random.NextDouble(), 1.35)) - 1);
        var logged = day.AddDays(random.Next(45));
        var (member, team) = DemoMaterial.Pick(random, workers);
        return new(day, logged > clock.Today ? clock.Today : logged, member, team);
    }

    public DemoIncident Make(DemoOccasion occasion, string number)
    {
        var plan = occasion.Chain is null && _plans.TryDequeue(out var next) ? next : new DemoPlan();
        var known = plan.IsOpen ? _known.Again(occasion) : null;
        var story = occasion.Chain is { } chain ? _known.Story(chain) : known is null ? Story(plan) : _known.Threat(known);
        var fits = _fits.Act(story.Act, story.Text);
        var state = known?.State ?? DemoMaterial.Pick(random, _states);
        var town = known?.Town ?? material.Municipality(random, state);
        var started = known is not null || occasion.Chain is not null ? PartialDate.OnDay(occasion.Day) : Imprecise(occasion.Day, plan.Approximate);
        var stamp = new Stamp(occasion.By, clock.At(occasion.LoggedOn, 16, random.Next(60)));

        var id = new IncidentId(DemoSeed.IdAt(random, stamp.At));
        var actor = _fits.Victim(story.Text);
        var people = known is null ? _people.Make(id, actor, story, plan, town, stamp) : [];
        List<PersonId?> victims = known is null ? [.. people.Select(p => (PersonId?)p.Person.Id)] : [known.Person];
        if (known is null && occasion.Chain is null && plan.IsOpen && people[0].Person.Kind == PersonKind.Individual && random.NextDouble() < 0.04)
        {
            people.Clear();
            victims = [null];
        }

        var way = _path.Choose(plan, story.Group);
        var facts = new IncidentFacts(
            $"{story.Text} ({town})" is { Length: <= Incident.TitleLimit } title ? title : story.Text,
            material.Narrative(random, story, $"{town}, {state.Spanish}", InWords(started), reported: way.Reached is not (null or Stage.J0)),
            started,
            null,
            Place.Create(areas, "MX", state.Code, town).Value,
            Code(Lists.Consents),
            fits.Urgent ? DemoMaterial.Pick(random, ["CT-PRI-URGENT", "CT-PRI-HIGH"]) : DemoMaterial.Pick(random, ["CT-PRI-NORMAL", "CT-PRI-NORMAL", "CT-PRI-LOW", "CT-PRI-HIGH"]),
            fits.Accusations ?? (story.Group == "CT-GRP-STG" ? [Code(Lists.Narratives)] : []));

        var incident = Incident.Log(
            id,
            number,
            facts,
            victims,
            [.. Enumerable.Range(0, victims.Count).Select(v => MakeAct(v, fits))],
            MakeInvolvements(fits, known: plan.Reached >= Stage.J6),
            MakeSources(fits),
            occasion.Team,
            terms,
            clock.Today,
            stamp,
            demonstration: true).Value;

        Work(incident, stamp);
        _path.Write(incident, way, occasion.Day, stamp);
        _known.Remember(occasion, incident, actor, story, state, town);
        return new(incident, facts, people, MakeFollowUps(incident, occasion, stamp), occasion.Chain is null ? _protection.Of(incident, occasion.LoggedOn) : DemoProtected.Nothing);
    }

    /// <summary>One that the plan can be kept with: of its profile, or one that leaves the gender open.</summary>
    private DemoMaterial.Story Story(DemoPlan plan)
    {
        if (plan.Profile is null && plan.Gender is null)
        {
            return DemoMaterial.Pick(random, [.. _titles[DemoMaterial.Pick(random, _groups)]]);
        }

        return DemoMaterial.Pick(random, [.. material.Titles.Where(t => _fits.Victim(t.Text) is var victim
            && (plan.Profile is null || victim.Profiles.Contains(plan.Profile))
            && (plan.Gender is null || (victim.IsIndividual && (victim.Gender ?? plan.Gender) == plan.Gender)))]);
    }

    private ActToRecord MakeAct(int victim, DemoAct fits) => new(
        victim,
        fits.Code,
        null,
        random.NextDouble() < 0.8 ? DemoMaterial.Pick(random, fits.Methods) : null,
        Code(Lists.Motives),
        DemoMaterial.Pick(random, fits.VictimStates),
        DemoMaterial.Pick(random, fits.Rights));

    /// <summary>Of somebody unknown nothing is proven; an outlet is named, a person never.</summary>
    /// <param name="known">Somebody is to be convicted: nobody convicts the unknown.</param>
    private List<InvolvementToRecord> MakeInvolvements(DemoAct fits, bool known) =>
    [
        .. fits.Perpetrators.Where(code => !known || code != "99").DefaultIfEmpty("010104").OrderBy(_ => random.Next()).Take(random.NextDouble() < 0.2 ? 2 : 1).Select((code, rank) => code == "99"
            ? new InvolvementToRecord(code, "0101", "CT-DEG-UNKNOWN", null)
            : new InvolvementToRecord(code, rank == 0 ? "0101" : "0106", rank == 0 ? DemoMaterial.Pick(random, Proofs) : "CT-DEG-POSSIBLE", code == "CT-PER-2" ? material.Outlet(random) : null)),
    ];

    /// <summary>Somebody who was killed or has disappeared tells nothing.</summary>
    private List<SourceToRecord> MakeSources(DemoAct fits)
    {
        var silent = fits.VictimStates.Any(s => s is "CT-VST-KILLED" or "CT-VST-DISAPPEARED");
        return
        [
            .. _fits.Sources.Where(s => !(silent && s.Connection == "0101")).OrderBy(_ => random.Next()).Take(1 + random.Next(3))
                .Select(s => new SourceToRecord(s.Connection, s.Material, DemoMaterial.Pick(random, Reliabilities), "Fuente inventada para la demostración")),
        ];
    }

    private void Work(Incident incident, Stamp stamp)
    {
        const string reason = "Revisión de rutina";
        var steps = random.Next(6);
        for (var step = 1; step <= steps; step++)
        {
            incident.Move((Workflow)step, reason, stamp);
        }

        var verification = (Verification)(random.NextDouble() < 0.9 ? random.Next(4) : 4 + random.Next(3));
        if (verification == Verification.V3 && incident.Sources.Count < Incident.SourcesForVerified)
        {
            verification = Verification.V2;
        }

        if (verification == Verification.V3)
        {
            incident.Weigh([.. incident.Sources.Take(Incident.SourcesForVerified).Select(s => Weighed(s, Incident.EachClaim, ClaimStanding.Accepted))], null, terms, stamp);
        }

        if (verification != Verification.V0)
        {
            incident.Verify(verification, reason, stamp);
        }

        // A few whose support crumbled later, so that the list of them has something to show.
        if (verification == Verification.V3 && incident.Number.EndsWith("13", StringComparison.Ordinal))
        {
            incident.Weigh([Weighed(incident.Sources[1], [Claims.Where], ClaimStanding.Conflict)], "La fuente rectificó el lugar", terms, stamp);
        }
    }

    private static SourceToWeigh Weighed(Source source, IEnumerable<Claims> claims, ClaimStanding standing) => new(source.Sequence, claims.ToDictionary(c => c, _ => standing));

    private List<FollowUp> MakeFollowUps(Incident incident, DemoOccasion occasion, Stamp stamp)
    {
        var followUps = new List<FollowUp>();
        if (incident.Workflow == Workflow.Closed || random.NextDouble() < 0.35)
        {
            return followUps;
        }

        // Mostly ahead, some overdue: what an organisation with more incidents than hands looks like.
        var due = random.NextDouble() < 0.15 ? clock.Today.AddDays(-1 - random.Next(30)) : clock.Today.AddDays(random.Next(120));
        var (kind, note) = DemoMaterial.Pick(random, Tasks);
        var wish = new FollowUpToSchedule(kind, note, due, occasion.By, random.NextDouble() < 0.3 ? Recurrence.Monthly : Recurrence.None);
        var planned = due < occasion.LoggedOn ? due : occasion.LoggedOn;
        var planner = stamp with { At = clock.At(planned, 17) };
        followUps.Add(FollowUp.Schedule(new FollowUpId(DemoSeed.IdAt(random, planner.At)), incident.Id, wish, terms, planned < clock.Today.AddYears(-9) ? clock.Today.AddYears(-9) : planned, planner).Value);
        return followUps;
    }

    private PartialDate Imprecise(DateOnly day, bool approximate)
    {
        var about = approximate || random.NextDouble() < 0.08;
        return random.NextDouble() switch
        {
            < 0.80 => PartialDate.OnDay(day, about),
            < 0.92 => PartialDate.Create(day.Year, day.Month, null, about).Value,
            < 0.985 => PartialDate.Create(day.Year, null, null, about).Value,
            _ => approximate ? PartialDate.OnDay(day, approximate) : PartialDate.Unknown,
        };
    }

    private string Code(string list)
    {
        var choices = terms.All(list);
        var term = DemoMaterial.Pick(random, choices);
        return term.IsGroup ? Code(list) : term.Code;
    }

    /// <summary>As exactly as the incident's own date, and no more exactly.</summary>
    private static string InWords(PartialDate date)
    {
        if (date.Earliest is not { } day)
        {
            return "fecha por precisar";
        }

        var words = date.Precision switch
        {
            DatePrecision.Day => day.ToString("d 'de' MMMM 'de' yyyy", Mexico),
            DatePrecision.Month => day.ToString("MMMM 'de' yyyy", Mexico),
            _ => day.Year.ToString(CultureInfo.InvariantCulture),
        };
        return !date.IsApproximate ? words : date.Precision == DatePrecision.Day ? $"hacia el {words}" : $"hacia {words}";
    }
}
