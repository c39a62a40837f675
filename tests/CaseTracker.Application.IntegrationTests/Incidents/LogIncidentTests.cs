using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class LogIncidentTests(UseCases app)
{
    /// <summary>Everything that logging writes; what a refusal must leave as it was.</summary>
    private static readonly string[] Tables =
    [
        "Incidents", "IncidentVictims", "IncidentActs", "IncidentInvolvements", "IncidentSources", "IncidentAccusations",
        "People", "PersonIdentities", "PersonBlindNames", "IncidentWords", "Outbox", "Trail",
    ];

    [SkippableFact]
    public async Task Stores_everything_that_was_typed()
    {
        var worker = await WorkerAsync();
        var number = (await app.SendAsync(worker, AnIncident())).Value;

        var incident = await app.StoredAsync(db => db.Incidents.Whole().AsNoTracking().SingleAsync(i => i.Number == number));
        var keys = await app.KeysAsync(incident.Id);
        Assert.Equal("Threats after a press conference", keys.Title(incident.Title));
        Assert.Equal("Two calls on the evening of the press conference.", keys.Own(SealedFields.Narrative, incident.Narrative));
        Assert.Equal(PartialDate.Create(2026, 3, 2).Value, incident.StartedOn);
        Assert.Null(incident.EndedOn);
        Assert.Equal(("MX", "MX-GRO", "Tlapa de Comonfort"), (incident.Place.Country, incident.Place.State, keys.Own(SealedFields.Municipality, incident.Municipality)));
        Assert.Equal(("C1", "CT-PRI-HIGH"), (incident.ConsentCode, incident.PriorityCode));
        Assert.Equal((worker.Id, worker.Id, worker.Teams[0]), (incident.OwnerId, incident.LoggedBy, incident.TeamId));
        Assert.Equal((Workflow.Intake, Verification.V0, 1), (incident.Workflow, incident.Verification, incident.Version));
        Assert.Equal(FixedClock.Start, incident.CreatedAt);
        Assert.Equal((1, "0201030201"), (Assert.Single(incident.Acts).VictimSequence, incident.Acts[0].Code));
        Assert.Equal(("010104", "0101", "CT-DEG-LIKELY"), (Assert.Single(incident.Involvements).PerpetratorCode, incident.Involvements[0].RoleCode, incident.Involvements[0].ProofCode));
        Assert.Equal(("0101", "CT-MAT-1", "01"), (Assert.Single(incident.Sources).ConnectionCode, incident.Sources[0].MaterialCode, incident.Sources[0].ReliabilityCode));
        Assert.Equal("CT-NAR-1", Assert.Single(incident.Accusations).Code);

        var personId = Assert.Single(incident.Victims).PersonId!.Value;
        var person = await app.StoredAsync(db => db.People.Include(p => p.Profiles).SingleAsync(p => p.Id == personId));
        Assert.Equal(("CT-GEN-F", "CT-AGE-30-44", "CT-PRF-HRO"), (person.GenderCode, person.AgeBandCode, Assert.Single(person.Profiles).Code));
        Assert.DoesNotContain("Citlali", person.Pseudonym);
    }

    [SkippableFact]
    public async Task Keeps_the_name_in_the_identity_register_and_nowhere_else()
    {
        var worker = await WorkerAsync();
        var number = (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim("Xóchitl Zapoteco")] })).Value;

        var person = await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).SelectMany(i => i.Victims).Select(v => v.PersonId!.Value).SingleAsync());
        Assert.Equal("Xóchitl Zapoteco", (await app.SendAsync(worker, new OpenIdentity(number, person, "To call her"))).Value.Name);
        Assert.Equal(0, await app.CountAsync("Outbox", "\"Payload\" LIKE '%Zapoteco%'"));
        Assert.Equal(0, await app.CountAsync("Trail", "\"Detail\" LIKE '%Zapoteco%' OR \"Subject\" LIKE '%Zapoteco%'"));
    }

    [SkippableFact]
    public async Task Keeps_what_is_known_of_a_victim_without_a_name_under_a_pseudonym()
    {
        var worker = await WorkerAsync();
        var identities = await app.CountAsync("PersonIdentities");
        var number = (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim(null) with { IsUnknown = true }] })).Value;

        var victim = Assert.Single((await app.SendAsync(worker, new GetPeople(number))).Value);
        Assert.NotNull(victim.Pseudonym);
        Assert.Equal(("CT-GEN-F", "CT-AGE-30-44", "CT-PRF-HRO"), (victim.Gender, victim.AgeBand, Assert.Single(victim.Profiles)));
        Assert.Equal(identities, await app.CountAsync("PersonIdentities"));
        var opened = await app.SendAsync(worker, new OpenIdentity(number, victim.Person!.Value, "To call back"));
        Assert.Equal([PersonErrors.IdentityNotKnown], opened.Refusals);
    }

    [SkippableTheory]
    [InlineData("Name")]
    [InlineData("Aliases")]
    [InlineData("Contact")]
    public async Task Refuses_a_victim_who_is_not_known_and_yet_is(string field)
    {
        var unknown = AnUnknownVictim();
        var victim = field switch { "Name" => unknown with { Name = "Ana" }, "Aliases" => unknown with { Aliases = "La Güera" }, _ => unknown with { Contact = "555 0100" } };

        var answer = await app.SendAsync(await WorkerAsync(), AnIncident() with { Victims = [victim] });

        Assert.Equal([PersonErrors.NamedAndUnknown.On($"Victims[0].{field}")], answer.Refusals);
    }

    [SkippableFact]
    public async Task Completes_what_is_recorded_of_somebody_on_record()
    {
        var worker = await WorkerAsync();
        var details = AVictim().Details;
        var first = (await app.SendAsync(worker, AnIncident() with { Victims = [AVictim() with { Details = details with { AgeBand = null } }] })).Value;
        var person = (await app.SendAsync(worker, new GetPeople(first))).Value[0].Person!.Value;

        var second = await app.SendAsync(worker, AnIncident() with { Victims = [Known(person) with { Details = details with { Gender = null, Profiles = ["CT-PRF-PRESS"] } }] });

        Assert.Empty(second.Refusals);
        var known = (await app.SendAsync(worker, new GetPeople(first))).Value[0];
        Assert.Equal(("CT-GEN-F", "CT-AGE-30-44"), (known.Gender, known.AgeBand));
        Assert.Equal(["CT-PRF-HRO", "CT-PRF-PRESS"], known.Profiles.Order());
    }

    [SkippableFact]
    public async Task Refuses_what_is_typed_of_somebody_on_record_and_cannot_be_kept()
    {
        var worker = await WorkerAsync();
        var first = (await app.SendAsync(worker, AnIncident())).Value;
        var person = (await app.SendAsync(worker, new GetPeople(first))).Value[0].Person!.Value;

        var answer = await app.SendAsync(worker, AnIncident() with { Victims = [Known(person) with { Contact = "555 0100", Details = AVictim().Details with { Gender = "CT-GEN-M" } }] });

        Assert.Equal([PersonErrors.IdentityOnRecord.On("Victims[0].Contact"), PersonErrors.RecordedOtherwise.On("Victims[0].Gender")], answer.Refusals);
    }

    [SkippableFact]
    public async Task Stores_its_trace_and_its_event_with_the_incident()
    {
        var worker = await WorkerAsync();
        var number = (await app.SendAsync(worker, AnIncident())).Value;

        var trace = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Subject == number));
        Assert.Equal((nameof(LogIncident), AuditOutcome.Done, worker.Id, FixedClock.Start), (trace.Action, trace.Outcome, trace.ActorId, trace.At));
        Assert.Equal(1, await app.CountAsync("Outbox", $"\"Type\" = '{nameof(IncidentLogged)}' AND \"Payload\" LIKE '%{number}%' AND \"DeliveredAt\" IS NULL"));
    }

    [SkippableFact]
    public async Task Logs_the_same_form_once_and_answers_the_same_number()
    {
        var worker = await WorkerAsync();
        var command = AnIncident();
        var first = await app.SendAsync(worker, command);
        var people = await app.CountAsync("People");
        var second = await app.SendAsync(worker, command);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(people, await app.CountAsync("People"));
    }

    [SkippableFact]
    public async Task Logs_a_form_that_is_sent_twice_at_the_same_time_once()
    {
        var worker = await WorkerAsync();
        var command = AnIncident();
        var people = await app.CountAsync("People");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.SendAsync(worker, command))));

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal(1, await app.StoredAsync(db => db.Incidents.CountAsync(i => i.Id == IncidentId.From(command.Key))));
        Assert.Equal(people + 1, await app.CountAsync("People"));
    }

    [SkippableFact]
    public async Task Does_not_answer_with_the_number_of_somebody_elses_form()
    {
        var command = AnIncident();
        var number = (await app.SendAsync(await WorkerAsync(), command)).Value;
        var replay = await Record.ExceptionAsync(async () => Assert.NotEqual(number, (await app.SendAsync(await WorkerAsync(), command)).Value));

        Assert.NotNull(replay);
        Assert.DoesNotContain(number, replay.Message);
    }

    [SkippableFact]
    public async Task Refuses_a_title_that_names_a_victim_typed_beside_it()
    {
        var answer = await app.SendAsync(await WorkerAsync(), AnIncident() with
        {
            // A name that no other test records: what is typed must be enough to refuse.
            Incident = TheFacts() with { Title = "Threats against Tzintzún, ERANDI" },
            Victims = [AVictim("Erandi Tzintzun")],
        });

        Assert.Equal([IncidentErrors.TitleNamesSomebody], answer.Refusals);
    }

    [SkippableFact]
    public async Task Refuses_a_title_that_names_somebody_on_record_whom_the_actor_does_not_see()
    {
        await app.SendAsync(await WorkerAsync(), AnIncident() with { Victims = [AVictim("Tonantzin Quiahua")] });
        var answer = await app.SendAsync(await WorkerAsync(), AnIncident() with { Incident = TheFacts() with { Title = "House of Tonantzin Quiahua watched" } });

        Assert.Equal([IncidentErrors.TitleNamesSomebody], answer.Refusals);
    }

    [SkippableFact]
    public async Task Says_everything_that_is_wrong_at_once()
    {
        var answer = await app.SendAsync(await WorkerAsync(), new LogIncident(
            Guid.CreateVersion7(), TheFacts() with { Title = " ", StartedOn = new(2026, 2, 30), Country = "XX", Consent = null }, [], [], [], [], null));

        Assert.Superset(
            new HashSet<string> { "Title", "StartedOn", "Country", "Consent", "Victims", "Acts", "Sources" },
            answer.Refusals.Select(r => r.Field!).ToHashSet());
    }

    [SkippableFact]
    public async Task Stores_nothing_after_a_refusal()
    {
        var worker = await WorkerAsync();
        var before = await CountsAsync();
        var answer = await app.SendAsync(worker, AnIncident() with { Acts = [AnAct() with { Code = "no-such-act" }] });

        Assert.Equal("Acts[0].Code", Assert.Single(answer.Refusals).Field);
        Assert.Equal(before, await CountsAsync());
    }

    [SkippableFact]
    public async Task Gives_a_number_back_when_the_incident_is_refused_after_all()
    {
        var worker = await WorkerAsync();
        var first = (await app.SendAsync(worker, AnIncident())).Value;
        await app.SendAsync(worker, AnIncident() with { Acts = [AnAct() with { Code = "no-such-act" }] });
        var second = (await app.SendAsync(worker, AnIncident())).Value;

        Assert.Equal(Sequence(first) + 1, Sequence(second));
    }

    [SkippableFact]
    public async Task Numbers_twenty_incidents_logged_at_once_without_a_gap()
    {
        var worker = await WorkerAsync();
        var first = Sequence((await app.SendAsync(worker, AnIncident())).Value);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => app.SendAsync(worker, AnIncident()))));

        Assert.Equal(Enumerable.Range(first + 1, 20), answers.Select(a => Sequence(a.Value)).Order());
    }

    [SkippableFact]
    public async Task Refuses_a_team_that_is_not_the_actors()
    {
        var answer = await app.SendAsync(await WorkerAsync(), AnIncident(await app.FoundTeamAsync()));

        Assert.Equal([IncidentErrors.TeamNotYours], answer.Refusals);
    }

    [SkippableTheory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Is_not_for_those_who_see_no_cases(Role role)
    {
        var actor = await app.JoinAsync(role, await app.FoundTeamAsync());
        var answer = await app.SendAsync(actor, AnIncident());

        Assert.Equal([SharedErrors.Forbidden], answer.Refusals);
        var denial = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.ActorId == actor.Id));
        Assert.Equal((nameof(LogIncident), AuditOutcome.Denied), (denial.Action, denial.Outcome));
    }

    private static int Sequence(string number) => int.Parse(number["CT-2026-".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Actor> WorkerAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task<string> CountsAsync()
    {
        var counts = new List<string>();
        foreach (var table in Tables)
        {
            counts.Add($"{table} {await app.CountAsync(table)}");
        }

        return string.Join(", ", counts);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : LogIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : LogIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
