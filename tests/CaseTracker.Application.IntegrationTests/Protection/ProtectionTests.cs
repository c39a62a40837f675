using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Application.Timelines;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Protection;

public abstract class ProtectionTests(UseCases app)
{
    private static readonly StepInput Requested = new("CT-MST-REQUESTED", new DateInput(2026, 3, 12), "Copy of the request");

    [SkippableFact]
    public async Task A_newer_assessment_takes_the_place_of_the_last_and_both_stay()
    {
        var (worker, number) = await LoggedAsync();
        Done(await AssessAsync(worker, number, 0, "CT-RSK-4", "2026-03-01", "2026-09-01"));
        Assert.Equal(RiskBand.Extreme, (await HeaderAsync(worker, number)).Risk.Band);

        Done(await AssessAsync(worker, number, 1, "CT-RSK-2", "2026-03-10", "2026-09-01"));

        Assert.Equal(new RiskStanding(RiskBand.Medium, HasExpired: false), (await HeaderAsync(worker, number)).Risk);
        var shown = (await app.SendAsync(worker, new GetProtection(number))).Value.Assessments;
        Assert.Equal([(RiskBand.Medium, AssessmentState.Present), (RiskBand.Extreme, AssessmentState.Superseded)], shown.Select(a => (a.Band, a.State)));
        Assert.Equal((worker.DisplayName, "He knows where she lives"), (shown[0].By, shown[0].Reasoning));
    }

    [SkippableFact]
    public async Task Whoever_did_not_see_the_newest_assessment_is_told_and_loses_nothing()
    {
        var (worker, number) = await LoggedAsync();
        Done(await AssessAsync(worker, number, 0, "CT-RSK-4", "2026-03-01", "2026-09-01"));

        Assert.Equal([SharedErrors.StaleVersion], (await AssessAsync(worker, number, 0, "CT-RSK-1", "2026-03-02", "2026-09-01")).Refusals);
        Assert.Single((await app.SendAsync(worker, new GetProtection(number))).Value.Assessments);
    }

    [SkippableFact]
    public async Task The_same_form_sent_twice_counts_once_and_of_another_incident_never()
    {
        var (worker, number) = await LoggedAsync();
        var (stranger, other) = await LoggedAsync();
        var (risk, measure) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var twice = 0; twice < 2; twice++)
        {
            Done(await AssessAsync(worker, number, 0, "CT-RSK-4", "2026-03-01", "2026-09-01", risk));
            Done(await RecordAsync(worker, number, measure, Requested));
        }

