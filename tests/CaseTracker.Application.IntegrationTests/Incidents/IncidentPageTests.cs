using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class IncidentPageTests(UseCases app)
{
    [SkippableFact]
    public async Task The_header_says_where_the_incident_stands()
    {
        var (worker, number) = await LoggedAsync();

        var header = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;

        Assert.Equal((number, Workflow.Intake, Verification.V0, 1), (header.Number, header.Workflow, header.Verification, header.Version));
        Assert.Equal((worker.DisplayName, worker.DisplayName, "C1", "CT-PRI-HIGH"), (header.Owner, header.LoggedBy, header.Consent, header.Priority));
        Assert.Equal((null, null, null, null), (header.Highest, header.Lowest, header.Next, header.DaysSinceInvestigated));
    }

    [SkippableFact]
    public async Task The_summary_says_what_the_SDG_minimum_still_lacks()
    {
        var (worker, number) = await LoggedAsync();

        var summary = (await app.SendAsync(worker, new GetIncidentSummary(number))).Value;

        Assert.Equal([SdgElement.Motive, SdgElement.Sources], summary.Missing);
        Assert.DoesNotContain("Citlali", summary.Victims[0].Pseudonym);
    }

    [SkippableFact]
    public async Task What_was_missing_of_a_person_can_be_added()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var nothing = AVictim("Marisol Nava Tecuapa") with { Details = new PersonDetails(PersonKind.Individual, null, "CT-AGE-U", false, []) };
        var number = (await app.SendAsync(worker, AnIncident() with { Victims = [nothing] })).Value;
        var victim = (await app.SendAsync(worker, new GetPeople(number))).Value[0];

        Assert.Empty((await app.SendAsync(worker, new DescribePerson(number, victim.Person!.Value, victim.Version, "CT-GEN-F", "CT-AGE-30-44", true, ["CT-PRF-LAND", "CT-PRF-LAND"]))).Refusals);

        var described = (await app.SendAsync(worker, new GetPeople(number))).Value[0];
        Assert.Equal(("CT-GEN-F", "CT-AGE-30-44", true, victim.Version + 1), (described.Gender, described.AgeBand, described.IsIndigenous, described.Version));
        Assert.Equal(["CT-PRF-LAND"], described.Profiles);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new DescribePerson(number, victim.Person!.Value, victim.Version, null, null, false, []))).Refusals);
    }

    [SkippableFact]
    public async Task The_timeline_is_in_the_order_in_which_it_happened_and_filters_by_class()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, new MoveIncident(number, 1, Workflow.Triage, "Read"));
        await app.SendAsync(worker, new OpenProceeding(number, 2, "CT-PRC-CRIM", new StageInput("J1", new DateInput(2026, 3, 5), "Copy of the complaint", null, NoDate, Authority: "CT-AUT-FGR")));
        await app.SendAsync(worker, new AddAct(number, 3, 1, new ActInput("0201030201", new DateInput(2026, 3, 10), null, null, null, null)));

        var all = (await app.SendAsync(worker, new GetTimeline(number, []))).Value;
        var justice = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Justice]))).Value;

        Assert.Equal(
            [TimelineEvent.Began, TimelineEvent.Act, TimelineEvent.Reported, TimelineEvent.Act, TimelineEvent.Logged, TimelineEvent.Workflow],
            all.Entries.Select(e => e.Event));
        Assert.Equal(TimelineEvent.Reported, Assert.Single(justice.Entries).Event);
        Assert.Equal((3, 1, 2), (justice.Counts[TimelineClass.Incident], justice.Counts[TimelineClass.Justice], justice.Counts[TimelineClass.Work]));
    }

    [SkippableFact]
    public async Task A_stage_known_to_the_year_stands_before_neither_the_incident_nor_the_stage_before_it()
    {
        var (worker, number) = await LoggedAsync(new DateInput(2016, 3, null));
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", Stage("J1", new DateInput(2016, 4, 10)))));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        Done(await app.SendAsync(worker, new RecordStage(number, 2, path, Stage("J2", new DateInput(2016, null, null)))));
        Done(await app.SendAsync(worker, new RecordStage(number, 3, path, Stage("J3", NoDate))));
        Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, 4, path, "CT-INV-OTHER", new DateInput(2016, null, null))));
        Done(await app.SendAsync(worker, new AddAct(number, 5, 1, new ActInput("0201030201", new DateInput(2016, null, null), null, null, null, null))));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Incident, TimelineClass.Justice]))).Value.Entries.ToList();

        Assert.Equal(TimelineEvent.Began, told[0].Event);
        Assert.Equal(["J1", "J2", "J3"], told.Where(e => e.Event is TimelineEvent.Reported or TimelineEvent.StageMoved).Select(e => e.Codes[0].Code));
        Assert.True(told.FindIndex(e => e.Event == TimelineEvent.Reported) < told.FindIndex(e => e.Event == TimelineEvent.InvestigativeAct));
    }

    [SkippableFact]
    public async Task A_corrected_entry_moves_no_other()
    {
        var (worker, number) = await LoggedAsync(new DateInput(2016, 3, null));
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", Stage("J1", new DateInput(2017, 4, 10)))));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        Done(await app.SendAsync(worker, new RecordStage(number, 2, path, Stage("J1", new DateInput(2016, 4, 10)) with { Corrects = 1 })));
        Done(await app.SendAsync(worker, new RecordStage(number, 3, path, Stage("J2", new DateInput(2016, null, null)))));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Justice]))).Value.Entries;

        Assert.Equal([(TimelineEvent.Reported, "J1"), (TimelineEvent.StageMoved, "J2"), (TimelineEvent.StageCorrected, "J1")], told.Select(e => (e.Event, e.Codes[0].Code)));
    }

    [SkippableFact]
    public async Task A_path_that_was_reopened_says_so_and_each_step_names_the_one_before()
    {
        var (worker, number) = await LoggedAsync(new DateInput(2016, 3, null));
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", Stage("J1", new DateInput(2016, 4, 10)))));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        Done(await app.SendAsync(worker, new RecordStage(number, 2, path, Stage("X1", new DateInput(2016, 9, 1)))));
        Done(await app.SendAsync(worker, new RecordStage(number, 3, path, Stage("J2", new DateInput(2017, 1, 1)) with { Reopens = true })));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Justice]))).Value.Entries;

        Assert.Equal(
            [(TimelineEvent.Reported, "J1", ""), (TimelineEvent.StageMoved, "X1", "J1"), (TimelineEvent.StageReopened, "J2", "X1")],
            told.Select(e => (e.Event, e.Codes[0].Code, e.Codes.ElementAtOrDefault(2)?.Code)));
        Assert.All(told, e => Assert.Equal((number, "Copy of the file"), (e.Number, e.Because)));
    }

    [SkippableFact]
    public async Task A_long_timeline_comes_in_pages_forth_and_back_and_nothing_is_lost()
    {
        var (worker, number) = await LoggedAsync();
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", Stage("J2", new DateInput(2026, 3, 3)))));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        for (var i = 1; i < TimelineReading.PageSize; i++)
        {
            Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, i + 1, path, "CT-INV-OTHER", new DateInput(2026, 3, (i % 8) + 3))));
        }

        var first = (await app.SendAsync(worker, new GetTimeline(number, []))).Value;
        var second = (await app.SendAsync(worker, new GetTimeline(number, [], first.After))).Value;
        var back = (await app.SendAsync(worker, new GetTimeline(number, [], second.Before))).Value;
        var whole = (await app.SendAsync(worker, new GetTimeline(number, [], TimelineAsked.Everything))).Value;

        Assert.Equal((TimelineReading.PageSize, 3, null, null), (first.Entries.Count, second.Entries.Count, first.Before, second.After));
        Assert.Equal(whole.Entries.Select(Told), first.Entries.Concat(second.Entries).Select(Told));
        Assert.Equal(first.Entries.Select(Told), back.Entries.Select(Told));
        Assert.Equal((TimelineReading.PageSize + 3, null, null), (whole.Total, whole.Before, whole.After));
        Assert.Equal(["paging.bad_cursor"], (await app.SendAsync(worker, new GetTimeline(number, [], "2"))).Refusals.Select(r => r.Code));

        static (TimelineEvent, PartialDate?, DateTimeOffset?) Told(TimelineEntry e) => (e.Event, e.On, e.At);
    }

    [SkippableFact]
    public async Task Changes_of_one_moment_are_told_in_their_order_the_latest_first()
    {
        var (worker, number) = await LoggedAsync();
        Done(await app.SendAsync(worker, new MoveIncident(number, 1, Workflow.Triage, "Complete enough")));
        Done(await app.SendAsync(worker, new MoveIncident(number, 2, Workflow.Documenting, "Urgent")));

        Assert.Equal(["CT-WF-DOCUMENTING", "CT-WF-TRIAGE"], (await app.SendAsync(worker, new GetHistory(number))).Value.Changes.Select(c => c.To));
    }

    [SkippableFact]
    public async Task Changes_come_in_pages_and_a_new_one_moves_nobodys_page()
    {
        var (worker, number) = await LoggedAsync();
        var incident = await ChangeAsync(worker, number, 1, GetHistoryHandler.PageSize + 3);

        var first = (await app.SendAsync(worker, new GetHistory(number))).Value;
        await ChangeAsync(worker, number, incident, 1);
        var second = (await app.SendAsync(worker, new GetHistory(number, Changes: first.OlderChanges))).Value;
        var back = (await app.SendAsync(worker, new GetHistory(number, Changes: second.NewerChanges))).Value;

        Assert.Equal((GetHistoryHandler.PageSize, 3, GetHistoryHandler.PageSize + 3), (first.Changes.Count, second.Changes.Count, first.AllChanges));
        Assert.Equal(["3", "2", "1"], second.Changes.Select(c => c.Reason));
        Assert.Equal((null, null), (first.NewerChanges, second.OlderChanges));
        Assert.Equal(first.Changes.Select(c => c.Reason), back.Changes.Select(c => c.Reason));
        Assert.Equal(["paging.bad_cursor"], (await app.SendAsync(worker, new GetHistory(number, Changes: "2"))).Refusals.Select(r => r.Code));
    }

    /// <summary>Each with its number as the reason.</summary>
    /// <returns>The incident's version after them.</returns>
    private async Task<int> ChangeAsync(Actor worker, string number, int version, int times)
    {
        for (var last = version + times; version < last; version++)
        {
            Done(await app.SendAsync(worker, new VerifyIncident(number, version, version % 2 == 1 ? Verification.V1 : Verification.V0, version.ToString(CultureInfo.InvariantCulture))));
        }

        return version;
    }

    [SkippableFact]
    public async Task The_trail_comes_in_pages()
    {
        var (worker, number) = await LoggedAsync();
        for (var version = 1; version <= GetHistoryHandler.PageSize; version++)
        {
            await app.SendAsync(worker, new AddSource(number, version, new SourceToRecord(null, "CT-MAT-1", null, null)));
        }

        var first = (await app.SendAsync(worker, new GetHistory(number))).Value;
        var second = (await app.SendAsync(worker, new GetHistory(number, first.Older))).Value;

        Assert.Equal((GetHistoryHandler.PageSize, 1, null), (first.Trail.Count, second.Trail.Count, second.Older));
        Assert.Equal(nameof(LogIncident), second.Trail[0].Action);
    }

    [SkippableFact]
    public async Task Whoever_may_not_see_it_gets_the_same_answer_as_for_what_does_not_exist()
    {
        var (worker, number) = await LoggedAsync();
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var stage = new StageInput("J1", NoDate, "x", null, NoDate);
        foreach (var one in new[] { number, "CT-1999-00001", new string('9', 500) })
        {
            IReadOnlyList<IReadOnlyList<Refusal>> answers =
            [
                (await app.SendAsync(stranger, new GetIncidentHeader(one))).Refusals,
                (await app.SendAsync(stranger, new GetIncidentSummary(one))).Refusals,
                (await app.SendAsync(stranger, new GetIncidentFacts(one))).Refusals,
                (await app.SendAsync(stranger, new GetTimeline(one, []))).Refusals,
                (await app.SendAsync(stranger, new GetJustice(one))).Refusals,
                (await app.SendAsync(stranger, new GetPeople(one))).Refusals,
                (await app.SendAsync(stranger, new GetHistory(one))).Refusals,
                (await app.SendAsync(stranger, new GetAssignees(one))).Refusals,
                (await app.SendAsync(stranger, new ChangeIncident(one, 1, TheFacts()))).Refusals,
                (await app.SendAsync(stranger, new AddVictim(one, 1, null, AVictim()))).Refusals,
                (await app.SendAsync(stranger, new AddAct(one, 1, 1, new ActInput(null, NoDate, null, null, null, null)))).Refusals,
                (await app.SendAsync(stranger, new AddInvolvement(one, 1, new InvolvementToRecord(null, null, null, null)))).Refusals,
                (await app.SendAsync(stranger, new AddSource(one, 1, new SourceToRecord(null, null, null, null)))).Refusals,
                (await app.SendAsync(stranger, new VerifyIncident(one, 1, Verification.V1, "x"))).Refusals,
                (await app.SendAsync(stranger, new AssignIncident(one, 1, stranger.Id, "x"))).Refusals,
                (await app.SendAsync(stranger, new OpenProceeding(one, 1, "CT-PRC-CRIM", stage))).Refusals,
                (await app.SendAsync(stranger, new RecordStage(one, 1, default, stage))).Refusals,
                (await app.SendAsync(stranger, new RecordInvestigativeAct(one, 1, default, "CT-INV-OTHER", NoDate))).Refusals,
                (await app.SendAsync(stranger, new OpenIdentity(one, person, "x"))).Refusals,
                (await app.SendAsync(stranger, new DescribePerson(one, person, 1, null, null, false, []))).Refusals,
            ];
            Assert.All(answers, refusals => Assert.Equal([SharedErrors.NotFound], refusals));
        }
    }

    private static StageInput Stage(string code, DateInput on) => new(code, on, "Copy of the file", null, NoDate, Authority: "CT-AUT-FGR");

    private static void Done(Result result) => Assert.Empty(result.Refusals);

    private async Task<(Actor Worker, string Number)> LoggedAsync(DateInput? startedOn = null)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident() with { Incident = TheFacts() with { StartedOn = startedOn ?? TheFacts().StartedOn } })).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : IncidentPageTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : IncidentPageTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
