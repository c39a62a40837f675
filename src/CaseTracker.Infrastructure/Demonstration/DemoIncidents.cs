using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>What one synthetic incident adds to the database.</summary>
internal sealed record DemoIncident(Incident Incident, IncidentFacts Facts, IReadOnlyList<(Person Person, PersonIdentity Identity)> People, IReadOnlyList<FollowUp> FollowUps);

/// <summary>Day and team of a synthetic incident, decided first because its number depends on the year.</summary>
internal sealed record DemoOccasion(DateOnly Day, DateOnly LoggedOn, MemberId By, TeamId Team);

/// <summary>Makes synthetic incidents through the domain's own doors, so that none can hold what the product would refuse.</summary>
internal sealed class DemoIncidents(Random random, ITerms terms, IAreas areas, DemoMaterial material, ISet<string> pseudonyms, DateOnly today)
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

    private readonly List<Area> _states = [.. areas.StatesOf("MX").SelectMany(s => Enumerable.Repeat(s, StateWeights.GetValueOrDefault(s.Code, 2)))];
    private readonly List<string> _groups = [.. Groups.SelectMany(g => Enumerable.Repeat(g.Group, g.Weight))];
    private readonly DemoPath _path = new(random, terms, today);

    public DemoOccasion Occasion(IReadOnlyList<(MemberId Member, TeamId Team)> workers)
    {
        // More of the recent than of the old, as registers are; from 2015 on.
        var span = today.DayNumber - new DateOnly(2015, 1, 1).DayNumber;
        var day = today.AddDays(-(int)(span * Math.Pow(random.NextDouble(), 1.35)) - 1);
        var logged = day.AddDays(random.Next(45));
        var (member, team) = DemoMaterial.Pick(random, workers);
        return new(day, logged > today ? today : logged, member, team);
    }

    public DemoIncident Make(DemoOccasion occasion, string number)
    {
        var spanish = random.NextDouble() < 0.75;
        var state = DemoMaterial.Pick(random, _states);
        var town = material.Municipality(random, state);
        var story = material.Title(random, DemoMaterial.Pick(random, _groups));
        var started = Imprecise(occasion.Day);
        var stamp = new Stamp(occasion.By, new DateTimeOffset(occasion.LoggedOn.ToDateTime(new TimeOnly(16, random.Next(60))), TimeSpan.Zero));

        var people = Enumerable.Range(0, random.NextDouble() < 0.75 ? 1 : 2 + random.Next(2)).Select(_ => MakePerson(town, stamp)).ToList();
        var victims = random.NextDouble() < 0.04 ? new List<PersonId?> { null } : people.Select(p => (PersonId?)p.Person.Id).ToList();
        if (victims[0] is null)
        {
            people.Clear();
        }

        var facts = new IncidentFacts(
            $"{story.In(spanish)} ({town})" is { Length: <= Incident.TitleLimit } title ? title : story.In(spanish),
            material.Narrative(random, story, spanish, $"{town}, {state.Spanish}", DateInWords(occasion.Day, spanish)),
            started,
            null,
            Place.Create(areas, "MX", state.Code, town).Value,
            Code(Lists.Consents),
            Code(Lists.Priorities),
            story.Group == "CT-GRP-STG" ? [Code(Lists.Narratives), Code(Lists.Narratives)] : []);

        var incident = Incident.Log(
            new IncidentId(DeterministicId(stamp.At)),
            number,
            facts,
            victims,
            [.. Enumerable.Range(0, victims.Count).Select(v => MakeAct(v, story))],
            [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => MakeInvolvement(story))],
            [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => MakeSource(spanish))],
            occasion.Team,
            terms,
            today,
            stamp,
            demonstration: true).Value;

        Work(incident, spanish, stamp);
        _path.Write(incident, occasion.Day, spanish, stamp);
        return new(incident, facts, people, MakeFollowUps(incident, occasion, spanish, stamp));
    }

    private (Person Person, PersonIdentity Identity) MakePerson(string town, Stamp stamp)
    {
        var id = new PersonId(DeterministicId(stamp.At));
        var individual = random.NextDouble() < 0.82;
        var woman = random.NextDouble() < 0.5;
        var name = individual ? material.PersonName(random, woman) : material.OrganisationName(random, town);
        var profiles = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Code(Lists.Profiles)).Distinct().ToList();
        var details = new PersonDetails(
            individual ? PersonKind.Individual : PersonKind.Organisation,
            !individual ? null : random.NextDouble() < 0.03 ? "CT-GEN-NB" : woman ? "CT-GEN-F" : "CT-GEN-M",
            individual ? Code(Lists.AgeBands) : null,
            individual && random.NextDouble() < 0.28,
            profiles);

        string pseudonym;
        do
        {
            pseudonym = Pseudonyms.Make(random.Next);
        }
        while (!pseudonyms.Add(pseudonym));

        return (Person.Record(id, pseudonym, details, terms, stamp, demonstration: true).Value, PersonIdentity.Of(id, name, null, null).Value);
    }

    private ActToRecord MakeAct(int victim, DemoMaterial.Story story) => new(
        victim,
        story.Act,
        null,
        random.NextDouble() < 0.7 ? Code(Lists.Methods) : null,
        Code(Lists.Motives),
        terms.Find(Lists.Acts, story.Act)?.Class == "killing" ? "CT-VST-KILLED" : null,
        Code(Lists.Rights));

    private InvolvementToRecord MakeInvolvement(DemoMaterial.Story story) => story.Group == "CT-GRP-STG" && random.NextDouble() < 0.6
        ? new("CT-PER-2", Code(Lists.Roles), Code(Lists.ProofDegrees), material.Outlet(random))
        : new(Code(Lists.Perpetrators), Code(Lists.Roles), Code(Lists.ProofDegrees), null);

    private SourceToRecord MakeSource(bool spanish) => new(
        Code(Lists.SourceConnections), Code(Lists.SourceMaterials), Code(Lists.SourceReliabilities), spanish ? "Fuente sintética de demostración" : "Synthetic demonstration source");

    private void Work(Incident incident, bool spanish, Stamp stamp)
    {
        var reason = spanish ? "Revisión de rutina" : "Routine review";
        var steps = random.Next(6);
        for (var step = 1; step <= steps; step++)
        {
            incident.Move((Workflow)step, reason, stamp);
        }

        var verification = (Verification)(random.NextDouble() < 0.9 ? random.Next(4) : 4 + random.Next(3));
        if (verification != Verification.V0)
        {
            incident.Verify(verification == Verification.V3 && incident.Sources.Count < 2 ? Verification.V2 : verification, reason, stamp);
        }
    }

    private List<FollowUp> MakeFollowUps(Incident incident, DemoOccasion occasion, bool spanish, Stamp stamp)
    {
        var followUps = new List<FollowUp>();
        if (incident.Workflow == Workflow.Closed || random.NextDouble() < 0.35)
        {
            return followUps;
        }

        // Mostly ahead, some overdue: what an organisation with more incidents than hands looks like.
        var due = random.NextDouble() < 0.15 ? today.AddDays(-1 - random.Next(30)) : today.AddDays(random.Next(120));
        var wish = new FollowUpToSchedule(
            Code(Lists.FollowUpKinds),
            spanish ? "Preguntar si hubo avances" : "Ask whether anything moved",
            due,
            occasion.By,
            random.NextDouble() < 0.3 ? Recurrence.Monthly : Recurrence.None);
        var planned = due < occasion.LoggedOn ? due : occasion.LoggedOn;
        var planner = stamp with { At = new DateTimeOffset(planned.ToDateTime(new TimeOnly(17, 0)), TimeSpan.Zero) };
        followUps.Add(FollowUp.Schedule(new FollowUpId(DeterministicId(planner.At)), incident.Id, wish, terms, planned < today.AddYears(-9) ? today.AddYears(-9) : planned, planner).Value);
        return followUps;
    }

    private PartialDate Imprecise(DateOnly day) => random.NextDouble() switch
    {
        < 0.80 => PartialDate.OnDay(day),
        < 0.92 => PartialDate.Create(day.Year, day.Month, null, random.NextDouble() < 0.3).Value is var month && month.IsAfter(today) ? PartialDate.OnDay(day) : PartialDate.Create(day.Year, day.Month, null).Value,
        < 0.985 => PartialDate.Create(day.Year, null, null).Value,
        _ => PartialDate.Unknown,
    };

    private string Code(string list)
    {
        var choices = terms.All(list);
        var term = DemoMaterial.Pick(random, choices);
        return term.IsGroup ? Code(list) : term.Code;
    }

    private static string DateInWords(DateOnly day, bool spanish) =>
        day.ToString(spanish ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(spanish ? "es-MX" : "en-GB"));

    /// <summary>A version 7 id whose random part comes from the seed, so that the same seed gives the same records.</summary>
    private Guid DeterministicId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (8 * (5 - i)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
