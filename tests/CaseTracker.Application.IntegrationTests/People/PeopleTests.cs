using System.Buffers.Text;
using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.People;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.People;

/// <summary>A person is there for whoever sees an incident of theirs, with what those incidents say and no more.</summary>
public abstract class PeopleTests(UseCases app)
{
    private const string Name = "Yareli Tzompantzi Cuautle";

    [SkippableFact]
    public async Task The_list_counts_the_incidents_that_its_reader_sees()
    {
        var (owner, person, _) = await TwiceAsync();
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

        var row = Assert.Single((await app.SendAsync(owner, new ListPeople(new PeopleFilter()))).Value.Rows);

        Assert.Equal((person, 2, "2026-03-02"), (row.Id, row.Incidents, $"{row.Last.Earliest:yyyy-MM-dd}"));
        Assert.Equal(2, (await app.SendAsync(owner, new ListIncidents(new IncidentFilter { Person = person.Value.ToString("N") }))).Value.Total);
        Assert.Empty((await app.SendAsync(stranger, new ListPeople(new PeopleFilter()))).Value.Rows);
    }

    [SkippableFact]
    public async Task A_name_finds_only_where_the_identity_is_open()
    {
        var (owner, person, _) = await TwiceAsync();
        var pseudonym = (await app.SendAsync(owner, new GetPerson(person))).Value.Pseudonym;
        var teammate = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);