        Assert.Equal([SharedErrors.FormUsed], (await AssessAsync(stranger, other, 0, "CT-RSK-4", "2026-03-01", "2026-09-01", risk)).Refusals);
        Assert.Equal([SharedErrors.FormUsed], (await RecordAsync(stranger, other, measure, Requested)).Refusals);
        var view = (await app.SendAsync(worker, new GetProtection(number))).Value;
        Assert.Equal((1, 1), (view.Assessments.Count, view.Measures.Count));
        Assert.Single(await FollowUpsAsync(number));
    }

    [SkippableFact]
    public async Task A_request_is_chased_at_its_deadline_until_it_is_in_place()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, number, id, Requested with { On = new DateInput(2026, 3, 15) }));

        var followUp = Assert.Single(await FollowUpsAsync(number));
        Assert.Equal((MeasureReminders.Kind, new DateOnly(2026, 3, 17), worker.Id!.Value, FollowUpStatus.Open), (followUp.KindCode, followUp.DueOn, followUp.AssigneeId, followUp.Status));
        Done(await StepAsync(worker, number, id, 1, new StepInput("CT-MST-GRANTED", new DateInput(2026, 3, 16), "Letter")));
        Assert.True(Assert.Single(await FollowUpsAsync(number)).IsOpen);

        Done(await StepAsync(worker, number, id, 2, new StepInput("CT-MST-IMPLEMENTED", new DateInput(2026, 3, 16), "She called")));

        var closed = Assert.Single(await FollowUpsAsync(number));
        Assert.Equal((FollowUpStatus.Done, "CT-FUO-DONE", closed.Id), (closed.Status, closed.OutcomeCode, followUp.Id));
        Assert.Null((await app.StoredAsync(db => db.Measures.SingleAsync(m => m.Id == new ProtectionMeasureId(id)))).ReminderId);
    }

    [SkippableFact]
    public async Task What_is_overdue_is_counted_today_listed_and_chased_from_today()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, number, id, Requested));

        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Measures);
        var listed = (await app.SendAsync(worker, new ListMeasures(new MeasureFilter(State: MeasureFilter.Overdue)))).Value;
        Assert.Equal((1, number, 2), (listed.Total, listed.Rows[0].Number, listed.Rows[0].DaysLate));
        Assert.Equal(new DateOnly(2026, 3, 16), Assert.Single(await FollowUpsAsync(number)).DueOn);

        Done(await StepAsync(worker, number, id, 1, new StepInput("CT-MST-WITHDRAWN", new DateInput(2026, 3, 16), "She moved away")));

        Assert.Equal(0, (await app.SendAsync(worker, new GetToday())).Value.Measures);
        Assert.Equal(FollowUp.Cancelled, Assert.Single(await FollowUpsAsync(number)).OutcomeCode);
        Assert.Equal(1, (await app.SendAsync(worker, new ListMeasures(new MeasureFilter(State: MeasureFilter.Ended)))).Value.Total);
    }

    [SkippableFact]
    public async Task What_somebody_settled_themselves_is_left_at_that_until_the_deadline_moves()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, number, id, Requested));
        var followUp = Assert.Single(await FollowUpsAsync(number));
        Done(await app.SendAsync(worker, new CompleteFollowUp(followUp.Id, followUp.Version, "CT-FUO-NOTHING", null)));

        Done(await StepAsync(worker, number, id, 1, new StepInput("CT-MST-GRANTED", new DateInput(2026, 3, 14), "Letter")));
        Assert.Single(await FollowUpsAsync(number));

        Done(await StepAsync(worker, number, id, 2, new StepInput("CT-MST-REQUESTED", new DateInput(2026, 3, 13), "The stamp says the 13th", Corrects: 1)));
        Assert.Equal(2, (await FollowUpsAsync(number)).Count);
    }

    [SkippableFact]
    public async Task A_reminder_that_was_settled_of_a_measure_that_is_overdue_is_told_and_asked_for_again_once()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, number, id, Requested));
        Assert.Equal([MeasureErrors.StillReminded], (await app.SendAsync(worker, new RestartMeasureReminder(number, 1, new(id)))).Refusals);
        var followUp = Assert.Single(await FollowUpsAsync(number));
        Done(await app.SendAsync(worker, new CompleteFollowUp(followUp.Id, followUp.Version, "CT-FUO-NOTHING", null)));
        Assert.True(Assert.Single((await app.SendAsync(worker, new GetProtection(number))).Value.Measures).IsReminderSettled);

        Done(await app.SendAsync(worker, new RestartMeasureReminder(number, 1, new(id))));

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new RestartMeasureReminder(number, 1, new(id)))).Refusals);
        Assert.Equal([(false, new DateOnly(2026, 3, 16)), (true, new DateOnly(2026, 3, 16))], (await FollowUpsAsync(number)).Select(f => (f.IsOpen, f.DueOn)).Order());
        Assert.False(Assert.Single((await app.SendAsync(worker, new GetProtection(number))).Value.Measures).IsReminderSettled);
    }

    [SkippableFact]
    public async Task Two_people_at_one_measure_the_second_is_told()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, number, id, Requested));
        Done(await StepAsync(worker, number, id, 1, new StepInput("CT-MST-GRANTED", new DateInput(2026, 3, 14), "Letter")));

        Assert.Equal([SharedErrors.StaleVersion], (await StepAsync(worker, number, id, 1, new StepInput("CT-MST-REFUSED", new DateInput(2026, 3, 14), "Call"))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new JudgeMeasure(number, 1, new(id), "CT-ADQ-PARTIAL", "CT-ADS-PERSON", new DateInput(2026, 3, 15), "x"))).Refusals);
    }

    [SkippableFact]
    public async Task A_measure_of_another_incident_is_not_found()
    {
        var (worker, number) = await LoggedAsync();
        var other = (await app.SendAsync(worker, AnIncident())).Value;
        var id = Guid.CreateVersion7();
        Done(await RecordAsync(worker, other, id, Requested));

        Assert.Equal([SharedErrors.NotFound], (await StepAsync(worker, number, id, 1, Requested)).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new JudgeMeasure(number, 1, new(id), null, null, NoDate, null))).Refusals);
    }

    [SkippableFact]
    public async Task The_timeline_tells_of_it_in_order()
    {
        var (worker, number) = await LoggedAsync();
        var id = Guid.CreateVersion7();
        Done(await AssessAsync(worker, number, 0, "CT-RSK-4", "2026-03-11", "2026-09-01"));
        Done(await RecordAsync(worker, number, id, Requested));
        Done(await StepAsync(worker, number, id, 1, new StepInput("CT-MST-GRANTED", new DateInput(2026, 3, 14), "Letter")));
        Done(await app.SendAsync(worker, new JudgeMeasure(number, 2, new(id), "CT-ADQ-PARTIAL", "CT-ADS-PERSON", new DateInput(2026, 3, 15), "Only by day")));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Protection]))).Value.Entries;

        Assert.Equal([TimelineEvent.RiskAssessed, TimelineEvent.MeasureStep, TimelineEvent.MeasureStep, TimelineEvent.MeasureJudged], told.Select(e => e.Event));
        Assert.Equal("Only by day", told[3].Note);
    }

    [SkippableFact]
    public async Task A_first_step_whose_day_is_not_known_stands_after_the_beginning_of_the_incident()
    {
        var (worker, number) = await LoggedAsync();
        Done(await RecordAsync(worker, number, Guid.CreateVersion7(), Requested with { On = NoDate }));
        Done(await RecordAsync(worker, number, Guid.CreateVersion7(), Requested with { On = new DateInput(2026, 3, null) }));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Incident, TimelineClass.Protection]))).Value.Entries;

        Assert.Equal(TimelineEvent.Began, told[0].Event);
        Assert.Equal(2, told.Count(e => e.Event == TimelineEvent.MeasureStep));
    }

    [SkippableFact]
    public async Task Pages_through_the_list_and_back_and_refuses_what_it_did_not_write()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        for (var i = 0; i < 27; i++)
        {
            var number = (await app.SendAsync(worker, AnIncident())).Value;
            Done(await RecordAsync(worker, number, Guid.CreateVersion7(), Requested with { On = new DateInput(2026, 2, 1 + (i % 9)) }));
        }

        var first = (await app.SendAsync(worker, new ListMeasures(new MeasureFilter()))).Value;
        var second = (await app.SendAsync(worker, new ListMeasures(new MeasureFilter(), first.After))).Value;
        var back = (await app.SendAsync(worker, new ListMeasures(new MeasureFilter(), second.Before))).Value;

        Assert.Equal((27, 25, 2), (first.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        Assert.Equal(27, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
        Assert.NotEmpty((await app.SendAsync(worker, new ListMeasures(new MeasureFilter(), "nonsense"))).Refusals);
        Assert.Equal(
            ["Class", "Mechanism", "State", "Whose"],
            (await app.SendAsync(worker, new ListMeasures(new MeasureFilter("x", "x", "x", "x")))).Refusals.Select(r => r.Field).Order());
    }

    [SkippableFact]
    public async Task What_was_erased_waits_for_nothing_and_breaks_no_page()
    {
        var (worker, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        Done(await RecordAsync(worker, number, Guid.CreateVersion7(), Requested));
        Done(await app.SendAsync(worker, new DismissSign(number, "ThreatToKill-1", "He is in prison")));
        Done(await AssessAsync(worker, number, 0, "CT-RSK-4", "2026-03-11", "2026-09-01"));
        Assert.Empty((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.Danger, number, Understood: true))).Refusals);
        await using (var scope = app.ScopeOf(Actor.System()))
        {
            await ((FinishErasures)scope.ServiceProvider.GetService(typeof(FinishErasures))!).RunAsync(CancellationToken.None);
        }

        var view = (await app.SendAsync(worker, new GetProtection(number))).Value;
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), (view.Assessments[0].Reasoning, view.Measures[0].Steps[0].Note));
        Assert.Null(view.Measures[0].DaysLate);
        var today = (await app.SendAsync(worker, new GetToday())).Value;
        Assert.Equal((0, 0), (today.Measures, today.Signs));
        Assert.Empty((await app.SendAsync(worker, new ListMeasures(new MeasureFilter()))).Value.Rows);
        Assert.Equal(IncidentKeys.Erased, Assert.Single((await app.SendAsync(worker, new ListMeasures(new MeasureFilter(State: MeasureFilter.All)))).Value.Rows).Title);
        Assert.Empty((await app.SendAsync(worker, new GetSigns(number))).Value);
        Assert.NotEmpty((await app.SendAsync(worker, new GetTimeline(number, []))).Value.Entries);
    }

    private Task<Result> AssessAsync(Actor actor, string number, int seen, string band, string on, string until, Guid? key = null) =>
        app.SendAsync(actor, new AssessRisk(key ?? Guid.CreateVersion7(), number, seen, 1, new RiskInput("CT-RSM-TVC", band, ["CT-RSF-THREATS", "CT-RSF-PLAN"], "He knows where she lives", on, until)));

    private Task<Result> RecordAsync(Actor actor, string number, Guid id, StepInput first) => app.SendAsync(actor, new RecordMeasure(id, number, 1, "CT-PMC-FED", "CT-PRM-URG-3", first));

    private Task<Result> StepAsync(Actor actor, string number, Guid id, int version, StepInput step) => app.SendAsync(actor, new RecordMeasureStep(number, version, new ProtectionMeasureId(id), step));

    private async Task<IncidentHeader> HeaderAsync(Actor actor, string number) => (await app.SendAsync(actor, new GetIncidentHeader(number))).Value;

    private Task<List<FollowUp>> FollowUpsAsync(string number) => app.StoredAsync(db => db.FollowUps.Where(f => db.Incidents.Any(i => i.Number == number && i.Id == f.IncidentId)).ToListAsync());

    private static void Done(Result answer) => Expect.None(answer.Refusals.Select(r => $"{r.Code} {r.Field}"));

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ProtectionTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ProtectionTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