        Assert.Equal([person], await FoundAsync(owner, "tzompantzi yareli"));
        Assert.Empty(await FoundAsync(teammate, "tzompantzi yareli"));
        Assert.Equal([person], await FoundAsync(teammate, pseudonym[..5].ToUpperInvariant()));
    }

    [SkippableFact]
    public async Task The_list_is_narrowed_by_kind_and_by_profile()
    {
        var (owner, person, _) = await TwiceAsync();
        var centre = AVictim("Centro Tlachinollan") with { Details = new PersonDetails(PersonKind.Organisation, null, null, false, ["CT-PRF-LAND"]) };
        Assert.Empty((await app.SendAsync(owner, AnIncident() with { Victims = [centre] })).Refusals);

        var organisation = Assert.Single((await app.SendAsync(owner, new ListPeople(new PeopleFilter { Kind = "Organisation" }))).Value.Rows);
        Assert.Equal((PersonKind.Organisation, "CT-PRF-LAND"), (organisation.Kind, Assert.Single(organisation.Profiles)));
        Assert.Equal([organisation.Id], (await app.SendAsync(owner, new ListPeople(new PeopleFilter { Profile = "CT-PRF-LAND" }))).Value.Rows.Select(r => r.Id));
        Assert.Equal([person], (await app.SendAsync(owner, new ListPeople(new PeopleFilter { Kind = "Individual" }))).Value.Rows.Select(r => r.Id));
    }

    [SkippableFact]
    public async Task The_list_comes_in_pages_forth_and_back_and_nobody_is_lost()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        List<VictimInput> victims = [.. Enumerable.Range(1, 30).Select(i => AVictim($"Persona Número{i} Inventada{i}"))];
        Assert.Empty((await app.SendAsync(owner, AnIncident() with { Victims = victims })).Refusals);

        var first = (await app.SendAsync(owner, new ListPeople(new PeopleFilter()))).Value;
        var second = (await app.SendAsync(owner, new ListPeople(new PeopleFilter(), first.After))).Value;
        var back = (await app.SendAsync(owner, new ListPeople(new PeopleFilter(), second.Before))).Value;

        Assert.Equal((25, 5, 30, null), (first.Rows.Count, second.Rows.Count, first.Total, second.After));
        Assert.Equal(30, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
    }

    [SkippableFact]
    public async Task The_place_of_a_page_names_nobody_and_is_refused_where_it_is_nobodys()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Empty((await app.SendAsync(owner, AnIncident() with { Victims = [.. Enumerable.Range(1, 26).Select(i => AVictim($"Persona Lugar{i} Inventada{i}"))] })).Refusals);
        var first = (await app.SendAsync(owner, new ListPeople(new PeopleFilter()))).Value;

        Assert.DoesNotContain(first.Rows[^1].Pseudonym, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(first.After)), StringComparison.Ordinal);
        foreach (var strange in new[] { Guid.CreateVersion7().ToString("N"), "nobody" })
        {
            Assert.Equal([PagingErrors.BadCursor], (await app.SendAsync(owner, new ListPeople(new PeopleFilter(), new Cursor("pseudonym", false, "", strange).Write()))).Refusals);
        }
    }

    [SkippableFact]
    public async Task A_page_shows_what_was_done_to_them_alone_and_which_threats_were_repeated()
    {
        var (owner, person, numbers) = await TwiceAsync();

        var shown = (await app.SendAsync(owner, new GetPerson(person))).Value;

        Assert.Equal(
            [(numbers[1], "2026-02-01", Repetition.None), (numbers[0], "2026-03-02", Repetition.Certain)],
            shown.Acts.Select(a => (a.Number, $"{a.On.Earliest:yyyy-MM-dd}", a.Again)));
        Assert.Equal((2, PersonKind.Individual), (shown.Threats, shown.Kind));
    }

    [SkippableFact]
    public async Task Who_sees_one_of_two_incidents_finds_nothing_of_the_other()
    {
        var (owner, person, numbers) = await TwiceAsync();
        var named = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        Assert.Empty((await app.SendAsync(owner, new GiveAccess(numbers[0], named.Id, GrantLevel.Read, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(2), "Interprets"))).Refusals);

        var told = (await app.SendAsync(named, new GetPersonTimeline(person, []))).Value.Told;

        Assert.Equal([numbers[0]], told.Entries.Select(e => e.Number).Distinct());
        Assert.Equal([numbers[0]], (await app.SendAsync(named, new GetPerson(person))).Value.Acts.Select(a => a.Number));
        Assert.Equal(1, Assert.Single((await app.SendAsync(named, new ListPeople(new PeopleFilter()))).Value.Rows).Incidents);
    }

    [SkippableFact]
    public async Task Somebody_in_no_incident_that_the_reader_sees_does_not_exist_even_for_who_recorded_them()
    {
        var (owner, person, numbers) = await TwiceAsync();
        var lead = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        foreach (var number in numbers)
        {
            Assert.Empty((await app.SendAsync(lead, new AssignIncident(number, 1, lead.Id, "Too close to her own family"))).Refusals);
            Assert.Empty((await app.SendAsync(lead, new ChangeConfidentiality(number, 2, Circle.Restricted))).Refusals);
        }

        foreach (var one in new[] { person, PersonId.New(app.Clock.GetUtcNow()) })
        {
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(owner, new GetPerson(one))).Refusals);
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(owner, new GetPersonTimeline(one, []))).Refusals);
        }

        Assert.Empty((await app.SendAsync(owner, new ListPeople(new PeopleFilter()))).Value.Rows);
    }

    [SkippableFact]
    public async Task The_timeline_of_a_person_leaves_a_line_on_each_incident_that_it_tells_of()
    {
        var (owner, person, numbers) = await TwiceAsync();
        var reader = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);

        var told = (await app.SendAsync(reader, new GetPersonTimeline(person, []))).Value;

        var lines = await app.StoredAsync(db => db.Trail.Where(e => e.ActorId == reader.Id).Select(e => new { e.Action, e.Subject, e.Outcome }).ToListAsync());
        Assert.Equal([.. numbers.Append(told.Pseudonym).Order()], lines.Select(l => l.Subject).Order());
        Assert.All(lines, l => Assert.Equal((nameof(GetPersonTimeline), AuditOutcome.Seen), (l.Action, l.Outcome)));
        Assert.Contains((await app.SendAsync(owner, new GetHistory(numbers[0], null, HistoryPart.Reads))).Value.Trail, l => l.By == reader.DisplayName && l.Action == nameof(GetPersonTimeline));
    }

    [SkippableFact]
    public async Task The_timeline_of_a_person_holds_no_act_against_somebody_else()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(owner, AnIncident() with { Victims = [AVictim(Name), AVictim("Otro Nombre Cualquiera")], Acts = [AnAct(), AnAct(1), AnAct(1)] })).Value;
        var victims = (await app.SendAsync(owner, new GetPeople(number))).Value;

        var told = (await app.SendAsync(owner, new GetPersonTimeline(victims[0].Person!.Value, [TimelineClass.Incident]))).Value.Told;

        Assert.Equal([victims[0].Pseudonym], told.Entries.Where(e => e.Event == TimelineEvent.Act).Select(e => e.Codes[1].Code));
    }

    [SkippableTheory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_path_against_one_of_several_victims_is_said_to_be_of_the_incident(int victims, bool isOfIncident)
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(owner, AnIncident() with { Victims = [.. new[] { AVictim(Name), AVictim("Otro Nombre Cualquiera") }.Take(victims)] })).Value;
        var person = (await app.SendAsync(owner, new GetPeople(number))).Value[0].Person!.Value;
        Assert.Empty((await app.SendAsync(owner, new OpenProceeding(number, 1, "CT-PRC-CRMZ", new StageInput("J2", new DateInput(2026, 3, 10), "Copy of the file", null, NoDate, Authority: "CT-AUT-FGR")))).Refusals);

        var told = (await app.SendAsync(owner, new GetPersonTimeline(person, [TimelineClass.Criminalization]))).Value.Told;

        Assert.Equal(isOfIncident, Assert.Single(told.Entries).IsOfIncident);
        Assert.False(Assert.Single((await app.SendAsync(owner, new GetTimeline(number, [TimelineClass.Criminalization]))).Value.Entries).IsOfIncident);
    }

    [SkippableFact]
    public async Task A_path_that_says_against_whom_is_told_of_them_and_of_nobody_else()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(owner, AnIncident() with { Victims = [AVictim(Name), AVictim("Otro Nombre Cualquiera")] })).Value;
        var victims = (await app.SendAsync(owner, new GetPeople(number))).Value;
        Assert.Empty((await app.SendAsync(owner, new OpenProceeding(number, 1, "CT-PRC-CRMZ", new StageInput("J2", new DateInput(2026, 3, 10), "Copy of the file", null, NoDate, Authority: "CT-AUT-FGR")))).Refusals);
        var path = Assert.Single((await app.SendAsync(owner, new GetJustice(number))).Value.Paths).Id;

        Assert.Equal([ProceedingErrors.AgainstWhom], (await app.SendAsync(owner, new DescribeProceeding(number, 2, path, new ProceedingInput("CT-AUT-FGR", null, null, null, null, Against: [9])))).Refusals);
        Assert.Empty((await app.SendAsync(owner, new DescribeProceeding(number, 2, path, new ProceedingInput("CT-AUT-FGR", null, null, null, null, Against: [2])))).Refusals);

        Assert.Empty((await ToldAsync(victims[0].Person!.Value)).Entries);
        Assert.False(Assert.Single((await ToldAsync(victims[1].Person!.Value)).Entries).IsOfIncident);
        Assert.Equal([victims[1].Pseudonym!], Assert.Single((await app.SendAsync(owner, new GetTimeline(number, [TimelineClass.Criminalization]))).Value.Entries).Against);
        Assert.Equal([victims[1].Pseudonym], Assert.Single((await app.SendAsync(owner, new GetJustice(number))).Value.Paths).Against.Select(a => a.Pseudonym));

        async Task<Timeline> ToldAsync(PersonId person) => (await app.SendAsync(owner, new GetPersonTimeline(person, [TimelineClass.Criminalization]))).Value.Told;
    }

    private async Task<IEnumerable<PersonId>> FoundAsync(Actor reader, string text) =>
        (await app.SendAsync(reader, new ListPeople(new PeopleFilter { Text = text }))).Value.Rows.Select(r => r.Id);

    /// <returns>One person threatened in two incidents, of which the first began a month after the second.</returns>
    private async Task<(Actor Owner, PersonId Person, IReadOnlyList<string> Numbers)> TwiceAsync()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var first = (await app.SendAsync(owner, AnIncident() with { Victims = [AVictim(Name)] })).Value;
        var person = (await app.SendAsync(owner, new GetPeople(first))).Value[0].Person!.Value;
        var second = (await app.SendAsync(owner, AnIncident() with { Incident = TheFacts() with { StartedOn = new DateInput(2026, 2, 1) }, Victims = [Known(person)] })).Value;
        return (owner, person, [first, second]);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : PeopleTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : PeopleTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
